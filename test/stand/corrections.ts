// Corrections of an act of a story: one that repeats what was recorded, and two of which the second takes back the first.
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { readingOf } from '../../src/domain/dossier/acts.js';
import type { Chance } from '../support/random-history.js';
import { evidence } from '../support/staged-play.js';
import type { StandPlan } from './plans.js';
import { content } from './said.js';
import { put, type Fact, type FactOf } from './story.js';
import type { Told } from './told.js';

type Act = FactOf<'act'>;
type Correction = FactOf<'correction'>;

const actOf = (told: Told, fact: Fact) => told.actAbout({ ...fact, about: fact.key });

/** Whether the one who recorded it can correct it, and nothing waits that such a correction would overtake. */
export function mayBeCorrected(told: Told, fact: Fact): boolean {
  const { proposed, disputed } = actOf(told, fact);
  return proposed === null && !disputed;
}

function correcting(fact: Fact, facts: readonly Fact[], isOwn: boolean, said: Partial<RecordDecision>): Correction {
  const { gate, body, key, fixed } = fact;
  const recorded = facts.at(-1)?.recorded ?? put;
  const by = isOwn ? 'body' : 'region';
  const reason = 'Verkeerd vastgelegd.';
  const whole = { ...said, reason, ...(isOwn ? {} : { evidence }) };
  return {
    key: 1000 + key,
    what: 'correction',
    about: key,
    by,
    said: whole,
    keepsIds: false,
    gate,
    body,
    on: recorded,
    recorded,
    fixed,
  };
}

/** Says once more what it is, in full or by naming nothing. */
export function again(told: Told, fact: Fact, facts: readonly Fact[], inFull: boolean): Correction {
  const act = actOf(told, fact);
  const { kind: decision, answers, decidedOn, round, proposalVersion, conditions, noDecision } = readingOf(act);
  const made = conditions.flatMap((id) => told.dossier.conditions[id] ?? []);
  const whole: Partial<RecordDecision> = {
    decision,
    answers,
    decidedOn,
    round,
    proposalVersion,
    ...(made.length > 0 ? { conditions: made.map(({ text, effect }) => ({ text: text ?? '', effect })) } : {}),
  };
  return correcting(fact, facts, act.own, { ...(inFull ? whole : {}), ...(noDecision ? { noDecision } : {}) });
}

/** Says something else, and then what it said. */
export function back(plan: StandPlan, fact: Act, facts: readonly Fact[], chance: Chance): [Correction, Correction] {
  const isOwn =
    fact.by === 'body' || facts.some((one) => one.what === 'word' && one.about === fact.key && one.confirmed);
  const { evidence: _evidence, release: _release, ...said } = fact.said;
  const other = chance(4) === 0 ? { noDecision: true as const } : content(plan, fact, chance);
  const clears = Object.keys(other).filter(
    (name) => !(name in said) && !['noDecision', 'answers', 'reason'].includes(name),
  );
  const there = correcting(fact, facts, isOwn, other);
  const backAgain = correcting(fact, facts, isOwn, { ...said, ...(clears.length > 0 ? { clears } : {}) });
  return [there, { ...backAgain, key: 2000 + fact.key }];
}
