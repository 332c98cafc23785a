// Where Dutch stands: in src/wording, in the words of a capability, in plans, in registers and in the story of the
// demonstration; and as data in the files that are listed here with how many literals they hold. Who answers takes words
// from the language that is given.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');

/** Where Dutch is meant to be. */
const isMeant = (path: string): boolean =>
  path.startsWith('src/wording/') || path === 'src/app/demonstration.ts' || /^src\/[\w-]+\/wording\.ts$/.test(path);

/** Dutch that is data: titles that plans are given and that stand in their hash, the reason of a sample, and what decrees are called. */
const data: Record<string, number> = {
  'src/domain/workflow/define.ts': 6,
  'src/domain/workflow/with-parties.ts': 1,
  'src/app/demonstration-calendars.ts': 1, // the source of calendars that were made up, as data
  'src/domain/public-holidays.ts': 4, // titles of decrees
  'src/domain/rules/assumed.ts': 1,
};

/** Words that no English sentence has, and hardly a Dutch one goes without. */
const dutch =
  /\b(de|het|een|van|niet|geen|kies|noem|laat|wordt|worden|zijn|hier|fase|moet|geef|bestaat|voor|deze|dit|uit|ten minste|wijzig|mist|staat|naar|maar|ook|bij|nog|alle|wie|welke|schrijf|vul|zie)\b/i;

/** SQL, in which a name may be a Dutch word. */
const isStatement = (text: string): boolean => /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA)\b/.test(text);

/** The literals in a file that say something in Dutch; of a template what stands between its values. */
function dutchIn(path: string, text: string): string[] {
  const found: string[] = [];
  const say = (said: string) => {
    if (/\s/.test(said.trim()) && dutch.test(said) && !isStatement(said)) found.push(said.trim());
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) say(node.text);
    if (ts.isTemplateExpression(node))
      say([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, look);
  };
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind));
  return found;
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('src', file));

describe('Dutch outside of src/wording', () => {
  const found = new Map(
    sources
      .filter((path) => !isMeant(path))
      .map((path) => [path, dutchIn(path, readFileSync(join(root, path), 'utf8'))] as const)
      .filter(([, said]) => said.length > 0),
  );

  it('stands in no file but those that are listed, and in those no more than is listed', () => {
    const more = [...found].flatMap(([path, said]) => (said.length > (data[path] ?? 0) ? { path, said } : []));
    expect(more).toEqual([]);
  });

  it('is listed for no more than there is', () => {
    const counts = Object.fromEntries([...found].map(([path, said]) => [path, said.length]));
    expect(counts).toEqual(data);
  });
});

/** What is said of the API itself, in Dutch alone, and the codes that it names. */
const describesApi = [
  'src/http/describe.ts',
  'src/http/described-answers.ts',
  'src/api/field-descriptions.ts',
  'src/api/migration-answer.ts',
  'src/api/openapi.ts',
  'src/api/schemas.ts',
];

it('stands behind the language that is given, where people and programs are answered', () => {
  const answering = sources.filter((path) => /^src\/(?!domain|wording|store|app|replay|cli)\w+\//.test(path));
  const byName = answering.filter((path) =>
    /^import (?!type)[^;]*? from '[^']*\/wording\/(?!wording\.js)[\w/-]+\.js'/m.test(
      readFileSync(join(root, path), 'utf8'),
    ),
  );
  expect(byName.sort()).toEqual(describesApi.sort());
});

describe('what is taken for Dutch', () => {
  it.each([
    ["const a = 'kies een datum'", ['kies een datum']],
    ['const a = `kies ${day} of ${het}`', ['kies … of …']],
    ['const a = `the ${van} of ${een}`', []],
    ["const a = 'choose a date'", []],
    ["const a = 'het'", []],
    ["const a = 'SELECT de FROM het'", []],
    ["import { een } from './van de'", []],
  ])('of %s is %j', (code, said) => expect(dutchIn('a.ts', code)).toEqual(said));
});
