// Every regular expression of the product, on texts that are made to be hard for it: none takes long enough for others to
// notice, whatever it is given.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';

/** More than most of them are ever given. What takes the square of it takes a tenth of a second. */
const length = 16_384;
/** Of the processor: on a busy machine a clock says what others did, too. */
const mostMs = 20;
const triesMax = 3;
/** So many of the characters are tried two by two as well; before a release all of them. */
const paired = Number(process.env.SLUIS_PUMPS ?? 5);

interface Expression {
  path: string;
  source: string;
  flags: string;
}

/** What these are given is short, and never what somebody sent. */
const ofShortTexts = new Map([
  ['src/api/reference-fields.tsx', 'the names of the schemas of the description'],
  [
    'src/wording/language/parts-of-votes.ts',
    'a weight, which a plan or a rule was refused with more than a few digits of',
  ],
  ['src/domain/rules/weighted.ts', 'the few digits of a weight behind its point'],
]);

const root = resolve(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((one) =>
  /\.tsx?$/.test(one),
);
const made: string[] = [];
const expressions = files.flatMap((file) => expressionsIn(join('src', file)));

function expressionsIn(path: string): Expression[] {
  const found: Expression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ path, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') made.push(path);
    ts.forEachChild(node, look);
  };
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  look(ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true, kind));
  return found;
}

/** What it may stumble over: its own characters, and one of each sort, alone and two by two. */
function pumpsFor({ source }: Expression): string[] {
  const own = source
    .replace(/\\[pP]\{\w+\}|\\./g, (escaped) => (/\\[^\w]/.test(escaped) ? escaped.slice(1) : ' '))
    .replace(/[()|?*+^${}[\]\\]/g, '');
  const single = [...new Set([...[...own].slice(0, 12), 'a', '0', ' ', '-', '"', '\n', 'é', '\u202a'])];
  const some = single.slice(0, paired);
  return [...single, ...some.flatMap((one) => some.map((other) => one + other))];
}

/** In a context of its own, which alone can be stopped while an expression runs. */
const context = createContext({ expression: /x/, text: '' });
const test = new Script('expression.test(text)');

function timeOf(expression: RegExp, text: string): number {
  let least = Infinity;
  for (let tries = 0; tries < triesMax && least >= mostMs; tries++) {
    Object.assign(context, { expression, text });
    const begun = process.cpuUsage();
    try {
      test.runInContext(context, { timeout: 8 * mostMs });
    } catch {
      // it was stopped: what it took until then is more than enough, unless others took it
    }
    least = Math.min(least, process.cpuUsage(begun).user / 1_000);
  }
  return least;
}

/** The text that is too hard, in short; null where none is. */
function tooHard(one: Expression): string | null {
  const expression = new RegExp(one.source, one.flags.replace(/[gy]/g, ''));
  for (const pump of pumpsFor(one)) {
    const pumped = pump.repeat(length / pump.length);
    for (const text of [pumped, `${pumped}\u0000`])
      if (timeOf(expression, text) >= mostMs)
        return `${one.path}: /${one.source}/${one.flags} on ${JSON.stringify(pump)}…`;
  }
  return null;
}

it('finds what is hard', () => {
  const isHard = (source: string) => tooHard({ path: 'x', source, flags: '' }) !== null;
  expect(['^(a+)+$', '\\s+$', '(a|a)*b', 'a+b'].map(isHard)).toEqual([true, true, true, true]);
  expect(['^[a-z]+$', '^\\d{1,4}$', '^a+b'].map(isHard)).toEqual([false, false, false]);
});

it('every expression is quick on as much as a whole form holds', () => {
  expect(expressions.length).toBeGreaterThan(90);
  const hard = expressions.flatMap((one) => (tooHard(one) === null ? [] : [one]));
  const others = hard.filter(({ path }) => !ofShortTexts.has(path));
  expect(others.map(tooHard)).toEqual([]);
  expect(new Set(hard.map(({ path }) => path))).toEqual(new Set(ofShortTexts.keys()));
});

it('none is made of what somebody sent: but of the addresses of the server, its own description and its own words', () => {
  expect(made.sort()).toEqual([
    ...['src/api/reference-example.ts', 'src/domain/roles/sheet-names.ts', 'src/http/addresses.ts'],
    ...Array.from({ length: 6 }, () => 'src/wording/language/stems.ts'), // of its letters
    'src/wording/pages/glossary.ts',
  ]);
});
