// Writes the diagram of a plan, or its export, to the screen or to a file.
import { writeFile } from 'node:fs/promises';
import { loadPlans, shippedWorkflows } from '../app/plan-catalogue.js';
import { formatNames, formats, isFormat } from '../diagrams/formats.js';
import { findPlan } from './find-plan.js';
import { WrongUse, type Given } from './command.js';
import { shell } from '../wording/shell/shell.js';
import { languages } from '../wording/wording.js';

const words = shell.diagram;

/** @throws WrongUse for a plan, a version or a format that there is not */
export async function workflowDiagram({ positionals: [named = ''], options }: Given): Promise<void> {
  const { format = 'svg', out } = options as { format?: string; out?: string }; // each takes a text
  if (!isFormat(format)) throw new WrongUse(words.noFormat(format, formatNames));
  const catalogue = await loadPlans([shippedWorkflows]);
  const written = await formats[format].write(findPlan(catalogue.all(), named), languages.nl);
  if (out === undefined) process.stdout.write(written);
  else await writeFile(out, written);
}
