// The handbook says everything that there is to say: every rule, kind of decision, flag and code stands in its page, none
// that is gone does, and every code is reached by some other test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../src/app/plan-catalogue.js';
import type { FieldCode, RefusalCode } from '../src/domain/refusal.js';
import { decisionKinds } from '../src/domain/vocabulary.js';
import { fieldCodes } from '../src/wording/refusals/fields.js';
import { titleOfCode } from '../src/wording/refusals/problems.js';
import { refusalCodes, statusOfCode } from '../src/http/statuses.js';
import { decisionWords, flagWords } from '../src/wording/language/words.js';

const rules = await loadRules();
const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const handbook = (page: string): string => read(`docs/handboek/${page}`);

const pages = ['besluitregels.md', 'besluiten.md', 'weigeringen.md'];
const [rulesPage = '', decisionsPage = '', refusalsPage = ''] = pages.map(handbook);

/** Lines of an explanation that are no rule of their own, and what a plan may ask beside its rule. */
const besideTheRule = ['all-spoken', 'carried-conditions', 'reservations'];

const headings = (page: string): string[] => page.split('\n').filter((line) => line.startsWith('#'));
const codeIn = (text: string): string | undefined => /`([^`]+)`/.exec(text)?.[1];

/** The rows of all tables under a heading, as their cells. */
function rowsUnder(page: string, heading: string): string[][] {
  const from = page.indexOf(`\n## ${heading}\n`);
  const until = page.indexOf('\n## ', from + 1);
  if (from < 0) throw new Error(`the page has no heading "${heading}"`);
  const lines = page.slice(from, until < 0 ? undefined : until).split('\n');
  const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1));
  return cells.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell.startsWith('`')));
}

/** Each row of these tables by its code, which is the first cell that holds one. */
const byCode = (rows: string[][]): Map<string, string[]> =>
  new Map(rows.map((row) => [codeIn(row.find((cell) => cell.startsWith('`')) ?? '') ?? '', row]));

const sorted = (codes: Iterable<string>): string[] => [...codes].sort();

describe('the page about rules', () => {
  it('has a heading for every rule on disk, and for none that is gone', () => {
    const named = headings(rulesPage).flatMap((heading) => codeIn(heading) ?? []);
    expect(sorted(named)).toEqual(sorted([...rules.keys(), ...besideTheRule]));
  });

  it('explains each in one sentence and plays it with figures', () => {
    for (const section of rulesPage.split(/^### /m).slice(1)) {
      const [heading = '', sentence = '', ...rest] = section.split('\n## ')[0]?.trim().split('\n\n') ?? [];
      expect([heading, sentence.match(/[.?!](?=\s|$)/g)]).toEqual([heading, ['.']]);
      expect([heading, rest.every((example) => /^\*Voorbeeld.*\d/s.test(example)), rest.length > 0]).toEqual([
        heading,
        true,
        true,
      ]);
    }
  });
});

describe('the page about decisions', () => {
  it('has a row for every kind of decision under its own label, and for none that is gone', () => {
    const rows = byCode(rowsUnder(decisionsPage, 'Wat een orgaan kan besluiten'));
    expect(sorted(rows.keys())).toEqual(sorted(decisionKinds));
    for (const kind of decisionKinds) expect(rows.get(kind)?.[0]).toBe(decisionWords[kind]);
  });

  it('has a row for every flag in its own words, and for none that is gone', () => {
    const rows = byCode(rowsUnder(decisionsPage, 'Wat Sluis erbij zet'));
    const given = [...read('src/domain/stand/flags.ts').matchAll(/^ +\['([a-z-]+)', /gm)].map(([, flag = '']) => flag);
    expect(sorted(given)).toEqual(sorted(Object.keys(flagWords)));
    expect(sorted(rows.keys())).toEqual(sorted(given));
    for (const flag of given) expect(rows.get(flag)?.[0]).toBe(flagWords[flag]);
  });
});

describe('the page about refusals', () => {
  it('has a row for every refusal with its title and status, and for none that is gone', () => {
    const rows = byCode(rowsUnder(refusalsPage, 'Wat er werd geweigerd'));
    expect(sorted(rows.keys())).toEqual(sorted(refusalCodes));
    for (const code of refusalCodes)
      expect(rows.get(code)?.slice(0, 3)).toEqual([titleOfCode(code), `\`${code}\``, String(statusOfCode(code))]);
  });

  it('has a row for every fault of a field, and for none that is gone', () => {
    const rows = byCode(rowsUnder(refusalsPage, 'Wat er aan een veld niet klopt'));
    expect(sorted(rows.keys())).toEqual(sorted(fieldCodes));
  });

  it('says of each when it happens and what to do', () => {
    const rows = ['Wat er werd geweigerd', 'Wat er aan een veld niet klopt'].flatMap((heading) =>
      rowsUnder(refusalsPage, heading),
    );
    for (const row of rows) expect([row[0], row.slice(-2).every((cell) => cell.endsWith('.'))]).toEqual([row[0], true]);
  });
});

describe('the links of these pages', () => {
  /** As it is in the address of a heading: lower case, spaces as hyphens, no other signs. */
  const anchor = (heading: string): string =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');

  it.each(pages)('of %s lead to a page and a heading that are there', (page) => {
    const links = [...handbook(page).matchAll(/\]\(([\w-]+\.md)?(?:#([^)]+))?\)/g)];
    expect(links).not.toEqual([]);
    for (const [link, file = page, heading] of links) {
      const anchors = headings(handbook(file)).map(anchor);
      expect([link, heading === undefined || anchors.includes(heading)]).toEqual([link, true]);
    }
  });
});

describe('every code', () => {
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && file !== 'docs.test.ts')
    .map((file) => read(join('test', file)))
    .join('\n');
  const occurs = (before: string, code: string): boolean => new RegExp(`${before}${code}[,'"\`]`).test(tests);
  /** As `'409 overtaken'`, or alone in its quotes. */
  const isRefused = (code: RefusalCode): boolean => occurs(`(?:\\b${statusOfCode(code)} |['"\`])`, code);
  /** As `'400 /on bad-date'`, also among others, or `'400  required'` of the message as a whole. */
  const isFaulted = (code: FieldCode): boolean => occurs('(?:400 {2}|[/?]\\S* )', code);

  it('is reached by another test', () => {
    const unreached: (RefusalCode | FieldCode)[] = [
      ...refusalCodes.filter((code) => !isRefused(code)),
      ...fieldCodes.filter((code) => !isFaulted(code)),
    ];
    expect(unreached).toEqual([]);
  });
});
