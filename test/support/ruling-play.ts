// A play in which the chair concludes: one gate, one that waits for it and for a phase, and one of councils.
import type { NewEvent } from '../../src/domain/dossier/events.js';
import type { PayloadOf } from '../../src/domain/commands/commands.js';
import { window } from '../../src/domain/calendar.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { gate, phase, plainKinds, type PhasePlan } from '../../src/domain/workflow/define.js';
import type { Id, Slug } from '../../src/domain/vocabulary.js';
import { begin, chair, colleges, own, planOf, ruledBy, Staged, today } from './staged-play.js';

const asking = (title: string, electorate: string, needed: number, more: Partial<PhasePlan> = {}) =>
  phase(title, window('2024'), {
    source: 'test',
    gate: gate(title, {
      verb: 'instemmen',
      electorate,
      ruledBy,
      rule: threshold(needed, electorate),
      kinds: plainKinds,
      ...(electorate === 'colleges' ? { weeksFromReceipt: 8 } : {}),
    }),
    ...more,
  });
export const rulingPlan = planOf({
  begin: phase('Begin', window('2024'), { source: 'test' }),
  eerst: asking('Eerst', 'colleges', 2),
  moment: asking('Moment', 'colleges', 2, { startsAfter: ['begin'], gateAfter: ['eerst', 'begin'] }),
  raden: asking('Raden', 'councils', 2),
});
const [oost = '', west = ''] = colleges;
export const moment = { gate: 'moment' };

/** What a chair may say of a condition, and what the body itself may. */
type Answer = 'adopted' | 'carried' | 'met';

/** The play of the gates `eerst`, `moment`, which waits for it, and `raden`; the phase that `moment` starts after is done. */
export class RulingPlay extends Staged {
  constructor() {
    super(rulingPlan);
    this.start('begin');
    this.give('complete-phase', { phase: 'begin' }, { on: begin });
  }

  /** Puts `moment`, once the gate for which it waits has passed. */
  putMoment(): this {
    return this.pass('eerst', [oost, west]).put('moment');
  }

  /** What refuses this ruling of the chair, a go of today unless it says otherwise. */
  refusedRuling(asked: Partial<PayloadOf<'rule-gate'>>, id = 'moment'): unknown {
    return this.refused('rule-gate', { gate: id }, { ruling: 'go', ruledOn: today, ...asked }, chair);
  }

  /** The first condition of this decision. */
  conditionOf(decision: Id, where: Slug = 'moment'): Id {
    return this.decisions(where).find(({ id }) => id === decision)?.conditions[0] ?? '';
  }

  /** What is answered to a condition: by the chair, and that it is met by the body itself. */
  answer(condition: Id, answer: Answer, on = begin, more: object = {}, where: Slug = 'moment'): NewEvent[] {
    const as = answer === 'met' ? own(oost) : chair;
    return this.give('answer-condition', { gate: where, condition }, { answer, on, ...more }, as);
  }
}

/** A decision with one condition. */
export const condition = (effect: 'elaboration' | 'suspensive' = 'elaboration') => ({
  conditions: [{ text: 'Eerst het geld.', effect }],
});
