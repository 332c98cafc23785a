// The lists of a dossier as sheets: what the pages tell, of the same views, cell by cell. So whoever may not know something on a
// page does not find it in a file.
import { boardInSteps, type BoardCell, type BoardColumn } from '../../domain/views/board-view.js';
import type { ConditionView } from '../../domain/views/decision-view.js';
import type { RequirementView } from '../../domain/views/requirement-view.js';
import { isBody } from '../../domain/stand/requirements.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { SheetCell, SheetColumn, SheetKind } from '../../http/out/sheet.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import { decidedLines } from '../dossier/decided-lines.js';
import type { FormContext } from '../forms/form-kind.js';
import { askedBodies, chosenBodies, countedBodies, dueFor } from '../pages/body-choice.js';
import { linesOf } from '../pages/body-lines.js';
import { additionsOf } from '../pages/gate/body-table.js';
import type { DecidedLine } from '../pages/dossier/decided.js';
import { decidedTexts } from './text-of.js';

/** A dossier as somebody sees it, and what the address asks of it. */
export type Looked = Pick<FormContext, 'reading' | 'wording' | 'query'>;

/** A table without what it is called. */
export interface Listing {
  columns: SheetColumn[];
  rows: SheetCell[][];
}

/** A column, and what it says of each. */
type Telling<T> = [head: string, tell: (one: T) => SheetCell | undefined, kind?: SheetKind];

export function listingOf<T>(told: readonly Telling<T>[], all: readonly T[]): Listing {
  return {
    columns: told.map(([head, , kind = 'text']) => ({ head, kind })),
    rows: all.map((one) => told.map(([, tell]) => tell(one) ?? null)),
  };
}

/** So many rows in one step. */
const rowsPerStep = 50;

/** The same of what can be long. */
export function* listingInSteps<T>(told: readonly Telling<T>[], all: readonly T[]): InSteps<Listing> {
  const { columns } = listingOf(told, []);
  const rows: SheetCell[][] = [];
  for (let from = 0; from < all.length; from += rowsPerStep) {
    rows.push(...listingOf(told, all.slice(from, from + rowsPerStep)).rows);
    yield;
  }
  return { columns, rows };
}

/** Municipalities by phases: the word of each, and beside it its day where any of them has one. */
export function* matrixSheet({ reading, wording }: Looked): InSteps<Listing> {
  const { out, standWord, visitWords, informedWords, capital } = wording;
  const { columns, rows } = yield* boardInSteps(reading);
  const word = (cell: BoardCell, { informs }: BoardColumn): string =>
    cell.stand && cell.visit === null
      ? standWord(cell.stand)
      : (informs ? informedWords : visitWords)[cell.visit ?? 'waiting'];
  const told: Telling<(typeof rows)[number]>[] = [[out.heads.party, ({ title }) => title]];
  const totals: SheetCell[] = [wording.dossierPage.total];
  for (const [i, column] of columns.entries()) {
    const head = `${column.number} ${column.title}`.trim();
    told.push([head, ({ cells }) => cells[i] && capital(word(cells[i], column))]);
    const { decided, asked, notCounting } = column;
    totals.push(asked > 0 ? withNotCounting(wording.dossierPage.totalOf(decided, asked), notCounting, wording) : null);
    if (!rows.some(({ cells }) => cells[i]?.on)) continue;
    told.push([out.heads.on(head), ({ cells }) => cells[i]?.on, 'day']);
    totals.push(null);
  }
  const listing = listingOf(told, rows);
  return { ...listing, rows: [...listing.rows, totals] };
}

/** The same with how many of them do not count yet: a file is never rosier than its page. */
export const withNotCounting = (words: string, n: number, { dossierPage }: Wording): string =>
  n > 0 ? `${words} (${dossierPage.notCounting(n)})` : words;

const gateIn = ({ reading, wording, query }: Looked): GateOnPage =>
  wording.gateShown(
    reading,
    query.moment ?? '',
    /^[1-9]\d{0,3}$/.test(query.ronde ?? '') ? Number(query.ronde) : undefined,
  );

/** What the file says of the filter under which it was made: nothing where everyone is in it. */
export function filterOfGate(context: Looked): string[] {
  const { reading, wording, query } = context;
  const gate = gateIn(context);
  const asked = askedBodies(query, gate);
  if (asked.isUnknown) return [wording.listChoiceWords.unknown];
  if (asked.toon === 'alles') return [];
  const lines = linesOf(reading, gate, wording);
  const n = countedBodies(lines, gate).get(asked.toon) ?? 0;
  return [wording.listChoiceWords.filtered(wording.bodyListWords.filters(gate.asks)[asked.toon], n, lines.length)];
}

/** Those who decide at a gate, in the round that is asked, as the page shows them. */
export function* gateSheet(context: Looked): InSteps<Listing> {
  const { reading, wording, query } = context;
  const { out, capital, conditionWords, dossierPage } = wording;
  const gate = gateIn(context);
  yield;
  const lines = chosenBodies(linesOf(reading, gate, wording), gate, askedBodies(query, gate));
  yield;
  const conditions = gate.conditions.filter(({ status }) => status !== 'lapsed');
  return listingOf(
    [
      [out.heads.body, ({ title }) => title],
      [out.heads.said, ({ stand }) => capital(stand.word)],
      [out.heads.choice, ({ choice }) => choice],
      [out.heads.decidedOn, ({ decision }) => decision?.decidedOn, 'day'],
      [out.heads.reference, ({ decision }) => decision?.reference],
      [out.heads.points, ({ decision }) => decision?.points.map(({ text }) => text).join('\n')],
      [out.heads.due, ({ body }) => dueFor(gate, body) ?? gate.dueOn, 'day'],
      [
        out.heads.conditions,
        ({ body, answeredBy }) =>
          conditions
            .filter((one) => one.body === body)
            .map(({ text, status }) => [
              `${text} (${conditionWords[status]})`,
              answeredBy && dossierPage.answeredBy(answeredBy),
            ])
            .map((parts) => parts.filter(Boolean).join('; '))
            .join('\n'),
      ],
      [out.heads.notes, (line) => additionsOf(line, gate, wording).join('; ')],
    ],
    lines,
  );
}

/** Every decision with all that was recorded of it, a column for everything that any of them says. */
export function* decisionsSheet(context: Looked): InSteps<Listing> {
  const { wording } = context;
  const { out } = wording;
  const lines = yield* decidedLines(context);
  const terms = new Map<DecidedLine, Map<string, string>>();
  const names = new Map<string, number>();
  for (const line of lines) {
    const said = decidedTexts({ ...line, wording });
    terms.set(line, new Map(said));
    for (const [i, [name]] of said.entries()) names.set(name, Math.max(i, names.get(name) ?? 0));
    yield;
  }
  const day = wording.receipt.decidedOn;
  const more = [...names].sort(([, one], [, other]) => one - other).filter(([name]) => name !== day);
  return yield* listingInSteps(
    [
      [out.heads.phase, ({ gate, plan }) => phaseName(plan.phases.get(gate.phase))],
      [out.heads.moment, ({ gate }) => gate.title],
      [out.heads.round, ({ decision }) => decision.round, 'number'],
      [out.heads.body, ({ decision, plan }) => titleOf(plan, decision.body)],
      [out.heads.decidedOn, ({ decision }) => decision.decidedOn, 'day'],
      ...more.map(([name]): Telling<DecidedLine> => [name, (line) => terms.get(line)?.get(name)]),
    ],
    lines,
  );
}

const phaseName = (phase: { number: string; title: string } | undefined): string | undefined =>
  phase && `${phase.number} ${phase.title}`.trim();

/** The gates of a dossier as they are now, one after another. */
function* gatesOf({ reading, wording }: Looked): InSteps<GateOnPage[]> {
  const gates: GateOnPage[] = [];
  for (const id of reading.dossier.plan.gates.keys()) {
    gates.push(wording.gateShown(reading, id));
    yield;
  }
  return gates;
}

/** Every condition at its gate. */
export function* conditionsSheet(context: Looked): InSteps<Listing> {
  const { reading, wording } = context;
  const { plan } = reading.dossier;
  const { out, effectWords, conditionWords } = wording;
  const gates = yield* gatesOf(context);
  return listingOf<{ gate: GateOnPage; one: ConditionView }>(
    [
      [out.heads.phase, ({ gate }) => phaseName(plan.phases.get(gate.phase))],
      [out.heads.moment, ({ gate }) => gate.title],
      [out.heads.body, ({ one }) => titleOf(plan, one.body)],
      [out.heads.condition, ({ one }) => one.text],
      [out.heads.effect, ({ one }) => effectWords[one.effect]],
      [out.heads.status, ({ one }) => conditionWords[one.status]],
      [out.heads.owner, ({ one }) => one.owner],
      [out.heads.due, ({ one }) => one.dueOn, 'day'],
      [out.heads.answeredOn, ({ one }) => one.answeredOn, 'day'],
      [out.heads.reason, ({ one }) => one.reason],
      [out.heads.carriedTo, ({ one }) => one.carriedTo && phaseName(plan.phases.get(one.carriedTo))],
    ],
    gates.flatMap((gate) => gate.conditions.map((one) => ({ gate, one }))),
  );
}

/** Every paper and criterion that the plan asks. */
export function* requirementsSheet(context: Looked): InSteps<Listing> {
  const { reading, wording } = context;
  const { plan } = reading.dossier;
  const { out, capital, requirementPage, stateOfRequirement } = wording;
  const gates = yield* gatesOf(context);
  const by = ({ statedBy }: RequirementView): string =>
    isBody(statedBy)
      ? titleOf(plan, statedBy)
      : capital(requirementPage.staters[statedBy === 'chair' ? 'chair' : 'process-lead']);
  return listingOf<{ gate: GateOnPage; one: RequirementView }>(
    [
      [out.heads.phase, ({ gate }) => phaseName(plan.phases.get(gate.phase))],
      [out.heads.moment, ({ gate }) => gate.title],
      [out.heads.what, ({ one }) => one.title],
      [out.heads.weight, ({ one }) => requirementPage.weights[one.weight]],
      [out.heads.state, ({ one }) => stateOfRequirement(one)],
      [out.heads.since, ({ one }) => one.on, 'day'],
      [out.heads.by, ({ one }) => by(one)],
      [out.heads.paper, ({ one }) => one.papers.at(-1)?.title],
      [out.heads.reason, ({ one }) => one.statements.at(-1)?.text],
    ],
    gates.flatMap((gate) => gate.requirements.map((one) => ({ gate, one }))),
  );
}
