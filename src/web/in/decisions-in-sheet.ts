// What a sheet of decisions would record, before it does anything: which are new, which stand already, and what is wrong with each.
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inSlices } from '../../app/slices.js';
import { Together, type OneAsked } from '../../app/together.js';
import { commands, recordsFor } from '../../domain/commands/commands.js';
import { actsOf } from '../../domain/dossier/acts.js';
import { askedAt } from '../../domain/dossier/electorate.js';
import { currentRound } from '../../domain/dossier/state.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { Refusal, type FieldError } from '../../domain/refusal.js';
import { plainName } from '../../domain/roles/sheet-names.js';
import { columnsIn, type Columns } from '../../domain/sheets/decision-columns.js';
import {
  decisionLinesIn,
  type AskedAtGate,
  type DecisionLine,
  type BodyInSheet,
} from '../../domain/sheets/decision-lines.js';
import type { Meaning } from '../../domain/sheets/decision-said.js';
import { askedGate } from '../../domain/views/gate-view.js';
import { canSee } from '../../domain/views/visibility.js';
import { kindOfDecision, type BodyId, type Slug } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { unreadable } from '../../http/in/sheet-read.js';
import { shapeBody } from '../../http/shape.js';
import { decidedBy } from '../forms/decision-form.js';
import type { FormContext } from '../forms/form-kind.js';
import type { DecisionsSaid, LineToRecord, SourceSaid } from '../pages/sheets/decisions-said.js';
import { hiddenIn, saidRows, sheetIn, type SentSheet, type SheetIn } from './sheet-text.js';

/** More are not recorded at once, and do not fit in one form. */
const linesMax = 400;

/** What somebody said beside the sheet. */
export interface AskedOfDecisions {
  meanings: ReadonlyMap<number, Meaning | null>;
  /** At which gate, where no column says it. */
  at: Slug | null;
  source: SourceSaid;
  /** It is confirmed: whoever records it judges it in any case. */
  isJudgedLater: boolean;
}

type Ask = OneAsked<'record-decision'>;

@Injectable()
export class DecisionsInSheet {
  constructor(private readonly together: Together) {}

  async said(context: FormContext, sent: SentSheet, asked: AskedOfDecisions): Promise<DecisionsSaid> {
    try {
      return await this.read(context, await sheetIn(sent), asked);
    } catch (error) {
      const [first] = error instanceof Refusal ? error.errors : [];
      if (!first) throw error;
      return { ...nothingRead(asked), text: sent.file ? '' : sent.pasted, wrong: { error: first } };
    }
  }

  private async read(
    context: FormContext,
    { sheet, text, beside }: SheetIn,
    asked: AskedOfDecisions,
  ): Promise<DecisionsSaid> {
    const gates = gatesIn(context);
    const { decisionSheetNames: names } = context.wording;
    const columns = columnsIn(saidRows(sheet, names.days), names.columns, gates, asked.meanings);
    const at = asked.at ?? onlyPut(gates);
    const base = { ...nothingRead(asked), text, beside, at, columns, others: sheet.others, hidden: hiddenIn(sheet) };
    if (columns.fault !== null) return { ...base, wrong: { columns: columns.fault } };
    const { lines, open } = await inSlices(decisionLinesIn(columns, { names, gates, bodies: bodiesIn(context), at }));
    if (lines.length > linesMax) throw unreadable({ code: 'sheet-many-rows', max: linesMax });
    if (lines.length === 0)
      throw unreadable({ code: columns.below.length === 0 ? 'sheet-headings-only' : 'sheet-undecided' });
    const toRecord = await inSlices(eachOf(lines, (line) => standing(line, context)));
    const readAt = hash(
      'sha256',
      JSON.stringify(toRecord.map(({ does, faults: _, ...line }) => [does, line.said, line.on])),
    );
    const sourceFaults = asked.isJudgedLater ? [] : await this.judged(context, toRecord, asked.source);
    return { ...base, lines: toRecord, open, sourceFaults, readAt };
  }

  /** What whoever records decisions would say of the lines that are right by themselves. */
  private async judged(context: FormContext, lines: LineToRecord[], source: SourceSaid): Promise<FieldError[]> {
    const right = recordable(lines);
    if (right.length === 0) return [];
    const asks = await inSlices(eachOf(right, (line) => askOf(line, source)));
    const { refused } = await this.together.try('record-decision', context, context.place.dossier, asks);
    const ofSource: FieldError[] = [];
    for (const [i, refusal] of refused) {
      const line = right[i];
      if (!line) throw new Error(`line ${i} was refused and not given`);
      const own = refusal.errors.filter((error) => !isOfSource(error, line));
      ofSource.push(...refusal.errors.filter((error) => isOfSource(error, line)));
      for (const error of own) line.faults.push({ code: 'refused', error });
      if (refusal.errors.length === 0)
        line.faults.push({ code: 'refused-whole', sentence: context.wording.wordRefusal(refusal) });
      if (line.faults.length > 0) line.does = null;
    }
    return ofSource;
  }
}

const nothingRead = ({ at, source }: AskedOfDecisions): DecisionsSaid => ({
  text: '',
  beside: '',
  wrong: null,
  columns: { heads: [], meanings: [], below: [], fault: null } satisfies Columns,
  lines: [],
  open: 0,
  at,
  source,
  sourceFaults: [],
  others: [],
  hidden: [],
  readAt: '',
});

/** One after another: others can go first in between. */
function* eachOf<T, R>(all: readonly T[], make: (one: T) => R): InSteps<R[]> {
  const made: R[] = [];
  for (const one of all) {
    made.push(make(one));
    yield;
  }
  return made;
}

/** What is asked of those that are to be recorded. */
export const asksOf = ({ lines, source }: DecisionsSaid): Promise<Ask[]> =>
  inSlices(eachOf(recordable(lines), (line) => askOf(line, source)));

/** Whether anything is to be recorded. */
export const hasAsks = ({ lines }: DecisionsSaid): boolean => recordable(lines).length > 0;

const recordable = (lines: readonly LineToRecord[]): LineToRecord[] =>
  lines.filter(({ does }) => does === 'records' || does === 'own');

/** What is wrong with its evidence is wrong with what is asked once, unless it has a link of its own. */
const isOfSource = ({ pointer }: FieldError, { link }: DecisionLine): boolean =>
  pointer === '/evidence' || pointer === '/evidence/0/title' || (pointer.startsWith('/evidence') && link === '');

function askOf({ gate, body, kind, on, reference, reason, link }: LineToRecord, source: SourceSaid): Ask {
  const url = link === '' ? source.url : link;
  const evidence = source.title === '' && url === '' ? null : { title: source.title, ...(url === '' ? {} : { url }) };
  const said = {
    body: body?.id,
    decision: kind,
    decidedOn: on,
    ...(reference === '' ? {} : { reference }),
    ...besideAnswer(kind, reason),
    ...(evidence && { evidence: [evidence] }),
  };
  return { place: { gate: gate?.id ?? '' }, asked: shapeBody(commands['record-decision'].says, said) };
}

/** A remark is the condition or the point of attention of an answer that has one. */
function besideAnswer(kind: LineToRecord['kind'], reason: string): object {
  const needs = kind === null ? undefined : kindOfDecision(kind).needs?.[0];
  if (needs === 'remarks') return { remarks: [reason] };
  if (needs === 'conditions') return { conditions: [{ text: reason, effect: 'elaboration' }] };
  return { ...(needs === 'ground' && { ground: 'not-stated' }), ...(reason === '' ? {} : { reason }) };
}

/** What it would do; what is recorded already is not recorded again, and what is recorded otherwise is not overruled. */
function standing(line: DecisionLine, context: FormContext): LineToRecord {
  const { gate, body, kind, on, faults } = line;
  if (!gate || !body || !kind || !on || faults.length > 0) return { ...line, does: null };
  const { reading, occasion } = context;
  const there = { ...context, place: { ...context.place, gate: gate.id } };
  const round = currentRound(reading.dossier, gate.id);
  const recorded = actsOf(reading.dossier, gate.id, body.id)
    .flatMap(({ readings }) => readings)
    .filter((one) => one.round === round?.number && canSee(reading, one));
  if (recorded.some((one) => one.kind === kind && one.decidedOn === on)) return { ...line, does: 'stands' };
  const decided = decidedBy(there, body.id);
  if (decided) {
    const fault = { code: 'stands-otherwise', kind: decided.kind, on: decided.decidedOn } as const;
    return { ...line, faults: [...faults, fault], does: null };
  }
  return { ...line, does: recordsFor(occasion, body.id) ? 'own' : 'records' };
}

function gatesIn({ reading, wording }: FormContext): AskedAtGate[] {
  const { dossier } = reading;
  return [...dossier.plan.gates.keys()].map((id): AskedAtGate => {
    const gate = askedGate(reading, id);
    const phase = dossier.plan.phases.get(id);
    return {
      id,
      title: phase?.title ?? gate.title,
      names: [id, gate.title, ...(phase ? wording.decisionsSheetWords.phaseNames(phase.number, phase.title) : [])],
      isPut: currentRound(dossier, id) !== null,
      electorate: askedAt(dossier, id),
      answers: gate.kinds.flatMap((kind) => {
        const label = wording.choiceLabel(kind, gate.verb);
        return [label, ...label.split(': ')].map((text) => [text, kind] as const);
      }),
    };
  });
}

/** Where one gate alone was put, it is that one. */
function onlyPut(gates: readonly AskedAtGate[]): Slug | null {
  const [one, ...others] = gates.filter(({ isPut }) => isPut);
  return one && others.length === 0 ? one.id : null;
}

function bodiesIn({ reading: { dossier } }: FormContext): BodyInSheet[] {
  const { plan } = dossier;
  const asked = new Set<BodyId>([...plan.gates.keys()].flatMap((gate) => askedAt(dossier, gate)));
  return [...asked].map((id) => {
    const { party = '' } = plan.bodies.get(id) ?? {};
    return {
      id,
      title: titleOf(plan, id),
      party,
      partyTitle: plan.workflow.parties.find((one) => one.id === party)?.title ?? party,
    };
  });
}

/** Whether a word that somebody chose for a column is one of those that are offered. */
export function meaningOf(said: string, gates: ReadonlySet<Slug>): Meaning | null {
  const [column = '', gate] = said.split(':');
  if (column === 'answer')
    return gate === undefined ? { column, gate: null } : gates.has(gate) ? { column, gate } : null;
  const plain = (['body', 'gate', 'on', 'reference', 'reason', 'link'] as const).find(
    (one) => one === plainName(column),
  );
  return plain ? { column: plain } : null;
}
