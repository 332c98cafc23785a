// Records that something happened outside that a phase waits for, with its source. A later record corrects an earlier one.
import { earliest } from '../calendar.js';
import { outsideFact, phaseState, type Dossier } from '../dossier/state.js';
import { keep } from '../facts/keeping.js';
import { outsideFacts } from '../facts/of-phases.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Day, Slug } from '../vocabulary.js';
import type { Phase } from '../workflow/workflow.js';
import { defineCommand } from './command.js';
import { happened } from './dates.js';
import { mustSayMore } from './once.js';
import { mustNotBeStopped } from './targets.js';

export const recordFact = defineCommand<object, Dossier, typeof outsideFacts, 'FactRecorded'>({
  says: outsideFacts,
  locate: (dossier) => dossier,
  asks: () => [{ right: 'record-fact' }],
  fields: (dossier, { fact, on }, { today }) => {
    return [...factFields(dossier, fact), ...happened('/on', on, today, dossier)];
  },
  ready: mustNotBeStopped,
  decide: (dossier, asked) => {
    mustPrecede(dossier, asked);
    const kept = keep(outsideFacts, asked);
    const known = outsideFact(dossier, asked.fact);
    mustSayMore(outsideFacts, asked.on, kept, known && { fact: asked.fact, ...known });
    return [{ type: 'FactRecorded', on: asked.on, ...kept }];
  },
  fact: { type: 'FactRecorded', follows: mustPrecede },
  folds: {
    FactRecorded: (dossier, { on, facts: { fact }, texts }, recorded) => {
      const known = { on, source: texts.source ?? null, recorded };
      return { ...dossier, facts: { ...dossier.facts, [fact]: [...(dossier.facts[fact] ?? []), known] } };
    },
  },
});

function factFields({ plan: { workflow } }: Dossier, fact: Slug): FieldError[] {
  const allowed = Object.keys(workflow.outside ?? {});
  if (allowed.includes(fact)) return [];
  const error: FieldError = { pointer: '/fact', code: 'unknown-option', allowed };
  return allowed.length > 0 ? [error] : [{ ...error, because: { code: 'no-outside-facts' } }];
}

/** What rests on a fact did not happen before it. @throws Refusal */
function mustPrecede(dossier: Dossier, { fact, on }: { fact: Slug; on: Day }): void {
  const known = outsideFact(dossier, fact)?.on;
  if (known === undefined) return; // what was not known, nothing rests on
  for (const phase of dossier.plan.workflow.phases) {
    const used = usedOn(dossier, phase, fact);
    // What had gone on before a migration made it wait for the fact does not rest on it.
    if (used === null || used < known || on <= used) continue;
    const because = { code: 'after-its-use', used, phase: phase.title } as const;
    throw invalid([{ pointer: '/on', code: 'not-allowed-here', because }]);
  }
}

/** The first day on which the phase needed the fact; null when it did not yet. */
function usedOn(dossier: Dossier, { id, waitsFor = [], gateWaitsFor = [] }: Phase, fact: Slug): Day | null {
  const started = waitsFor.includes(fact) ? phaseState(dossier, id).startedOn : null;
  const put = gateWaitsFor.includes(fact) ? dossier.rounds[id]?.[0]?.submittedOn : null;
  return earliest(started, put);
}
