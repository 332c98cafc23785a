// A whole dossier as one document that is read from top to bottom: its phases, each gate that was put, every decision with all that
// was recorded of it, conditions, papers and criteria, and the log. Made of the same lists that go out by themselves.
import type { LoggedEvent } from '../../app/readings.js';
import { phaseState, plannedOf, statusOf } from '../../domain/dossier/state.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { DossierId, Instant } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { BlocksInSteps, PaperBlock, PaperDocument } from '../../http/out/paper-document.js';
import type { Phase } from '../../domain/workflow/workflow.js';
import { decidedLines } from '../dossier/decided-lines.js';
import type { FormContext } from '../forms/form-kind.js';
import { tableOf } from './listing-block.js';
import { logSheet } from './log-sheet.js';
import type { DecidedLine } from '../pages/dossier/decided.js';
import { conditionsSheet, gateSheet, listingOf, requirementsSheet, type Listing } from './sheets.js';
import type { Wording } from '../../wording/wording.js';
import { decidedTexts } from './text-of.js';

type Looked = Pick<FormContext, 'reading' | 'wording' | 'at' | 'query'>;

interface Logged {
  events: readonly LoggedEvent[];
  /** The dossiers that it names, as far as the reader may know them. */
  titles: ReadonlyMap<DossierId, string | null>;
}

export type DossierHead = Pick<PaperDocument, 'language' | 'title' | 'about'>;

type GateLooked = Pick<FormContext, 'reading' | 'wording'>;

const termWidths = [30, 70];

/** What it is called, and of when it is. */
export function dossierHead({ reading, wording }: Looked, now: Instant): DossierHead {
  const { title } = dossierHeading(reading);
  return { language: wording.language, title, about: wording.out.about(reading.day, reading.moment.knownAt, now) };
}

/** What stands in it, a block as it is made. */
export function* dossierBlocks(looked: Looked, logged: Logged, now: Instant): BlocksInSteps {
  const { reading, wording } = looked;
  const { out, frame } = wording;
  const { demonstration, source } = dossierHeading(reading);
  const { title, about } = dossierHead(looked, now);
  const whole = { ...looked, query: {} };
  yield { kind: 'heading', level: 1, text: title };
  yield { kind: 'text', text: about };
  yield { kind: 'text', text: out.reader, quiet: true };
  if (demonstration) yield plain(frame.demonstration(null));
  if (source !== null) yield plain(frame.playedBack(source));
  yield { kind: 'heading', level: 2, text: out.phases };
  yield yield* tableOf(phasesListing(looked), wording);
  yield* gateBlocks(whole);
  yield { kind: 'heading', level: 2, text: out.lists.besluiten };
  yield* decisionBlocks(yield* decidedLines(whole), wording);
  yield* listed(out.lists.voorwaarden, yield* conditionsSheet(whole), looked);
  yield* listed(out.lists.stukken, yield* requirementsSheet(whole), looked);
  yield* listed(out.lists.logboek, yield* logSheet(whole, logged.events, logged.titles), looked);
}

const plain = (text: string): PaperBlock => ({ kind: 'text', text });

function* listed(title: string, listing: Listing, { wording }: Looked): BlocksInSteps {
  yield { kind: 'heading', level: 2, text: title };
  yield listing.rows.length === 0 ? nothing(wording) : yield* tableOf(listing, wording);
}

const nothing = ({ out }: Wording): PaperBlock => ({ kind: 'text', text: out.none, quiet: true });

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
export function* gateBlocks(looked: GateLooked): BlocksInSteps {
  const { reading, wording } = looked;
  for (const id of reading.dossier.plan.gates.keys()) {
    const gate = wording.gateShown(reading, id);
    yield;
    if (gate.submittedOn === null) continue;
    const phase = reading.dossier.plan.phases.get(gate.phase);
    const asked = wording.dossierPage.gate(phase?.number ?? '', phase?.title ?? '', gate.asks);
    yield { kind: 'heading', level: 2, text: asked };
    yield* gate.questions.map(({ text }) => plain(text));
    if (gate.headline !== null) yield { kind: 'text', text: gate.headline, strong: true };
    if (gate.sentence !== null) yield plain(gate.sentence);
    yield yield* tableOf(yield* gateSheet({ ...looked, query: { moment: id } }), wording);
  }
}

/** Each decision with all that was recorded with it. */
export function* decisionBlocks(lines: readonly DecidedLine[], wording: Wording): BlocksInSteps {
  if (lines.length === 0) yield nothing(wording);
  for (const line of lines) {
    const { gate, decision, plan } = line;
    yield { kind: 'heading', level: 3, text: `${titleOf(plan, decision.body)}: ${gate.title}` };
    yield { kind: 'table', heads: [], widths: termWidths, rows: decidedTexts({ ...line, wording }) };
    yield;
  }
}
