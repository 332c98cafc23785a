// How every body stood at a conclusion is what was known then, whatever is corrected of what came before it; and who
// changed is told by that.
import fc from 'fast-check';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { daysAfter } from '../../src/domain/calendar.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import { now } from '../../src/domain/fold/history.js';
import { changedBodies } from '../../src/domain/stand/changed.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { BodyId } from '../../src/domain/vocabulary.js';
import { fold } from '../support/fold.js';
import { mended, type Mend } from '../support/mend.js';
import { Play } from '../support/play.js';
import { asking, begin, chair, colleges, lead, own, planOf, today } from '../support/staged-play.js';

const gates = ['p', 'q'];
const plan = planOf({ p: asking(), q: asking() });
const plans = new PlanCatalogue([plan]);
const concludedOn = daysAfter(begin, 20);
const told = (events: readonly DossierEvent[]): Dossier => fold(plans, events, now);

/** Every body agrees under a condition, the chair answers each, and the gate is concluded as the rule has it. */
function concluded(answers: readonly (readonly ['adopted' | 'rejected', number])[]): readonly DossierEvent[] {
  const play = Play.start(plan, begin);
  const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' as const }];
  for (const [g, gate] of gates.entries()) {
    play.give('start-phase', { phase: gate }, { on: begin }, lead, today);
    play.give('submit-gate', { gate }, { on: begin }, lead, today);
    for (const body of colleges) {
      const said = { body, decision: 'agree-with-conditions' as const, decidedOn: begin, conditions };
      play.give('record-decision', { gate }, said, own(body), today);
    }
    const made = Object.values(play.dossier.conditions).filter((one) => one.gate === gate);
    for (const [i, { id: condition }] of made.entries()) {
      const [answer, days] = answers[g * made.length + i] ?? ['adopted', 1];
      const said = { answer, on: daysAfter(begin, days), reason: 'zo besloten' };
      play.give('answer-condition', { gate, condition }, said, chair, today);
    }
    const ruling = colleges.filter((body) => isFor(play.events, gate, body)).length > 1 ? 'go' : 'no-go';
    play.give('rule-gate', { gate }, { ruling, ruledOn: concludedOn, reason: 'zo besloten' }, chair, today);
  }
  return play.events;
}

/** By its condition alone. */
function isFor(events: readonly DossierEvent[], gate: string, body: BodyId): boolean {
  const made = Object.values(told(events).conditions).find((one) => one.gate === gate && one.body === body);
  return made?.answers.at(-1)?.answer === 'adopted';
}

const stoodAt = (dossier: Dossier, gate: string) => dossier.rounds[gate]?.at(-1)?.settled?.stood;

const answer = fc.tuple(fc.constantFrom('adopted' as const, 'rejected' as const), fc.integer({ min: 0, max: 19 }));
const mend = fc.oneof(
  fc.constant<Mend>({ never: true }),
  fc.constantFrom('adopted', 'rejected').map((to): Mend => ({ answer: to })),
  fc.integer({ min: 0, max: 19 }).map((days): Mend => ({ on: daysAfter(begin, days) })),
);

it('holds for any answers, corrected in any way and order', () => {
  let changes = 0;
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 6, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), mend), { minLength: 1, maxLength: 4 }),
      (answers, mends) => {
        let events = concluded(answers);
        const then = told(events);
        const facts = events.filter(({ type }) => type === 'ConditionAnswered').map(({ sequence }) => sequence);
        for (const [i, said] of mends) {
          const reading = events.findLast(({ sequence, facts: { correction } }) =>
            [sequence, correction?.of].includes(facts[i]),
          );
          const after = reading && mended(plans, events, reading, said, today);
          if (!after || after instanceof Refusal) continue;
          facts[i] = events.length + 1;
          events = after;
          const dossier = told(events);
          for (const gate of gates) {
            expect(stoodAt(dossier, gate)).toEqual(stoodAt(then, gate));
            const left = stoodAt(then, gate)?.filter(({ side, body }) => side === 'for' && !isFor(events, gate, body));
            expect(changedBodies(dossier, gate, today)).toEqual(left?.map(({ body }) => body));
            changes += left?.length ?? 0;
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(changes).toBeGreaterThan(0);
});
