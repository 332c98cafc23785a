// The laws of what a body's stand is, over stories that fast-check draws on every plan on disk and on invented ones.
import type { BodyId } from '../../src/domain/vocabulary.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { isUnspoken } from '../../src/domain/rule.js';
import { chanceFrom } from '../support/random-history.js';
import { daysOf, ofBody, roundOn, standsLookedBack, standsOn, type Content } from './content.js';
import { again, back, mayBeCorrected } from './corrections.js';
import { byActs, everyDay, gates, law, lines, toldOf } from './law.js';
import { inAnotherOrder } from './orders.js';
import { first } from './plans.js';
import { put, storyOf, type Fact, type Story } from './story.js';
import { Told, telling } from './told.js';

it('1 Order: whatever the order of recording, it gives the same stands on every day, and none is refused', () => {
  law(40, (drawn, seed) => {
    const { told, kept } = telling(storyOf(drawn));
    const other = toldOf(told.plan, inAnotherOrder(kept, chanceFrom(seed)));
    expect(lines(everyDay(other, kept))).toEqual(lines(everyDay(told, kept)));
  });
});

it('2 Correction: repeating the content changes nothing but the log', () => {
  law(40, (drawn, seed) => {
    const { told, kept } = telling(storyOf(drawn));
    const chance = chanceFrom(seed);
    const repeated = toldOf(told.plan, kept);
    for (const act of kept)
      if (act.what === 'act' && mayBeCorrected(repeated, act))
        repeated.tell(again(repeated, act, kept, chance(2) === 0));
    expect(lines(byActs(everyDay(repeated, kept)))).toEqual(lines(byActs(everyDay(told, kept))));
  });
});

it('2 Correction: correcting moves no stand of another body but through a reservation', () => {
  law(30, (drawn, seed) => {
    const { told, kept } = telling(storyOf(drawn));
    const chance = chanceFrom(seed);
    const [body = ''] = told.plan.bodies;
    const corrected = toldOf(told.plan, kept);
    for (const act of kept)
      if (act.what === 'act' && act.body === body && mayBeCorrected(corrected, act))
        corrected.tries(back(told.plan, act, kept, chance)[0]);
    const others = (one: Told) =>
      everyDay(one, kept).map(({ stands, ...where }) => ({
        ...where,
        stands: (stands ?? []).filter((stand) => stand.body !== body && !reserves(kept, stand.body)),
      }));
    expect(lines(others(corrected))).toEqual(lines(others(told)));
  });
});

it('2 Correction: correcting and correcting back changes no stand', () => {
  law(50, (drawn, seed) => {
    const { told, kept } = telling(storyOf(drawn));
    const chance = chanceFrom(seed);
    const isAlone = ({ key }: Fact) => !kept.some((one) => one.what === 'correction' && one.about === key);
    const corrected = toldOf(told.plan, kept);
    for (const act of kept) {
      if (act.what !== 'act' || !isAlone(act) || !mayBeCorrected(corrected, act)) continue;
      const [there, backAgain] = back(told.plan, act, kept, chance);
      if (corrected.tries(there)) corrected.tell(backAgain);
    }
    expect(lines(byActs(everyDay(corrected, kept)))).toEqual(lines(byActs(everyDay(told, kept))));
  });
});

const reserves = (facts: readonly Fact[], body: BodyId): boolean =>
  facts.some((fact) => fact.body === body && 'said' in fact && fact.said.subjectTo !== undefined);

it('3 Time: how it stood on a day, as known at a moment, never changes; as of today is now', () => {
  law(12, (drawn) => {
    const { plan, facts } = storyOf(drawn);
    const told = new Told(plan);
    const kept: Fact[] = [];
    const answers: { look: () => unknown; was: unknown }[] = [];
    const days = daysOf(facts, put);
    facts.forEach((fact, i) => {
      if (told.tries(fact)) kept.push(fact);
      if (facts[i + 1]?.recorded === fact.recorded || i % 3 > 0) return;
      const knownAt = `${fact.recorded}T23:59:59.999Z`;
      for (const asOf of days.filter((_, n) => n % 4 === i % 4)) {
        const look = () => gates.map((gate) => standsLookedBack(told, gate, asOf, knownAt)?.stands ?? null);
        answers.push({ look, was: look() });
      }
      const now = gates.map((gate) => standsOn(told, gate, fact.recorded));
      expect(gates.map((gate) => standsLookedBack(told, gate, fact.recorded)?.stands ?? null)).toEqual(now);
    });
    for (const { look, was } of answers) expect(look()).toEqual(was);
  });
});

it('3 Time: the stands of a day are those of the dossier looked back to it', () => {
  law(24, (drawn) => {
    const { told, kept } = telling(storyOf(drawn));
    for (const day of daysOf(kept, put))
      for (const gate of gates) {
        const back_ = standsLookedBack(told, gate, day);
        if (back_)
          expect({ day, gate, stands: standsOn(told, gate, day) }).toEqual({ day, gate, stands: back_.stands });
      }
  });
});

it('4 Sum: the sides add up to the electorate, and missing are exactly the silent and the undecided', () => {
  law(30, (drawn) => {
    const { told, kept } = telling(storyOf(drawn));
    for (const day of daysOf(kept, put))
      for (const gate of gates) {
        const round = roundOn(told.dossier, gate, day);
        if (!round || round.settled) continue;
        const { tally, missing, bodies } = standing(told.dossier, gate, round, day);
        const { for: forIt, against, abstained, undecided, silent, electorate } = tally;
        expect(forIt + against + abstained + undecided + silent).toBe(electorate);
        expect(electorate).toBe(round.electorate.length);
        // A yes that waits for a later decision is named where that decision is to come.
        const named = missing.filter(({ body }) => bodies.some((stand) => stand.body === body && isUnspoken(stand)));
        expect(named.map(({ body }) => body)).toEqual(bodies.filter(isUnspoken).map(({ body }) => body));
        for (const { body, why, until } of named)
          expect(bodies.find((stand) => stand.body === body)).toMatchObject({ why, until });
        const more = missing.filter((one) => !named.includes(one));
        for (const { why } of more) expect(['subject-to', 'condition-open']).toContain(why);
      }
  });
});

/** Without what the region recorded and its body has said nothing of, or that it is not so. */
function ownAlone({ told, kept }: { told: Told; kept: readonly Fact[] }): Fact[] {
  const left = new Set<number>();
  const isOfRegion = (fact: Fact): boolean => {
    if (fact.what === 'act') return fact.by === 'region' && !told.actAbout({ ...fact, about: fact.key }).own;
    if (!('about' in fact)) return false;
    if (left.has(fact.about)) return true;
    const id = told.readings.get(fact.key);
    const act = told.actAbout(fact);
    const reading = act.readings.find((one) => one.id === id);
    if (!reading || reading.id === act.id) return false;
    // What the body corrects it takes over, but for what it says itself.
    const after = act.readings.slice(act.readings.indexOf(reading));
    return !after.some(({ confirmation }) => confirmation === 'by-body' || confirmation === 'confirmed');
  };
  return kept.filter((fact) => {
    if (!isOfRegion(fact)) return true;
    if (fact.what === 'act') left.add(fact.key);
    return false;
  });
}

it('6 The body above the region: without what the region alone recorded a decision of the body stands the same', () => {
  law(50, (drawn) => {
    const { told, kept } = telling(storyOf(drawn));
    const own = ownAlone({ told, kept });
    const alone = toldOf(told.plan, own);
    const apart = ({ beside: _beside, act: _act, ...stand }: Content) => stand;
    for (const day of daysOf(kept, put))
      for (const gate of gates) {
        const [was, is] = [standsOn(alone, gate, day), standsOn(told, gate, day)];
        const decided = (was ?? []).filter((stand) => stand.isDecision && !reserves(kept, stand.body));
        for (const stand of decided) {
          const found = ofBody(is, stand.body);
          expect({ day, gate, ...(found && apart(found)) }).toEqual({ day, gate, ...apart(stand) });
          expect(found?.act?.split('.')[0]).toBe(stand.act?.split('.')[0]);
        }
      }
  });
});

it('6 The body above the region: a dispute gives the stand without what is disputed, but for the why', () => {
  law(40, (drawn, seed) => {
    const { told, kept } = telling(storyOf(drawn));
    const shadows = kept.filter((fact) => fact.what === 'act' && fact.by === 'region' && isShadow(told, fact));
    const act = shadows[seed % Math.max(1, shadows.length)];
    if (!act) return;
    const disputed = toldOf(told.plan, kept);
    const { key, gate, body } = act;
    const recorded = kept.at(-1)?.recorded ?? put;
    const word = { key: 999, gate, body, on: recorded, recorded, fixed: false, about: key, confirmed: false } as const;
    disputed.tell({ ...word, what: 'word' });
    const without = toldOf(
      told.plan,
      kept.filter((fact) => fact !== act && !('about' in fact && fact.about === key)),
    );
    const apart = (one: Told) =>
      lines(
        everyDay(one, kept).map(({ stands, ...where }) => ({
          ...where,
          stands: (stands ?? []).map((stand) => ({
            ...stand,
            ...{ disputed: false, word: '', why: stand.why === 'disputed' ? 'silent' : stand.why },
          })),
        })),
      );
    expect(apart(disputed)).toEqual(apart(without));
  });
});

const isShadow = (told: Told, fact: Fact): boolean => {
  const { own, disputed, holds } = told.actAbout({ ...fact, about: fact.key });
  return !own && !disputed && holds !== '';
};

it('8 Version: no act is for where another version is put without mandate', () => {
  law(24, (drawn) => {
    const { told, kept } = telling(storyOf(drawn));
    for (const day of daysOf(kept, put))
      for (const stand of standsOn(told, first, day) ?? []) {
        if (stand.side !== 'for' || stand.act === null) continue;
        const round = roundOn(told.dossier, first, day)?.number ?? 0;
        const later = versionsOf(kept, round).filter(({ on, number }) => on <= day && number > stand.version);
        expect(later.every(({ mandate }) => mandate.includes(stand.body))).toBe(true);
      }
  });
});

/** The versions that were put in a round: those between its own fact and the next. */
function versionsOf(facts: Story['facts'], round: number) {
  let here = 1;
  return facts.flatMap((fact) => {
    if (fact.what === 'round') here = fact.number;
    return fact.what === 'version' && here === round ? [fact] : [];
  });
}
