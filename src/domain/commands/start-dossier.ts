// Starts a dossier of a workflow. It starts no phase: nothing starts by itself. Where the workflow leaves its parties
// open, the request names them, by the register of municipalities as it was on the day of the start.
import type { NewEvent } from '../dossier/events.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { startFacts } from '../facts/of-phases.js';
import type { Municipalities } from '../municipalities.js';
import type { FieldError } from '../refusal.js';
import type { Day, DossierId, Slug } from '../vocabulary.js';
import { check } from '../workflow/check.js';
import { withParties } from '../workflow/with-parties.js';
import type { NamedParties, NamedConsultation } from '../workflow/open-parties.js';
import type { Plan } from '../workflow/plan.js';
import { notBefore } from './dates.js';

export type StartDossier = Payload<typeof startFacts>;

/** What could not succeed as written; the workflow itself was found before. */
export function startFields(plan: Plan, asked: StartDossier, today: Day, register: Municipalities): FieldError[] {
  const { startedOn } = asked;
  const dates: FieldError[] =
    startedOn > today
      ? [{ pointer: '/startedOn', code: 'date-in-future', limit: today }]
      : notBefore('/startedOn', startedOn, plan.workflow.notBefore ?? startedOn);
  return [...dates, ...partyErrors(plan, asked, register)];
}

const pointer = '/parties';

function partyErrors({ workflow: { open } }: Plan, asked: StartDossier, register: Municipalities): FieldError[] {
  const { parties, startedOn } = asked;
  if (!open) {
    const because = { code: 'names-its-own-parties' } as const;
    return parties === undefined ? [] : [{ pointer, code: 'not-offered-here', because }];
  }
  const { least } = open;
  if (parties === undefined) return [{ pointer, code: 'required', because: { code: 'parties-are-open', least } }];
  const errors = parties.flatMap((id, i) => partyError(`${pointer}/${i}`, id, parties.indexOf(id) < i));
  if (errors.length > 0 || parties.length >= least) return errors;
  return [{ pointer, code: 'required', because: { code: 'few-parties', count: parties.length, least } }];

  function partyError(at: string, id: Slug, again: boolean): FieldError[] {
    const found = register.find(id);
    if (!found) return [{ pointer: at, code: 'unknown-body', because: { code: 'not-in-register' } }];
    if (again) return [{ pointer: at, code: 'not-allowed-here', because: { code: 'party-twice' } }];
    const absent = register.absence(found, startedOn);
    const allowed = absent?.instead.map((other) => other.id);
    return absent ? [{ pointer: at, code: 'not-allowed-here', absent, allowed }] : [];
  }
}

/** Those that were asked, in their order, each as it is called in the register. */
export function nameParties(
  { parties = [] }: StartDossier,
  ruledBy: NamedConsultation,
  register: Municipalities,
): NamedParties {
  const found = parties.flatMap((id) => register.find(id) ?? []);
  return { parties: found.map(({ id, name, code }) => ({ id, title: name, code })), ruledBy };
}

/** What is wrong with a workflow as soon as these are its parties: one of them bears a name that it uses already. */
export function namedErrors({ workflow, rules }: Plan, named: NamedParties): FieldError[] {
  const faults = check(withParties(workflow, named), rules).flatMap((one) =>
    one.severity === 'error' ? one.faults : [],
  );
  const because = { code: 'parties-do-not-fit', faults } as const;
  return faults.length > 0 ? [{ pointer, code: 'not-allowed-here', because }] : [];
}

/**
 * What a dossier is for ever marked as: invented for a demonstration, or played back from documents; and the parties that
 * were named, where the workflow leaves them open.
 */
export interface Marks {
  demonstration: boolean;
  replayed?: true;
  named?: NamedParties;
}

export function startDossier(plan: Plan, asked: StartDossier, id: DossierId, marks: Marks): NewEvent {
  const { id: workflow, version } = plan.workflow;
  const { facts, texts } = keep(startFacts, asked);
  return {
    type: 'DossierStarted',
    on: asked.startedOn,
    facts: {
      ...facts,
      dossier: id,
      workflow,
      version,
      workflowHash: plan.hash,
      demonstration: marks.demonstration || undefined,
      replayed: marks.replayed,
      named: marks.named,
    },
    texts,
  };
}
