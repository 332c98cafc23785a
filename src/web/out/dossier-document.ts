// A whole dossier as one document that is read from top to bottom: its phases, each gate that was put, every decision with all that
// was recorded of it, conditions, papers and criteria, and the log. Made of the same lists that go out by themselves.
import type { LoggedEvent } from '../../app/readings.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { phaseState, plannedOf, statusOf } from '../../domain/dossier/state.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { DossierId, Instant } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { PaperBlock, PaperDocument } from '../../http/out/paper-document.js';
import type { Phase } from '../../domain/workflow/workflow.js';
import { decidedLines } from '../dossier/decided-lines.js';
import type { FormContext } from '../forms/form-kind.js';
import { tableOf } from './listing-block.js';
import { logSheet } from './log-sheet.js';
import type { DecidedLine } from '../pages/dossier/decided.js';
import { conditionsSheet, gateSheet, listingOf, requirementsSheet, type Listing } from './sheets.js';
import { decidedTexts } from './text-of.js';

type Looked = Pick<FormContext, 'reading' | 'wording' | 'at' | 'query'>;

interface Logged {
  events: readonly LoggedEvent[];
  /** The dossiers that it names, as far as the reader may know them. */
  titles: ReadonlyMap<DossierId, string | null>;
}

type GateLooked = Pick<FormContext, 'reading' | 'wording'>;

const termWidths = [30, 70];

export function* dossierDocument(looked: Looked, logged: Logged, now: Instant): InSteps<PaperDocument> {
  const { reading, wording } = looked;
  const { out, frame, language } = wording;
  const { title, demonstration, source } = dossierHeading(reading);
  const about = out.about(reading.day, reading.moment.knownAt, now);
  const whole = { ...looked, query: {} };
  const lines = yield* decidedLines(whole);
  const blocks: PaperBlock[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'text', text: about },
    { kind: 'text', text: out.reader, quiet: true },
    ...(demonstration ? [plain(frame.demonstration(null))] : []),
    ...(source === null ? [] : [plain(frame.playedBack(source))]),
    { kind: 'heading', level: 2, text: out.phases },
    yield* tableOf(phasesListing(looked), wording),
    ...(yield* gateBlocks(whole)),
    { kind: 'heading', level: 2, text: out.lists.besluiten },
    ...(yield* decisionBlocks(lines, wording)),
    ...(yield* listed(out.lists.voorwaarden, yield* conditionsSheet(whole), looked)),
    ...(yield* listed(out.lists.stukken, yield* requirementsSheet(whole), looked)),
    ...(yield* listed(out.lists.logboek, yield* logSheet(whole, logged.events, logged.titles), looked)),
  ];
  return { language, title, author: frame.product, about, madeAt: now, foot: title, onePage: false, blocks };
}

const plain = (text: string): PaperBlock => ({ kind: 'text', text });

function* listed(title: string, listing: Listing, { wording }: Looked): InSteps<PaperBlock[]> {
  const table: PaperBlock =
    listing.rows.length === 0
      ? { kind: 'text', text: wording.out.none, quiet: true }
      : yield* tableOf(listing, wording);
  return [{ kind: 'heading', level: 2, text: title }, table];
}

function phasesListing({ reading: { dossier }, wording }: Looked): Listing {
  const { out, capital, phaseWords, windowWords } = wording;
  return listingOf<Phase>(
    [
      [out.heads.phase, ({ number, title }) => `${number} ${title}`.trim()],
      [out.heads.state, ({ id }) => capital(phaseWords[statusOf(dossier, id)])],
      [out.heads.planned, (phase) => windowWords(plannedOf(dossier, phase))],
      [out.heads.started, ({ id }) => phaseState(dossier, id).startedOn, 'day'],
      [out.heads.passed, ({ id }) => phaseState(dossier, id).passedOn, 'day'],
    ],
    dossier.plan.workflow.phases,
  );
}

/** Each gate that was put, in the round that it is in. */
export function* gateBlocks(looked: GateLooked): InSteps<PaperBlock[]> {
  const { reading, wording } = looked;
  const blocks: PaperBlock[] = [];
  for (const id of reading.dossier.plan.gates.keys()) {
    const gate = wording.gateShown(reading, id);
    yield;
    if (gate.submittedOn === null) continue;
    const phase = reading.dossier.plan.phases.get(gate.phase);
    blocks.push(
      { kind: 'heading', level: 2, text: wording.dossierPage.gate(phase?.number ?? '', phase?.title ?? '', gate.asks) },
      ...gate.questions.map(({ text }) => plain(text)),
      ...(gate.headline === null ? [] : [{ kind: 'text', text: gate.headline, strong: true } satisfies PaperBlock]),
      ...(gate.sentence === null ? [] : [plain(gate.sentence)]),
      yield* tableOf(yield* gateSheet({ ...looked, query: { moment: id } }), wording),
    );
  }
  return blocks;
}

function* decisionBlocks(lines: readonly DecidedLine[], wording: Looked['wording']): InSteps<PaperBlock[]> {
  const blocks: PaperBlock[] = [];
  for (const line of lines) {
    const { gate, decision, plan } = line;
    const rows = decidedTexts({ ...line, wording });
    blocks.push(
      { kind: 'heading', level: 3, text: `${titleOf(plan, decision.body)}: ${gate.title}` },
      { kind: 'table', heads: [], widths: termWidths, rows },
    );
    yield;
  }
  return lines.length === 0 ? [{ kind: 'text', text: wording.out.none, quiet: true }] : blocks;
}
