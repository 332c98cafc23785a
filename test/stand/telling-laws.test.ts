// One telling: what is drawn, written, counted and asked of a body says the same of it, and each word means one stand.
import { standing } from '../../src/domain/stand/at-gate.js';
import { sentenceFigures } from '../../src/domain/stand/sentence.js';
import { standOf, type Stand } from '../../src/domain/stand/stand.js';
import type { Explanation } from '../../src/domain/rule.js';
import type { OnQuestionsFigures } from '../../src/domain/rules/on-questions.js';
import { isDeciding } from '../../src/domain/turns/turn.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { standsOf, type StandFigures, type StandSign } from '../../src/domain/views/stand-view.js';
import { runningState, type Dossier, type Round } from '../../src/domain/dossier/state.js';
import {
  kindOfDecision,
  sideOf,
  type Day,
  type MissingWhy,
  type Side,
  type Slug,
} from '../../src/domain/vocabulary.js';
import { standWord } from '../../src/wording/gates/stand.js';
import { daysOf, roundOn } from './content.js';
import { law } from './law.js';
import { first } from './plans.js';
import { put, storyOf } from './story.js';
import { telling, type Told } from './told.js';

const gate = first;

interface Moment {
  told: Told;
  dossier: Dossier;
  round: Round;
  day: Day;
  figures: StandFigures[];
}

/** Every open round of every day of some stories. */
function everyMoment(numRuns: number, check: (moment: Moment) => void): void {
  law(numRuns, (drawn) => {
    const { told, kept } = telling(storyOf(drawn));
    const { dossier } = told;
    for (const day of daysOf(kept, put)) {
      const round = roundOn(dossier, gate, day);
      if (!round || round !== dossier.rounds[gate]?.at(-1)) continue;
      check({ told, dossier, round, day, figures: standsOf(told.readingOn(day), gate, round) });
    }
  });
}

const standIn = ({ dossier, round, day }: Moment, body: string): Stand =>
  standOf({ dossier, id: gate, gate: round.terms.gate, round, day }, body);

/** What a word says, as the stand has it: what it does not say of a stand of that kind is left out. */
function meaningOf({ side, why, until, shadow, said }: StandFigures, { hidden }: Stand): string {
  const { answers, unplanned, announced, takenBack, disputed, provisional, refused, asks, isOver } = said;
  const isOneWord = new Set(Object.values(answers)).size === 1;
  const kinds = isOneWord ? Object.values(answers).slice(0, 1) : Object.entries(answers);
  if (why === 'announced') return JSON.stringify(announced ? 'announced' : ['hidden', hidden !== null]);
  if (side === 'silent')
    return JSON.stringify([side, why === 'scheduled', takenBack, disputed, isOver || asks === 'response']);
  const until_ = why === 'deferred' || why === 'noted' ? until : null;
  const isAdvice =
    asks === 'response' &&
    isOneWord &&
    Object.values(answers).every((kind) => kindOfDecision(kind).side === 'for' && !unplanned.includes(kind));
  return JSON.stringify([side, why, until_, shadow, kinds, provisional, refused, isAdvice]);
}

it('5 One telling: each word means one stand, and each stand has one word', () => {
  const meanings = new Map<string, Set<string>>();
  const words = new Map<string, Set<string>>();
  everyMoment(50, (moment) => {
    for (const figures of moment.figures) {
      const meaning = meaningOf(figures, standIn(moment, figures.body));
      const word = standWord(figures);
      meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning));
      words.set(meaning, (words.get(meaning) ?? new Set()).add(word));
    }
  });
  const several = (all: Map<string, Set<string>>) =>
    [...all].filter(([, found]) => found.size > 1).map(([one, found]) => [one, ...found]);
  expect(several(meanings)).toEqual([]);
  expect(several(words)).toEqual([]);
  expect(words.size).toBeGreaterThan(30);
});

/** By which sign each stand is drawn. */
const signs: Record<MissingWhy, readonly StandSign[]> = {
  silent: ['none'],
  disputed: ['none'],
  scheduled: ['none', 'held', 'waits'],
  deferred: ['held'],
  noted: ['held'],
  forwarded: ['held'],
  'not-in-plan': ['waits'],
  announced: ['hidden'],
  unconfirmed: ['waits'],
  stale: ['waits'],
  'other-text': ['waits'],
  'condition-open': ['waits'],
  'condition-rejected': ['waits'],
  'subject-to': ['waits'],
};

it('5 One telling: the sign, the side and the reason agree', () => {
  everyMoment(40, ({ figures }) => {
    for (const { side, why, sign } of figures) {
      expect([side, why === null]).toEqual([side, side !== 'silent' && side !== 'undecided']);
      if (why === null) expect(sign).toBe(side);
      else expect(signs[why]).toContain(sign);
      expect(sign === 'none').toBe(side === 'silent');
    }
  });
});

it('5 One telling: tally, sentence and explanation count the stands that are shown', () => {
  everyMoment(40, (moment) => {
    const { dossier, round, day, figures } = moment;
    const stand = standing(dossier, gate, round, day);
    const on = (side: Side) => figures.filter((one) => one.side === side).length;
    const { tally, outcome, missing } = stand;
    expect([tally.for, tally.against, tally.undecided, tally.silent]).toEqual([
      on('for'),
      on('against'),
      on('undecided'),
      on('silent'),
    ]);
    expect(tally.decided).toBe(figures.filter(isDecided).length);
    const told = sentenceFigures({ dossier, id: gate, gate: round.terms.gate, round, day }, stand);
    expect([told.outcome, told.missing.map(({ why }) => why)]).toEqual([outcome, missing.map(({ why }) => why)]);
    for (const { group, questions, ...counts } of countsIn(told.explanation)) {
      const members = new Set(round.terms.groups[group]?.bodies);
      const of = (...sides: Side[]) =>
        figures.filter((one) => members.has(one.body) && sides.includes(sideOn(questions, one))).length;
      expect(counts).toEqual({ for: of('for'), against: of('against'), pending: of('undecided', 'silent') });
    }
  });
});

/** Whether it answered, and did not put it off nor only announce what it will answer. */
function isDecided({ said: { answers, unplanned, announced } }: StandFigures): boolean {
  const sides = Object.values(answers).map((kind) =>
    unplanned.includes(kind) ? 'undecided' : kindOfDecision(kind).side,
  );
  return sides.length > 0 && !announced && (sides.includes('against') || !sides.includes('undecided'));
}

interface Counted {
  group: string;
  /** Where it is only asked about these. */
  questions: readonly Slug[] | null;
  for: number;
  against: number;
  pending: number;
}

/** What the parts of an explanation count: but of one option, that others are against, and within a part of the bodies. */
function countsIn({ rule, figures, parts }: Explanation, questions: readonly Slug[] | null = null): Counted[] {
  if (rule === 'option' || rule === 'within') return [];
  const of = rule === 'on-questions' ? (figures as OnQuestionsFigures).questions : questions; // as that rule counts
  const { group, lapsed = 0, pending = 0, ...counts } = figures as Partial<Counted> & { lapsed?: number };
  const own =
    group === undefined
      ? []
      : [{ group, questions, for: counts.for ?? 0, against: counts.against ?? 0, pending: pending + lapsed }];
  return [...own, ...parts.flatMap((part) => countsIn(part, of))];
}

/** On which side a body is, where it is only asked about some questions. */
function sideOn(questions: readonly Slug[] | null, { side, answers }: StandFigures): Side {
  if (questions === null || Object.keys(answers).length === 0) return side;
  return sideOf(questions.map((one) => answers[one] ?? 'undecided'));
}

/** Whose turn it is where a body does not count yet; what is null is nobody's, or not of the body itself. */
const turnsFor: Record<MissingWhy, 'decide' | 'confirm' | 'answer' | null> = {
  silent: 'decide',
  scheduled: 'decide',
  disputed: 'decide',
  deferred: 'decide',
  noted: 'decide',
  forwarded: 'decide',
  'not-in-plan': 'decide',
  announced: 'decide',
  stale: 'decide',
  'other-text': 'decide',
  unconfirmed: 'confirm',
  'condition-open': 'answer',
  'condition-rejected': 'decide',
  'subject-to': null,
};

it('5 One telling: whoever does not count yet has the turn that its stand says, and nobody else decides', () => {
  everyMoment(40, (moment) => {
    const { dossier, round, day, figures } = moment;
    if (runningState(dossier) !== 'running' || round.withdrawn) return;
    const turns = turnsOf(dossier, day, () => false).filter((turn) => turn.gate === gate && turn.phase === gate);
    for (const { body, why, shadow, beside, act, said } of figures) {
      const own = turns.filter((turn) => turn.body === body && isDeciding(turn));
      const expected = why === 'subject-to' && said.refused ? 'decide' : why && turnsFor[why];
      expect([why, own.some(({ what }) => what !== 'confirm')]).toEqual([why, expected === 'decide']);
      const waiting = [...(shadow && act ? [act] : []), ...beside].sort();
      const toConfirm = own.filter(({ what }) => what === 'confirm').map(({ decision }) => decision ?? '');
      expect([why, toConfirm.sort()]).toEqual([why, waiting]);
      const answered = turns.some(
        (turn) => turn.what === 'answer-condition' && [turn.body, ...turn.bodies].includes(body),
      );
      if (expected === 'answer') expect([why, answered]).toEqual([why, true]);
    }
  });
});
