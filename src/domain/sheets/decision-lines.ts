// Decisions in a sheet: what each of its lines says that a body decided, and everything that is wrong with it. Nothing is guessed:
// what is nearly a name is asked about, and who has not decided is left out.
import { nearest } from '../nearest.js';
import { plainName } from '../roles/sheet-names.js';
import type { SaidCell, SaidRow } from '../roles/sheet-said.js';
import { kindOfDecision, type BodyId, type Day, type DecisionKind, type Slug } from '../vocabulary.js';
import { spanned, type Columns, type ColumnNames, type NamedGate } from './decision-columns.js';
import { daysIn, isYearShort, type DayWords } from '../days-in-text.js';
import type { DecisionColumn, DecisionLineFault } from './decision-said.js';

/** The words of a language, for a domain that speaks none. */
export interface DecisionSheetNames {
  columns: ColumnNames;
  answers: Readonly<Record<DecisionKind, readonly string[]>>;
  /** What is written where nothing was decided yet. */
  open: readonly string[];
  days: DayWords;
  /** What adds nothing to the name of a body, and another word for the same in it. */
  ignored: readonly string[];
  same: Readonly<Record<string, string>>;
}

export interface AskedAtGate extends NamedGate {
  isPut: boolean;
  electorate: readonly BodyId[];
  /** What its own verb makes of an answer. */
  answers: readonly (readonly [text: string, kind: DecisionKind])[];
}

export interface BodyInSheet {
  id: BodyId;
  title: string;
  partyTitle: string;
  party: Slug;
}

/** What a line says was decided: null for what it does not say, or not as it should. */
export interface DecisionLine {
  row: number;
  /** As it was written, to be recognised by. */
  said: { body: string; gate: string; answer: string };
  body: { id: BodyId; title: string } | null;
  gate: { id: Slug; title: string } | null;
  kind: DecisionKind | null;
  on: Day | null;
  reference: string;
  reason: string;
  link: string;
  merged: DecisionColumn[];
  faults: DecisionLineFault[];
}

export interface ReadDecisionsBy {
  names: DecisionSheetNames;
  gates: readonly AskedAtGate[];
  bodies: readonly BodyInSheet[];
  /** At which gate it was decided where no column says it. */
  at: Slug | null;
}

export interface DecisionLines {
  lines: DecisionLine[];
  /** So many say that nothing was decided yet. */
  open: number;
}

/** The cells that are said together: of a row, or of one gate in it. */
type Group = ReadonlyMap<DecisionColumn, { cell: SaidCell; gate: Slug | null }>;

export function* decisionLinesIn(
  { meanings, below }: Columns,
  by: ReadDecisionsBy,
): Generator<undefined, DecisionLines> {
  const read = new DecisionReader(by);
  const lines: DecisionLine[] = [];
  let open = 0;
  for (const row of below) {
    for (const group of groupsIn(row, meanings))
      if (read.isOpen(group)) open++;
      else lines.push(read.line(row.number, group));
    yield;
  }
  const first = new Map<string, DecisionLine>();
  for (const line of lines) {
    if (!line.body || !line.gate || !line.kind) continue;
    const key = `${line.body.id} ${line.gate.id}`;
    const known = first.get(key);
    if (!known) first.set(key, line);
    else if (known.kind === line.kind && known.on === line.on)
      line.faults.push({ code: 'same-as-row', row: known.row });
    else line.faults.push({ code: 'two-lines', row: known.row, kind: known.kind ?? line.kind });
  }
  return { lines, open };
}

/** One for each answer in the row: what stands after an answer, up to the next, belongs to it; what stands before all, to each. */
function groupsIn(row: SaidRow, meanings: Columns['meanings']): Group[] {
  const shared = new Map<DecisionColumn, { cell: SaidCell; gate: Slug | null }>();
  const groups: Map<DecisionColumn, { cell: SaidCell; gate: Slug | null }>[] = [];
  const isWide = meanings.filter((one) => one?.column === 'answer').length > 1;
  meanings.forEach((meaning, i) => {
    if (!meaning) return;
    const last = groups.at(-1)?.get('answer')?.cell;
    const cell = spanned(row.cells[i] ?? nothing, last);
    const gate = meaning.column === 'answer' ? meaning.gate : null;
    if (meaning.column === 'answer') groups.push(new Map([['answer', { cell, gate }]]));
    else if (isWide && meaning.column !== 'body' && groups.length > 0)
      groups.at(-1)?.set(meaning.column, { cell, gate });
    else shared.set(meaning.column, { cell, gate });
  });
  return groups.map((group) => new Map([...shared, ...group]));
}

const nothing: SaidCell = { text: '', day: null, fault: null, isMerged: false };
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** A line or a question mark stands for nothing; a tick or a smiling face may mean anything. */
const saysNothing = /^[\s.,:;?!/|()\p{Pd}…]*$/u;

class DecisionReader {
  private readonly kinds: ReadonlyMap<string, DecisionKind>;
  private readonly bodyNames = new Map<string, BodyInSheet[]>();
  private readonly gateNames = new Map<string, AskedAtGate[]>();
  private readonly open: ReadonlySet<string>;

  constructor(private readonly by: ReadDecisionsBy) {
    const { names, gates, bodies } = by;
    this.kinds = new Map(
      Object.entries(names.answers).flatMap(
        ([kind, called]) => called.map((name) => [plainName(name), kind as DecisionKind] as const), // its keys
      ),
    );
    this.open = new Set(names.open.map(plainName));
    for (const body of bodies)
      for (const name of new Set([body.id, body.title, body.party, body.partyTitle].map((one) => this.bodyName(one))))
        this.bodyNames.set(name, [...(this.bodyNames.get(name) ?? []), body]);
    for (const gate of gates)
      for (const name of new Set([gate.id, gate.title, ...gate.names].map(plainName)))
        this.gateNames.set(name, [...(this.gateNames.get(name) ?? []), gate]);
  }

  /** Whether it says that nothing was decided, or says nothing at all. */
  isOpen(group: Group): boolean {
    const { text = '', fault = null } = group.get('answer')?.cell ?? {};
    if (fault !== null) return false;
    if (this.open.has(plainName(text)) && /\S/.test(text)) return true;
    const on = group.get('on')?.cell.text ?? '';
    return saysNothing.test(text) && on === '';
  }

  line(row: number, group: Group): DecisionLine {
    const faults: DecisionLineFault[] = [];
    const merged: DecisionColumn[] = [];
    const cell = (column: DecisionColumn): SaidCell => {
      const found = group.get(column)?.cell ?? nothing;
      if (found.isMerged) merged.push(column);
      if (found.fault === null) return found;
      faults.push({ code: 'spoiled', column, text: found.text, by: found.fault });
      return { ...nothing, isMerged: true }; // it was told, and is not missing
    };
    const [bodyCell, gateCell, answerCell, onCell] = (['body', 'gate', 'answer', 'on'] as const).map(cell) as [
      SaidCell,
      SaidCell,
      SaidCell,
      SaidCell,
    ]; // as many as were asked
    const gate = this.gateIn(gateCell, group, faults);
    const body = this.bodyIn(bodyCell, gate, faults);
    const { kind, day } = this.answerIn(answerCell, gate, faults);
    const on = this.dayIn(onCell, day, faults);
    const [reference = '', reason = '', link = ''] = (['reference', 'reason', 'link'] as const).map(
      (one) => cell(one).text,
    );
    const said = {
      body: oneLine(bodyCell.text),
      gate: gate?.title ?? oneLine(gateCell.text),
      answer: oneLine(answerCell.text),
    };
    if (kind !== null) this.companyOf(kind, reason, faults);
    return {
      row,
      said,
      body,
      gate: gate && { id: gate.id, title: gate.title },
      kind,
      on,
      reference: oneLine(reference),
      reason,
      link: link.trim(),
      merged,
      faults,
    };
  }

  private gateIn({ text, isMerged }: SaidCell, group: Group, faults: DecisionLineFault[]): AskedAtGate | null {
    const { gates, at } = this.by;
    const own = group.get('answer')?.gate ?? (text === '' ? at : null);
    const found = own === null ? (this.gateNames.get(plainName(text)) ?? []) : gates.filter(({ id }) => id === own);
    const [gate, ...others] = found;
    if (gate && others.length === 0) {
      if (!gate.isPut) faults.push({ code: 'not-put', gate: gate.title });
      return gate;
    }
    if (gate) faults.push({ code: 'which-gate', text, titles: found.map(({ title }) => title) });
    else if (text !== '') faults.push({ code: 'unknown-gate', text, nearest: this.nearestGate(text) });
    else if (!isMerged) faults.push({ code: 'missing', column: 'gate' });
    return null;
  }

  private nearestGate(text: string): string | null {
    const like = nearest(plainName(text), [...this.gateNames.keys()]);
    return this.gateNames.get(like ?? '')?.[0]?.title ?? null;
  }

  /** Of those with this name the one who is asked there. */
  private bodyIn(
    { text, isMerged }: SaidCell,
    gate: AskedAtGate | null,
    faults: DecisionLineFault[],
  ): DecisionLine['body'] {
    if (text === '') {
      if (!isMerged) faults.push({ code: 'missing', column: 'body' });
      return null;
    }
    const found = this.bodyNames.get(this.bodyName(text));
    if (!found) {
      const like = nearest(this.bodyName(text), [...this.bodyNames.keys()]);
      const [known] = this.bodyNames.get(like ?? '') ?? [];
      const title = known && this.bodyName(known.partyTitle) === like ? known.partyTitle : known?.title;
      faults.push({ code: 'unknown-body', text, nearest: title ?? null });
      return null;
    }
    const asked = gate ? found.filter(({ id }) => gate.electorate.includes(id)) : found;
    const [body, ...others] = asked;
    if (body && others.length === 0) return { id: body.id, title: body.title };
    if (body) faults.push({ code: 'which-body', text, titles: asked.map(({ title }) => title) });
    else if (gate) faults.push({ code: 'not-asked', body: text, gate: gate.title });
    return null;
  }

  /** "Akkoord", also with its day behind it: "akkoord 16-4-2024". */
  private answerIn(
    { text, isMerged }: SaidCell,
    gate: AskedAtGate | null,
    faults: DecisionLineFault[],
  ): { kind: DecisionKind | null; day: Day | null } {
    const [days, rest] = daysIn(text, this.by.names.days);
    const [day = null, other] = days;
    if (other !== undefined && other !== day) faults.push({ code: 'two-days', text });
    const name = plainName(rest);
    if (saysNothing.test(rest)) {
      if (!isMerged) faults.push({ code: 'missing', column: 'answer' });
      return { kind: null, day };
    }
    const known = new Map([
      ...this.kinds,
      ...(gate?.answers ?? []).map(([said, kind]) => [plainName(said), kind] as const),
    ]);
    const kind = known.get(name);
    if (kind) return { kind, day };
    const parts = rest.split(/[,;/+&\n]|\s(?:en|of)\s/i).map(plainName);
    if (parts.length > 1 && parts.every((part) => known.has(part))) faults.push({ code: 'two-answers', text });
    else {
      const like = nearest(name, [...known.keys()]);
      faults.push({ code: 'unknown-answer', text, nearest: known.get(like ?? '') ?? null });
    }
    return { kind: null, day };
  }

  private dayIn({ text, day, isMerged }: SaidCell, beside: Day | null, faults: DecisionLineFault[]): Day | null {
    if (day !== null) return day;
    if (text === '') {
      if (beside === null && !isMerged) faults.push({ code: 'missing', column: 'on' });
      return beside;
    }
    const [[, other]] = daysIn(text, this.by.names.days);
    if (other !== undefined) faults.push({ code: 'two-days', text });
    else faults.push({ code: 'bad-day', text, isShort: isYearShort(text) });
    return null;
  }

  /** A remark can be the condition or the point of attention that it needs; anything else is recorded apart. */
  private companyOf(kind: DecisionKind, reason: string, faults: DecisionLineFault[]): void {
    const needs = kindOfDecision(kind).needs?.[0];
    if (needs === undefined || needs === 'ground') return;
    if (needs !== 'remarks' && needs !== 'conditions') faults.push({ code: 'needs-more', kind });
    else if (reason.trim() === '') faults.push({ code: 'remark-needed', kind });
  }

  private bodyName(text: string): string {
    const { ignored, same } = this.by.names;
    const words = plainName(text)
      .split(' ')
      .filter((word) => !ignored.includes(word));
    return words.map((word) => same[word] ?? word).join(' ');
  }
}
