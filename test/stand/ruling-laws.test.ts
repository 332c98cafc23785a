// After a ruling: what everyone stood for then is kept, and only who stands otherwise now, or another outcome, is a change.
// It is flagged on what began since, or it opens the gate again, as the plan says; when it goes back the flag goes too.
import { isUnspoken } from '../../src/domain/rule.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { currentRound, statusOf, type Round } from '../../src/domain/dossier/state.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { daysAfter } from '../../src/domain/calendar.js';
import { kindOfDecision, type BodyId, type Day, type Side } from '../../src/domain/vocabulary.js';
import { chanceFrom, type Chance } from '../support/random-history.js';
import { law } from './law.js';
import { first, second } from './plans.js';
import { storyOf, type Fact } from './story.js';
import { telling, Told } from './told.js';

interface StoodThen {
  side: Side;
  option: string | null;
  against: string;
}
type AllStood = Map<BodyId, StoodThen>;

/** How everyone stands at the first gate on a day, whatever was concluded. */
function stoodOn(told: Told, day: Day): { all: AllStood; outcome: string } {
  const round = roundOf(told);
  const open = standing(told.dossier, first, { ...round, settled: null, split: null }, day);
  const isPoll = round.terms.gate.poll === true;
  const all: AllStood = new Map(
    open.bodies.map(({ body, side, option, answers }) => [
      body,
      {
        side,
        option: isPoll && side === 'for' ? option : null,
        against: Object.keys(answers)
          .filter((question) => answers[question] === 'against')
          .join(),
      },
    ]),
  );
  return { all, outcome: open.outcome };
}

function roundOf({ dossier }: Told): Round {
  const round = currentRound(dossier, first);
  if (!round) throw new Error('the gate was put');
  return round;
}

/** Who was for, against or abstained and says something else, or had not spoken and is against. */
function changed(was: AllStood, is: AllStood): BodyId[] {
  return [...is]
    .filter(([body, now]) => {
      const then = was.get(body);
      if (!then || isUnspoken(then)) return now.side === 'against';
      return JSON.stringify(then) !== JSON.stringify(now);
    })
    .map(([body]) => body);
}

/** A story that is concluded before one of its facts, with a phase that began on a go; null where it does not come to one. */
function concluded(
  facts: readonly Fact[],
  told: Told,
  chance: Chance,
): { after: Fact[]; was: ReturnType<typeof stoodOn> } | null {
  const at = chance(facts.length);
  for (const fact of facts.slice(0, at)) told.tries(fact);
  told.agreeAll(told.plan.bodies.filter(() => chance(3) === 0));
  const was = stoodOn(told, told.day);
  if (!told.rules() || statusOf(told.dossier, first) !== 'passed') return null;
  if (told.plan.position === 'later') told.start(second);
  return {
    after: facts.slice(at).filter(({ what }) => what !== 'round' && what !== 'version' && what !== 'agenda'),
    was,
  };
}

type Was = ReturnType<typeof stoodOn>;

/** What one more fact brings about: a reopening, a flag that is there or that is gone, or nothing. */
function bringsAbout(told: Told, was: Was, fact: Fact): 'reopened' | 'flagged' | 'quiet' | null {
  const former = stoodOn(told, laterOf(told.day, fact.recorded));
  const before = told.play.events.length;
  if (!told.tries(fact)) return null;
  const now = stoodOn(told, told.day);
  const isChanged = changed(was.all, now.all).length > 0 || now.outcome !== was.outcome;
  const isOther = changed(former.all, now.all).length > 0 || former.outcome !== now.outcome;
  const added = told.play.events.slice(before);
  const isReopened = added.some(({ type, facts }) => type === 'GateReopened' && facts.gate === first);
  const reopens = roundOf(told).terms.gate.afterRuling === 'reopen';
  if (isReopened || (fact.gate === first && isOther))
    expect([fact.what, isReopened]).toEqual([fact.what, reopens && isChanged]);
  if (isReopened) return 'reopened';
  if (told.plan.position !== 'later') return null;
  const { phases } = dossierView(told.readingOn(told.day));
  const flags = phases.find(({ id }) => id === second)?.restsOn;
  expect([fact.what, flags]).toEqual([fact.what, isChanged ? [first] : []]);
  return isChanged ? 'flagged' : 'quiet';
}

/** One body says no, and then that this was wrongly recorded. */
function thereAndBack({ plan, day }: Told): Fact[] {
  const [body = ''] = plan.bodies;
  const decision = plan.plan.gates.get(first)?.kinds.find((kind) => kindOfDecision(kind).side === 'against');
  if (!decision) return [];
  const on = daysAfter(day, 100);
  const place = { gate: first, body, on, recorded: on, fixed: false };
  const ground = decision === 'consent-withheld' ? { ground: 'not-stated' as const } : {};
  const said = { decision, decidedOn: on, ...ground };
  const wrong = { noDecision: true as const, reason: 'Verkeerd vastgelegd.' };
  return [
    { ...place, key: 900, what: 'act', by: 'body', said },
    { ...place, key: 901, what: 'correction', by: 'body', about: 900, said: wrong, keepsIds: false },
  ];
}

it('10 Silence after a ruling: a flag or a reopening where a body changed or the outcome is another, and nowhere else', () => {
  const seen = { quiet: 0, flagged: 0, reopened: 0, goneBack: 0 };
  law(150, (drawn, seed) => {
    const { told: whole, kept } = telling(storyOf(drawn));
    const told = new Told(whole.plan);
    const ruled = concluded(kept, told, chanceFrom(seed));
    let former: ReturnType<typeof bringsAbout> = null;
    for (const fact of ruled ? [...ruled.after, ...thereAndBack(told)] : []) {
      const found = ruled && bringsAbout(told, ruled.was, fact);
      if (!found) continue;
      seen[found === 'quiet' && former === 'flagged' ? 'goneBack' : found]++;
      if (found === 'reopened') return;
      former = found;
    }
  });
  expect(Object.entries(seen).filter(([, often]) => often === 0)).toEqual([]);
});

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

it('10 Silence after a ruling: the ruling keeps how everyone stood, whatever is recorded since', () => {
  law(40, (drawn, seed) => {
    const { told: whole, kept } = telling(storyOf(drawn));
    const told = new Told(whole.plan);
    const ruled = concluded(kept, told, chanceFrom(seed));
    if (!ruled) return;
    const kept_ = JSON.stringify(roundOf(told).settled);
    expect(roundOf(told).settled?.stood.map(({ body, side }) => [body, side])).toEqual(
      [...ruled.was.all].map(([body, { side }]) => [body, side]),
    );
    for (const fact of ruled.after) told.tries(fact);
    const { settled } = roundOf(told);
    if (settled) expect(JSON.stringify(settled)).toBe(kept_);
  });
});
