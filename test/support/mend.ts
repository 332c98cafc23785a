// Corrects a fact of a record without a store or HTTP: through the same checks, the same sealing and the same fold.
import { dayOf } from '../../src/domain/calendar.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { phaseNow } from '../../src/domain/dossier/migration.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import { admitCorrection } from '../../src/domain/fold/correcting.js';
import { kindOfFact } from '../../src/domain/fold/fact-kinds.js';
import { now } from '../../src/domain/fold/history.js';
import type { Assignment, Person } from '../../src/domain/permissions.js';
import { Refusal, type FieldError } from '../../src/domain/refusal.js';
import type { Day, Role } from '../../src/domain/vocabulary.js';
import type { Plans } from '../../src/domain/workflow/plan.js';
import { emptyHead, seal } from '../../src/store/seal.js';
import { withSaid } from '../../src/wording/gates/said.js';
import { atOnce, fold } from './fold.js';

export interface Mend {
  never?: true;
  [field: string]: unknown;
}

/** The record with the correction of this reading of a fact, by whoever may give it or by one; or why it is refused. */
export function mended(
  plans: Plans,
  events: readonly DossierEvent[],
  reading: DossierEvent,
  mend: Mend,
  today: Day,
  by?: { role: Role; body: string },
): readonly DossierEvent[] | Refusal {
  const dossier = fold(plans, events, now);
  const refusals: Refusal[] = [];
  for (const person of by ? [{ id: 'een', assignments: [always(by.role, by.body)] }] : people(dossier)) {
    try {
      return given(plans, events, dossier, reading, mend, person, today);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!error.code.startsWith('not-your-')) return error;
      refusals.push(error);
    }
  }
  return refusals[0] ?? new Refusal('not-your-role');
}

/** Who lead and rule, and who speak for the bodies: nobody does both. */
function people({ plan }: Dossier): Person[] {
  const ruling = [...plan.rulingBodies];
  const bodies = [...plan.bodies.keys()].filter((body) => !plan.rulingBodies.has(body));
  return [
    { id: 'regio', assignments: ruling.flatMap((body) => [always('process-lead', body), always('chair', body)]) },
    { id: 'organen', assignments: bodies.flatMap((body) => [always('secretary', body), always('clerk', body)]) },
  ];
}

const always = (role: Role, body: string): Assignment => ({ role, body, from: '2000-01-01', until: null });

let ids = 0;

function given(
  plans: Plans,
  events: readonly DossierEvent[],
  dossier: Dossier,
  { type, sequence, facts }: DossierEvent,
  mend: Mend,
  person: Person,
  today: Day,
): readonly DossierEvent[] {
  const kind = kindOfFact(type);
  if (!kind) throw new Error(`${type} is not corrected`);
  const { phase, gate, condition, decision } = facts as Record<string, string | undefined>;
  const first = firstOf(events, sequence);
  const place = {
    ...(gate === undefined ? {} : { gate: phaseNow(dossier, first, gate) ?? gate }),
    ...(phase === undefined || gate !== undefined ? {} : { phase: phaseNow(dossier, first, phase) ?? phase }),
    ...(condition === undefined ? {} : { condition }),
    ...(decision === undefined ? {} : { decision }),
  };
  const payload = { corrects: sequence, reason: 'Verkeerd getypt.', ...mend };
  const admitted = admitCorrection({ dossier, person, today }, kind, place, { payload }, events);
  admitted.validate();
  const context = { today, by: admitted.acting, newId: () => `mended-${++ids}`, plans };
  const decided = atOnce(admitted.decide(plans, context));
  const found = [...events];
  for (const { event, there } of decided) {
    const said = withSaid(there ?? dossier, event);
    const head = found.at(-1) ?? emptyHead;
    found.push(seal(dossier.id, head, said, admitted.acting, `${today}T12:00:00.000Z`).event);
  }
  return found;
}

/** Where the fact was recorded first, of which this is a reading. */
function firstOf(events: readonly DossierEvent[], sequence: number): number {
  const of = events[sequence - 1]?.facts.correction?.of;
  return of === undefined ? sequence : firstOf(events, of);
}

/** A dossier by what is said in it, whoever recorded it where and under which id; how it stood was known at another time. */
export function told({ plan: _, snapshot, corrected: __, days, ...dossier }: Dossier): unknown {
  const left = new Set(['recorded', 'sequence', 'place', 'hash', 'recordedAt', 'terms', 'from', 'to', 'stood']);
  const text = JSON.stringify(dossier, function (this: object, key: string, value: unknown) {
    const isNamed = key === 'id' && ('ruledOn' in this || 'expectedOn' in this);
    return left.has(key) || isNamed ? undefined : value;
  });
  const { value } = snapshot as unknown as { value: unknown }; // where each region of the machine is
  return { ...(JSON.parse(text) as object), value, days: days.open };
}

export const lastDay = (events: readonly DossierEvent[]): Day => dayOf(events.at(-1)?.recordedAt ?? '');

/** The faults for which this is refused; none where it is not. */
export function errorsOf(attempt: () => unknown): readonly FieldError[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    throw error;
  }
}
