// Starts a dossier of a workflow. It starts no phase: nothing starts by itself.
import type { NewEvent } from '../dossier/events.js';
import type { FieldError } from '../refusal.js';
import type { Day, DossierId } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { notBefore } from './dates.js';

export interface StartDossier {
  title: string;
  startedOn: Day;
}

/** What could not succeed as written; the workflow itself was found before. */
export function startFields(plan: Plan, { startedOn }: StartDossier, today: Day): FieldError[] {
  if (startedOn > today) return [{ pointer: '/startedOn', code: 'date-in-future', limit: today }];
  return notBefore('/startedOn', startedOn, plan.workflow.notBefore ?? startedOn);
}

/** What a dossier is for ever marked as: invented for a demonstration, or played back from documents. */
export interface Marks {
  demonstration: boolean;
  replayed?: true;
}

export function startDossier(plan: Plan, asked: StartDossier, id: DossierId, marks: Marks): NewEvent {
  const { id: workflow, version } = plan.workflow;
  return {
    type: 'DossierStarted',
    on: asked.startedOn,
    facts: {
      ...{ dossier: id, workflow, version, workflowHash: plan.hash },
      demonstration: marks.demonstration || undefined,
      replayed: marks.replayed,
    },
    texts: { title: asked.title },
  };
}
