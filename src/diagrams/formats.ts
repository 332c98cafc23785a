// In which forms a plan can be had: each with the type of its content and the ending of its file.
import type { Plan } from '../domain/workflow/plan.js';
import type { Wording } from '../wording/wording.js';

/** What writes it is loaded when somebody asks for it: a start has no use for it. */
export const formats = {
  svg: { type: 'image/svg+xml', write: async (...of) => (await import('./svg.js')).svgOf(...of) },
  scxml: { type: 'application/scxml+xml', write: async (...of) => (await import('./scxml.js')).scxmlOf(...of) },
  bpmn: { type: 'application/bpmn+xml', write: async (...of) => (await import('./bpmn-xml.js')).bpmnOf(...of) },
} satisfies Record<string, { type: string; write: (plan: Plan, wording: Wording) => Promise<string> }>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[]; // an object literal has no other keys

export const isFormat = (name: string): name is Format => formatNames.some((one) => one === name);

/** Under which name it is kept. */
export const fileName = ({ workflow }: Plan, format: Format): string => `${workflow.id}.v${workflow.version}.${format}`;
