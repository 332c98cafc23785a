// What pages tell: the rows of a gate; the matrix, and the card of each open gate with its legend, of the dossier.
import { standSigns } from '../../../src/domain/views/stand-view.js';
import { capital } from '../../../src/wording/language/words.js';
import { notCountingOf, tallyOf, type Expected } from './expected.js';
import { asked, differs, type LookedAt, type Viewer } from './looked-at.js';
import { elements, firstOf, numberIn, rowsIn, standsIn, textOf, verdictsIn, type Seen } from './page-reader.js';

/** A stand as it is to be seen where its sign and word stand. */
const shownAs = ({ told: { body, side, why, sign, word } }: Expected): Seen => ({
  body,
  stand: why ?? side,
  question: null,
  sign,
  word: capital(word),
});

const byBody = (one: Seen, other: Seen): number => one.body.localeCompare(other.body);

export async function gatesOnPages({ then, moment, dossier }: LookedAt, viewer: Viewer): Promise<string[]> {
  const found: string[] = [];
  for (const gate of then.gates) {
    const page = await viewer.look(`/trajecten/${dossier}/momenten/${gate}${asked(moment)}`);
    const table = firstOf(page, /<table class="[^"]*sluis-bodies[^>]*>/);
    const all = then.at(gate);
    const rows = elements(table, /<tr\b[^>]*>/).map(textOf);
    const saying = (words: RegExp): number => rows.filter((row) => words.test(row)).length;
    const kept = all.filter(({ stand }) => stand.hidden && stand.body === viewer.body);
    const alone = kept.filter(({ told: { act } }) => act === null).length; // beside an announcement it is a later one
    found.push(
      ...inTable(`${gate}: rows`, standsIn(table), all),
      ...differs(
        `${gate}: rows with something beside`,
        [/de regio legde ook/i, /uw besluit telt nog niet/, /een later besluit is nog niet vrijgegeven/].map(saying),
        [all.filter(({ told }) => told.beside.length > 0).length, alone, kept.length - alone],
      ),
      ...elsewhere(gate, standsIn(page), all),
    );
  }
  return found;
}

/** In a table stand all bodies, and within the word of each what it answered where that differs. */
function inTable(where: string, seen: Seen[], all: readonly Expected[]): string[] {
  const whole = seen.filter(({ question }) => question === null);
  return [
    ...differs(where, whole.sort(byBody), all.map(shownAs).sort(byBody)),
    ...all.flatMap(({ told: { body, answers, word } }) => {
      const told = seen.filter((one) => one.body === body && one.question !== null).map(({ question }) => question);
      const isEach = /^(verdeeld|per vraag verschillend): /.test(word);
      return differs(`${where}: ${body}: answers`, told.sort(), isEach ? Object.keys(answers).sort() : []);
    }),
  ];
}

/** Wherever else on the page of a gate a stand is told, it is that of its body, and an answer that on its question. */
const elsewhere = (gate: string, seen: readonly Seen[], all: readonly Expected[]): string[] =>
  seen.flatMap(({ body, stand, question }) => {
    const is = all.find((one) => one.told.body === body)?.told;
    const expected = question === null ? is && (is.why ?? is.side) : is?.answers[question];
    return differs(`${gate}: ${body} ${question ?? ''}`, stand, expected);
  });

export async function dossierOnPage({ then, moment, dossier }: LookedAt, viewer: Viewer): Promise<string[]> {
  const page = await viewer.look(`/trajecten/${dossier}${asked(moment)}`);
  return [...matrixIn(then, page), ...then.gates.flatMap((gate) => cardIn(then, page, gate))];
}

function matrixIn(then: LookedAt['then'], page: string): string[] {
  const rows = rowsIn(firstOf(page, /<table class="[^"]*sluis-matrix[^>]*>/));
  const totals = rows.at(-1) ?? [];
  return then.gates.flatMap((gate, column) => {
    const all = then.at(gate);
    const seen = rows.slice(0, -1).flatMap((cells) => standsIn(cells[column] ?? ''));
    const round = then.roundOf(gate);
    const total = textOf(totals[column] ?? '');
    const isOpen = round?.settled === null;
    return [
      ...inTable(`${gate}: column`, seen, all),
      ...(round && isOpen ? countedIn(`${gate}: total`, total, all, tallyOf(all, round).decided) : []),
    ];
  });
}

/** How many decided, and how many of those do not count. */
function countedIn(where: string, text: string, all: readonly Expected[], decided: number): string[] {
  const notCounting = notCountingOf(all);
  return [
    ...differs(`${where}, decided`, numberIn(text, /(\d+)/), decided),
    ...differs(`${where}, not counting`, numberIn(text, /\((\d+)/) || 0, notCounting),
  ];
}

const sum = (items: readonly { n: number }[]): number => items.reduce((all, { n }) => all + n, 0);

const some = ([, n]: readonly [unknown, number]): boolean => n > 0;

function cardIn(then: LookedAt['then'], page: string, gate: string): string[] {
  const card = firstOf(page, new RegExp(`<section class="sluis-gate[^>]*aria-labelledby="gate-${gate}"[^>]*>`));
  const round = then.roundOf(gate);
  const isOpen = round?.settled === null && round.withdrawn === null;
  if (!isOpen || card === '') return differs(`${gate}: card`, card !== '', isOpen);
  const all = then.at(gate);
  const figures = textOf(firstOf(card, /<span class="sluis-figures">/));
  const items = elements(firstOf(card, /<ul class="sluis-legend">/), /<li>/).flatMap((item) =>
    verdictsIn(item).map(({ sign }) => ({ sign, n: numberIn(textOf(item), /(\d+)$/) })),
  );
  const legend = standSigns.map((sign) => [sign, sum(items.filter((item) => item.sign === sign))] as const);
  const counts = standSigns.map((sign) => [sign, all.filter(({ told }) => told.sign === sign).length] as const);
  const needed = standsIn(firstOf(card, /<div class="sluis-gate__needed">/)).filter(
    ({ question }) => question === null,
  );
  return [
    ...countedIn(`${gate}: card`, figures, all, tallyOf(all, round).decided),
    // A sign that nobody has may stand in it, or not.
    ...differs(`${gate}: legend`, legend.filter(some), counts.filter(some)),
    ...differs(
      `${gate}: needed`,
      needed.filter(({ body }) => all.some(({ told }) => told.body === body && told.why)).map(({ body }) => body),
      all.filter(({ told }) => told.why).map(({ told }) => told.body),
    ),
    ...elsewhere(gate, standsIn(card), all),
    ...needed.flatMap(({ body, word }) => {
      const is = all.find(({ told }) => told.body === body)?.told;
      return is && word.startsWith(capital(is.word)) ? [] : [`${gate}: needed: ${body}: ${word}`];
    }),
  ];
}
