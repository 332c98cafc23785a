// Writes the diagram of a plan, or its export, to the screen or to a file.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadPlans, shippedWorkflows } from '../app/plan-catalogue.js';
import { formatNames, formats, isFormat } from '../diagrams/formats.js';
import { findPlan } from './find-plan.js';
import { WrongUse } from './wrong-use.js';
import { shell } from '../wording/shell.js';
import { languages } from '../wording/wording.js';

const words = shell.diagram;

/** @throws WrongUse for a plan, a version or a format that there is not */
export async function workflowDiagram(rest: string[]): Promise<void> {
  const { named, format, out } = argumentsIn(rest);
  if (!isFormat(format)) throw new WrongUse(words.noFormat(format, formatNames));
  const catalogue = await loadPlans([shippedWorkflows]);
  const written = await formats[format].write(findPlan(catalogue.all(), named), languages.nl);
  if (out === undefined) process.stdout.write(written);
  else await writeFile(out, written);
}

function argumentsIn(args: string[]): { named: string; format: string; out: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', default: 'svg' }, out: { type: 'string' } },
    });
    const [named, ...more] = positionals;
    if (named === undefined || more.length > 0) throw new WrongUse(words.usage);
    return { named, format: values.format, out: values.out };
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse(words.usage);
  }
}
