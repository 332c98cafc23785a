// In which forms a plan can be had: each with the type of its content and the ending of its file.
import type { Plan } from '../domain/workflow/plan.js';
import { bpmnOf } from './bpmn-xml.js';
import { scxmlOf } from './scxml.js';
import { svgOf } from './svg.js';

export const formats = {
  svg: { type: 'image/svg+xml', write: svgOf },
  scxml: { type: 'application/scxml+xml', write: scxmlOf },
  bpmn: { type: 'application/bpmn+xml', write: bpmnOf },
} satisfies Record<string, { type: string; write: (plan: Plan) => string }>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[]; // an object literal has no other keys

export const isFormat = (name: string): name is Format => formatNames.some((one) => one === name);

/** Under which name it is kept. */
export const fileName = ({ workflow }: Plan, format: Format): string => `${workflow.id}.v${workflow.version}.${format}`;
