// The journeys of everyone who works with Sluis, against the product as it is built. In every run each job is done in one way
// of working, so that every role meets each width, both hands, and pages with and without scripts; with SLUIS_GATES=everywhere
// all jobs are done in all twelve ways. SLUIS_TAKEN=tell says what each job took.
import { accepted } from '../support/drenthe.js';
import { TestBrowser } from '../support/browser.js';
import { Person } from '../support/person.js';
import { demonstration, Visitor, type Demonstration } from '../support/visitor.js';
import { inWords, ways, type Way } from '../support/ways.js';
import { answering, concluding } from './journeys/chair.js';
import { griffier } from './journeys/griffier.js';
import { signsIn, type Job, type Place } from './journeys/job.js';
import { lead, leadAfterNoGo } from './journeys/lead.js';
import { reader, readerLater } from './journeys/reader.js';
import { secretary, secretaryLater } from './journeys/secretary.js';

/** The day before the term. */
const clock = '2024-05-15T09:00:00Z';

/** One after another, as each finds what those before it recorded. */
const story: readonly Job[] = [
  reader,
  lead,
  secretary,
  griffier,
  answering,
  secretaryLater,
  concluding,
  leadAfterNoGo,
  readerLater,
].flat();

const wayIn = (turn: number): Way => {
  const way = ways[turn % ways.length];
  if (!way) throw new Error('there are ways');
  return way;
};
const everywhere = ways.map((way) => ({ title: inWords(way), wayOf: () => way }));
const inEveryRun = [{ title: 'each in a way of its own', wayOf: wayIn }];

let browser: TestBrowser;
beforeAll(async () => {
  browser = await TestBrowser.start();
});
afterAll(() => browser.stop());

describe.each(process.env.SLUIS_GATES === 'everywhere' ? everywhere : inEveryRun)('$title', ({ wayOf }) => {
  let found: Demonstration;
  let place: Place;
  let [lively, plain]: Visitor[] = [];

  beforeAll(async () => {
    found = await demonstration(clock);
    place = placeIn(found);
    lively = new Visitor(await browser.page({ width: 1366, scripts: true }), found.base);
    plain = new Visitor(await browser.page({ width: 1366 }), found.base);
  }, 60_000);
  afterAll(() => found.stop());

  const turns = story.map((job, turn) => ({ ...job, way: wayOf(turn), in: inWords(wayOf(turn)), job }));
  it.each(turns)('$who $does, $in', async ({ job, way }) => {
    const visitor = way.scripts ? lively : plain;
    if (!visitor) throw new Error('nobody looks');
    await job.after?.(place);
    await visitor.page.setViewportSize({ width: way.width, height: way.width < 1000 ? 640 : 800 });
    await visitor.become(job.signsIn ? undefined : job.who);
    const person = new Person(visitor.page, way);
    await person.goTo(await job.at(place));
    for (const step of [...(job.signsIn ? signsIn(job.who) : []), ...job.steps]) await step(person);
    expect(person.taken.presses).toBeLessThanOrEqual(job.pressesMax ?? Infinity);
    if (process.env.SLUIS_TAKEN === 'tell') tell(job, person);
  });
});

function placeIn(found: Demonstration): Place {
  const { base, dossier: letter } = found;
  const idOf = async (word: string): Promise<string> => {
    const lead = await found.as('kwartiermaker');
    const { body } = await lead.get<{ items: { id: string; title: string }[] }>('/dossiers');
    const one = body.items.find(({ title }) => title.includes(word));
    if (!one) throw new Error(`no dossier is called ${word}`);
    return one.id;
  };
  return {
    base,
    letter,
    other: async (word) => `${base}/trajecten/${await idOf(word)}`,
    async record(who, word, call, said) {
      const client = await found.as(who);
      await accepted(client.post(`/dossiers/${await idOf(word)}/${call}`, said));
    },
  };
}

/** As a row of a table: what was pressed and filled in, and how long its forms and all its pages take to read, at four words a second. */
function tell({ who, does }: Job, { taken: { presses, fields, words, wordsOfForms } }: Person): void {
  const [forms, all] = [wordsOfForms, words].map((n) => `${Math.round(n / 4)} s`);
  process.stdout.write(`| ${who.replace(/\..*/, '')}: ${does} | ${presses} + ${fields} | ${forms} | ${all} |\n`);
}
