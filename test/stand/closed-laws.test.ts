// What a body keeps to itself tells others nothing: two stories that differ only in what a closed act says, or in its day,
// give everyone else the same answers, before and after a conclusion; and beside a known decision it is as if it were not there.
// What other systems hear is held by test/webhooks: it is judged by the same `shownEvents`, and shown here as `events`.
import { eventView } from '../../src/api/event-view.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import type { Calendars } from '../../src/domain/calendars/body-calendar.js';
import { forecastOf } from '../../src/domain/forecast/forecast.js';
import { isClosed } from '../../src/domain/dossier/release.js';
import { noticesDue } from '../../src/domain/turns/notices.js';
import { remindersDue } from '../../src/domain/turns/reminders-due.js';
import { openGatesIn } from '../../src/app/reminder-letters.js';
import { visibleDays } from '../../src/domain/dossier/days.js';
import { courseOf, isOpen } from '../../src/domain/stand/course.js';
import { currentRound } from '../../src/domain/dossier/state.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { boardInSteps } from '../../src/domain/views/board-view.js';
import { shownEvents } from '../../src/domain/views/visibility.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { gateFigures } from '../../src/domain/views/gate-view.js';
import type { Reading } from '../../src/domain/views/viewer.js';
import { daysAfter } from '../../src/domain/calendar.js';
import type { Day } from '../../src/domain/vocabulary.js';
import { briefingOf } from '../../src/web/out/briefing.js';
import { dossierBlocks } from '../../src/web/out/dossier-document.js';
import { paragraphDocument, responsesDocument } from '../../src/web/out/letter-documents.js';
import { conditionsSheet, decisionsSheet, gateSheet, matrixSheet, type Listing } from '../../src/web/out/sheets.js';
import { findableLog, findInLine } from '../../src/app/found-lines.js';
import { logLines } from '../../src/web/log/log-lines.js';
import { addressesOf } from '../../src/web/pages/addresses.js';
import { stemsIn } from '../../src/wording/language/stems.js';
import { languages } from '../../src/wording/wording.js';
import { atOnce } from '../support/fold.js';
import { chanceFrom, type Chance } from '../support/random-history.js';
import { daysOf } from './content.js';
import { gates, law } from './law.js';
import { content } from './said.js';
import { put, storyOf, type Fact, type FactOf, type Story } from './story.js';
import { telling, Told } from './told.js';

type Act = FactOf<'act'>;

const isOfBody = (fact: Fact): fact is Act => fact.what === 'act' && fact.by === 'body';

/** A story in which one act of a body is closed for good, whatever was said of it but that it is taken back. */
function withClosed({ plan, facts }: Story, chance: Chance): { story: Story; act: Act } | null {
  const { kept } = telling({ plan, facts });
  const acts = kept.filter(isOfBody);
  const chosen = acts[chance(Math.max(1, acts.length))];
  if (!chosen) return null;
  const release = { scope: 'own', ground: 'Gemeentewet art. 86' } as const;
  const act: Act = { ...chosen, fixed: true, said: { ...chosen.said, release } };
  const isLeft = (fact: Fact) => !('about' in fact && fact.about === act.key) || fact.what === 'withdrawal';
  return { story: { plan, facts: kept.filter(isLeft).map((fact) => (fact === chosen ? act : fact)) }, act };
}

/** The same act with other content, and often another day on which it can have been taken. */
function otherwise({ plan, facts }: Story, act: Act, chance: Chance): Act {
  const back = facts.find((fact) => fact.what === 'withdrawal' && fact.about === act.key);
  const latest = back ? back.on : act.recorded;
  const day = daysAfter(put, chance(30));
  const on = chance(2) === 0 && day <= latest ? day : act.on;
  const { round, proposalVersion, release } = act.said;
  return {
    ...act,
    on,
    said: { ...content(plan, { ...act, on }, chance), decidedOn: on, round, proposalVersion, release },
  };
}

/** Tells it with a conclusion before one of the facts. @returns which of these were accepted */
function tellRuled(story: Story, ruledBefore: number): { told: Told; accepted: boolean[] } {
  const told = new Told(story.plan);
  const accepted = story.facts.flatMap((fact, i) => [...(i === ruledBefore ? [told.rules()] : []), told.tries(fact)]);
  return { told, accepted };
}

const now = '2024-12-31T12:00:00.000Z';

const lookedAt = (reading: Reading) => ({
  ...{ reading, wording: languages.nl, query: {} },
  at: addressesOf(reading.dossier.id, reading.moment),
});

/** What this reader takes along as files. */
const sheetsOf = (reading: Reading): Listing[] => {
  const looked = lookedAt(reading);
  return [
    ...[matrixSheet, decisionsSheet, conditionsSheet].map((make) => atOnce(make(looked))),
    ...gates.map((moment) => atOnce(gateSheet({ ...looked, query: { moment } }))),
  ];
};

/** The words of these stories, and of what stands around them. */
const searched = ['kosten', 'scholen', 'besloten', 'terug', 'daarom', 'wijziging', 'opnieuw', 'versie', 'zo kosten'];

/** What this reader finds by each word, among the lines that the log shows. */
function foundBy(reading: Reading, shown: ReturnType<typeof shownEvents<{ event: DossierEvent }>>): unknown[] {
  const log = findableLog(reading, shown);
  return searched.map((words) => {
    const stems = stemsIn(words);
    const found = shown.map(({ event: { sequence } }) => findInLine(log, { sequence, part: 'text' }, stems));
    return found.map((one) => one && [one.line.event.sequence, one.texts]);
  });
}

/** Every body meets each Tuesday. */
const tuesdays = ({ plan }: Reading['dossier'], day: Day): Calendars => ({
  region: null,
  bodies: new Map(
    [...plan.bodies.keys()].map((body) => [
      body,
      {
        ...{ body, source: 'proef', assumed: true, from: daysAfter(day, -30), until: daysAfter(day, 365) },
        patterns: [{ kind: 'weekly', weekday: 2, every: 1 }],
        ...{ extra: [], cancelled: [], recess: [], keepsRegionRecess: false, lead: [], papersDays: 3 },
      },
    ]),
  ),
});

/** As the API is given them to show. */
const salted = (texts: DossierEvent['texts']) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text, salt: '0' }]));

/** Everything that someone of another party is answered at a moment, but for names and seals that mean nothing. */
function answers(told: Told, today: Day, asOf: Day | null, apart: RegExp): string[] {
  const reading: Reading = told.play.reading(today, asOf);
  const { dossier, day, viewer } = reading;
  const shown = shownEvents(
    told.play.events.map((event) => ({ event, texts: salted(event.texts), previous: '', format: 2 })),
    reading,
  );
  const parts: Record<string, unknown> = {
    ...Object.fromEntries(gates.map((gate) => [gate, gateFigures(reading, gate)])),
    dossier: dossierView(reading),
    board: atOnce(boardInSteps(reading)),
    sheets: asOf === null ? sheetsOf(reading) : [],
    document:
      asOf === null
        ? [...dossierBlocks(lookedAt(reading), { events: [], titles: new Map() }, now)].filter(Boolean)
        : [],
    letters:
      asOf === null
        ? gates.flatMap((gate) =>
            [responsesDocument, paragraphDocument].map((make) => atOnce(make(lookedAt(reading), gate, now)).blocks),
          )
        : [],
    briefings: gates.map((gate) => briefingOf({ reading, wording: languages.nl }, gate).parts),
    turns: turnsOf(dossier, day, (decision) => !isClosed(decision, day)),
    reminders: remindersDue(dossier, day, { before: [28, 14, 7, 1], after: 1 }),
    notices: noticesDue(
      shown.map(({ event }) => event),
      '',
    ),
    overview: asOf === null ? openGatesIn(reading, (gate) => gate) : [],
    forecast: asOf === null ? forecastOf(dossier, tuesdays(dossier, day), day) : null,
    days: visibleDays(dossier.days, today, () => false),
    found: foundBy(reading, shown),
    log: logLines(reading, shown, shown, addressesOf(dossier.id, reading.moment), languages.nl),
    events: shown.map((one) => eventView(one as never, viewer)), // as they are stored
  };
  const text = JSON.stringify(Object.entries(parts).filter(([name]) => !apart.test(name)));
  const names = new Map<string, number>();
  const plain = text.replace(/\bid-\d+/g, (id) => `#${names.get(id) ?? names.set(id, names.size).get(id)}`);
  return plain.replace(/"[0-9a-f]{64}"/g, '""').split(/(?<=[}\]]),/);
}

const lastDay = (facts: readonly Fact[]): Day =>
  facts.reduce((last, { recorded }) => (recorded > last ? recorded : last), put);

it('7 Closed: whatever a closed act says, and whenever it was, others are answered the same', () => {
  let told_ = 0;
  law(40, (drawn, seed) => {
    const chance = chanceFrom(seed);
    const one = withClosed(storyOf(drawn), chance);
    if (!one) return;
    const { story, act } = one;
    const other = otherwise(story, act, chance);
    const ruledBefore = chance(story.facts.length * 2);
    const twin = { ...story, facts: story.facts.map((fact) => (fact === act ? other : fact)) };
    const [was, is] = [tellRuled(story, ruledBefore), tellRuled(twin, ruledBefore)];
    if (was.accepted.join() !== is.accepted.join()) {
      // What the body itself may say depends on what it said; of others it does not.
      const facts = story.facts.flatMap((fact, i) => (i === ruledBefore ? ['ruling' as const, fact] : [fact]));
      const differ = facts.filter((_, i) => was.accepted[i] !== is.accepted[i]);
      expect(differ.filter((fact) => fact === 'ruling' || fact.body !== act.body)).toEqual([]);
      return;
    }
    told_++;
    const today = daysAfter(lastDay(story.facts), 1);
    for (const asOf of [
      null,
      ...some(
        daysOf(story.facts, put).filter((day) => day <= today),
        chance,
      ),
    ])
      expect([asOf, ...answers(is.told, today, asOf, /^$/)]).toEqual([asOf, ...answers(was.told, today, asOf, /^$/)]);
  });
  expect(told_).toBeGreaterThan(10);
});

it('7 Closed: whatever a paper says that is for its own body alone, others are answered the same', () => {
  const paper = (title: string, file: string) => ({
    ...{ title, url: `https://example.org/${title}`, file: file.repeat(64), scope: 'own' as const },
  });
  let told_ = 0;
  law(20, (drawn, seed) => {
    const chance = chanceFrom(seed);
    const { plan, facts } = storyOf(drawn);
    const acts = facts.filter((fact) => fact.what === 'act');
    const chosen = acts[chance(Math.max(1, acts.length))];
    if (!chosen) return;
    const withPapers = (...evidence: ReturnType<typeof paper>[]): Story => ({
      plan,
      facts: facts.map((fact) => (fact === chosen ? { ...chosen, said: { ...chosen.said, evidence } } : fact)),
    });
    const ruledBefore = chance(facts.length * 2);
    const one = tellRuled(withPapers(paper('kosten', 'a'), paper('scholen', 'b')), ruledBefore);
    const other = tellRuled(withPapers(paper('daarom', 'c'), paper('wijziging', 'd')), ruledBefore);
    expect(one.accepted).toEqual(other.accepted);
    if (!one.told.play.events.some(({ texts }) => 'evidence/0/file' in texts)) return;
    told_++;
    const today = daysAfter(lastDay(facts), 1);
    for (const asOf of [
      null,
      ...some(
        daysOf(facts, put).filter((day) => day <= today),
        chance,
      ),
    ])
      expect([asOf, ...answers(one.told, today, asOf, /^$/)]).toEqual([
        asOf,
        ...answers(other.told, today, asOf, /^$/),
      ]);
  });
  expect(told_).toBeGreaterThan(5);
});

it('7 Closed: beside a decision that is known it is as if it were not there', () => {
  let told_ = 0;
  law(60, (drawn, seed) => {
    const chance = chanceFrom(seed);
    const one = withClosed(storyOf(drawn), chance);
    if (!one) return;
    const { story, act } = one;
    const without = {
      ...story,
      facts: story.facts.filter((fact) => fact !== act && !('about' in fact && fact.about === act.key)),
    };
    const withIt = { ...story, facts: story.facts.filter((fact) => !('about' in fact && fact.about === act.key)) };
    const [was, is] = [telling(without), telling(withIt)];
    if (was.kept.length + 1 !== is.kept.length) return;
    const today = daysAfter(lastDay(story.facts), 1);
    const days = daysOf(story.facts, put).filter((day) => day >= act.recorded && day <= today);
    if (!days.every((day) => isKnown(was.told, act, day))) return;
    told_++;
    const apart = /^(log|events|days|found)$/;
    const shown = (told: Told, asOf: Day | null) =>
      answers(told, today, asOf, apart).map((line) => line.replace(/"(sequence|version)":\d+/g, ''));
    for (const asOf of [null, ...some(days, chance)])
      expect([asOf, ...shown(is.told, asOf)]).toEqual([asOf, ...shown(was.told, asOf)]);
  });
  expect(told_).toBeGreaterThan(1);
});

/** A few of these days: everything that anyone is shown of each takes long. */
const some = (days: readonly Day[], chance: Chance): Day[] => {
  const from = chance(4);
  return days.filter((_, i) => i % 4 === from);
};

/** Whether a decision of the body that is known stands on that day, in the round that the act is of. */
function isKnown({ dossier }: Told, { gate: id, body, said }: Act, day: Day): boolean {
  const round = dossier.rounds[id]?.find(({ number }) => number === said.round) ?? currentRound(dossier, id);
  const course = round && courseOf({ dossier, id, round, day }, body);
  return course?.by === 'own' && course.decision !== null && !isOpen(course.decision);
}
