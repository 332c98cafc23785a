// The language is an argument of the page: in a language that is Dutch between marks, no page, form or drawing says
// anything outside of marks but names in plans and registers, and what people typed.
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erased } from '../../src/domain/facts/shown.js';
import { municipality } from '../../src/domain/workflow/define.js';
import { chapters } from '../../src/help/chapters.js';
import { credentialsOf } from '../../src/identity/stored-person.js';
import { refusalCodes } from '../../src/http/statuses.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { languages } from '../../src/wording/wording.js';
import { files } from '../fixtures/first-release/kept.js';
import { viewers, type Viewer } from '../fixtures/first-release/views.js';
import type { Problem } from '../../src/http/problem.js';
import { pagesAt } from '../support/pages.js';
import { pseudo, textsIn, unmarkedWith } from '../support/pseudo-language.js';
import { TestServer } from '../support/server.js';

const { nl } = languages;
const { look, send } = pagesAt(() => server.url);
/** What the domain says itself: in the place of a text that was erased, and a warning that has no name but its code. */
const fromDomain = [erased, 'split-procurement'];
/** Who see all that there is: others see less of the same. */
const visitors: Viewer[] = ['administrator', 'lead', 'chair', 'secretary', 'clerk', 'twente'];
/** Digests, and the routes that the security log names. */
const noWords = /\b[\da-f]{64}\b|\b(GET|POST) \/[\w/:-]*/g;
let server: TestServer;
let unmarkedOn: (page: string) => string[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  cpSync(files.database, join(folder, 'sluis.sqlite'));
  const stored = storedIn(join(folder, 'sluis.sqlite'));
  server = await TestServer.start({ folder, change: { clock: '2025-07-14T09:00:00Z' } });
  const plans = server.sluis.catalogue.all().map(({ workflow }) => workflow);
  const registers = JSON.parse(
    readFileSync(new URL('../../registers/municipalities.json', import.meta.url), 'utf8'),
  ) as { municipalities: { id: string; name: string; code: string }[] };
  // A plan that names a municipality calls its bodies so, and so they are called where none does.
  const called = registers.municipalities.map(({ id, name, code }) => municipality(id, name, code));
  const bodies = [...server.sluis.catalogue.bodies().values()].map(({ title }) => title);
  unmarkedOn = unmarkedWith([
    ...textsIn([plans, registers, called, bodies]),
    ...stored,
    ...fromDomain,
    ...textsIn([chapters.map(({ title }) => title), server.sluis.configuration.contact]),
  ]);
  languages.nl = pseudo;
}, 60_000);
afterAll(async () => {
  languages.nl = nl;
  await server.stop();
});

/** Every text that the database keeps. */
function storedIn(path: string): string[] {
  const database = new (loadSqlite())(path, { readonly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  const columns = tables.flatMap((table) => textsIn(database.prepare(`SELECT * FROM "${table}"`).all()));
  database.close();
  return columns.flatMap((text) => {
    try {
      return textsIn(JSON.parse(text));
    } catch {
      return [text];
    }
  });
}

/** What makes two addresses the same page of other things: one of them is looked at. */
const kindOf = (path: string): string => path.replaceAll(/[\da-f]{8}-[\da-f-]+/g, 'id').replaceAll(/=[^&]*/g, '');

/**
 * The pages that somebody can come to, each kind once; and what a form says that is sent with nothing in it.
 * @param sharesPlans whether plans, which everybody sees alike, are left to another
 */
async function* pagesFor(cookie: string, sharesPlans: boolean): AsyncGenerator<{ path: string; text: string }> {
  const waiting = ['/trajecten', '/taken', '/procesplannen'];
  const isToSee = (href: string): boolean =>
    !/\.(css|xlsx|docx|pdf|zip|ics)\b/.test(href) && !(sharesPlans && href.startsWith('/procesplannen/'));
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    const { text } = await look(path, cookie);
    yield { path, text };
    for (const [, href = ''] of text.matchAll(/ href="(\/[^"#]*)/g))
      if (isToSee(href)) waiting.push(href.replaceAll('&amp;', '&'));
    if (text.includes('sluis-form')) yield { path: `${path} sent`, text: (await send(path, cookie, {})).text };
  }
}

const cookieOf = async (viewer: Viewer): Promise<string> => {
  const email = `${viewers[viewer].person}@eerste.example`;
  const known = await server.sluis.work.do(({ manager }) => credentialsOf(manager, email));
  if (!known) throw new Error(`${email} is not in the database`);
  return server.signIn(known.id);
};

describe('in another language', () => {
  it.each(visitors)('every page that %s can come to', async (viewer) => {
    let visits = 0;
    const found = new Set<string>();
    for await (const { path, text } of pagesFor(await cookieOf(viewer), viewer !== 'lead')) {
      visits++;
      for (const said of unmarkedOn(text.replace(noWords, ''))) found.add(`${path}: ${said}`);
    }
    expect([...found]).toEqual([]);
    expect(visits).toBeGreaterThan(20);
  });

  it('every refusal, every page without an account, and an address that is wrong', async () => {
    const lead = await cookieOf('lead');
    const found: string[] = [];
    const paths = [
      '/aanmelden',
      '/nergens',
      '/trajecten/nergens?asOf=ooit',
      ...refusalCodes.map((code) => `/problems/${code}`),
    ];
    for (const path of paths)
      for (const cookie of ['', lead])
        found.push(...unmarkedOn((await look(path, cookie)).text).map((said) => `${path}: ${said}`));
    found.push(...unmarkedOn((await send('/aanmelden', '', { email: 'niemand@test.example', password: 'x' })).text));
    expect(found).toEqual([]);
  });

  it('what a program is told of a refusal', async () => {
    const answer = await fetch(`${server.url}/api/v1/dossiers?limit=veel`);
    const { title, detail } = (await answer.json()) as Problem;
    expect([title, detail].map((text) => text.replaceAll(/⟦.*⟧/g, ''))).toEqual(['', '']);
  });
});
