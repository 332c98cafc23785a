// The documents that a region writes on from: what was decided by gate, the response note, and the paragraph for a letter to the
// council. Of the same views as the pages, so that they say nothing that the reader may not know.
import type { InSteps } from '../../domain/fold/in-steps.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Instant, Slug } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { PaperBlock, PaperDocument } from '../../http/out/paper-document.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import { decisionBlocks, gateBlocks } from './dossier-document.js';
import { decidedLines } from '../dossier/decided-lines.js';
import { tableOf } from './listing-block.js';
import { linesOf, type BodyLine } from '../pages/body-lines.js';
import { conditionsSheet } from './sheets.js';

interface Looked {
  reading: Reading;
  wording: Wording;
}

const responseWidths = [18, 46, 46];

/** What was decided at each gate that was put, the conditions, and what else was decided. */
export function* decidedDocument(looked: Looked, now: Instant): InSteps<PaperDocument> {
  const { wording } = looked;
  const { out } = wording;
  const conditions = yield* conditionsSheet({ ...looked, query: {} });
  const blocks: PaperBlock[] = [];
  for (const block of gateBlocks(looked))
    if (block === undefined) yield;
    else blocks.push(block);
  if (conditions.rows.length > 0)
    blocks.push({ kind: 'heading', level: 2, text: out.lists.voorwaarden }, yield* tableOf(conditions, wording));
  const others = yield* besideTables(looked);
  if (others.length > 0) blocks.push({ kind: 'heading', level: 2, text: wording.letters.beside }, ...others);
  if (blocks.length === 0) blocks.push({ kind: 'text', text: out.none, quiet: true });
  return documentOf(looked, now, out.lists.besluiten, blocks);
}

/** What stands in no table of a gate: decided before it was put, in another round, or decided anew since. */
function* besideTables(looked: Looked, at?: Slug): InSteps<PaperBlock[]> {
  const { reading, wording } = looked;
  const gates = [...reading.dossier.plan.gates.keys()].map((id) => wording.gateShown(reading, id));
  const told = new Set(gates.flatMap((gate) => (gate.submittedOn === null ? [] : gate.stands.map(({ act }) => act))));
  const lines = yield* decidedLines(looked);
  const others = lines.filter(({ gate, decision }) => !told.has(decision.id) && (at === undefined || gate.id === at));
  if (others.length === 0) return [];
  const blocks: PaperBlock[] = [];
  for (const block of decisionBlocks(others, wording))
    if (block === undefined) yield;
    else blocks.push(block);
  return blocks;
}

/** By body what it brought in, and what was answered. */
export function* responsesDocument(looked: Looked, id: Slug, now: Instant): InSteps<PaperDocument> {
  const { reading, wording } = looked;
  const { letters: words } = wording;
  const gate = wording.gateShown(reading, id);
  yield;
  if (gate.submittedOn === null) {
    const notPut: PaperBlock = { kind: 'text', text: words.notPut };
    return documentOf(looked, now, words.responses(gate.title), [notPut, ...(yield* besideTables(looked, id))]);
  }
  const blocks: PaperBlock[] = [{ kind: 'text', text: words.responsesHow }];
  for (const line of linesOf(reading, gate, wording)) {
    blocks.push({ kind: 'heading', level: 2, text: line.title }, ...responseBlocks(line, gate, wording));
    yield;
  }
  return documentOf(looked, now, words.responses(gate.title), blocks);
}

function responseBlocks(
  line: BodyLine,
  gate: GateOnPage,
  { letters: words, capital, conditionWords }: Wording,
): PaperBlock[] {
  const { decision, stand, body } = line;
  const word: PaperBlock = { kind: 'text', text: capital(stand.word), strong: true };
  if (!decision) return [word];
  const { kinds } = words;
  const rows = [
    ...decision.points.map(({ text, answer }) => [kinds.point, text, answer ?? words.noAnswer]),
    ...decision.remarks.map((text, i) => [kinds.remark, text, decision.remarkAnswers[i] ?? words.noAnswer]),
    ...gate.conditions
      .filter((one) => one.body === body && one.status !== 'lapsed')
      .map(({ text, status, reason }) => [
        kinds.condition,
        text,
        [conditionWords[status], reason].filter(Boolean).join(': '),
      ]),
    ...(decision.reason === null ? [] : [[kinds.reason, decision.reason, '']]),
  ];
  if (rows.length === 0) return [word, { kind: 'text', text: words.saidNothing, quiet: true }];
  const { heads } = words;
  return [word, { kind: 'table', heads: [heads.kind, heads.said, heads.answer], widths: responseWidths, rows }];
}

/** What was put, how it stands and what is still to come, in whole sentences. */
export function* paragraphDocument(looked: Looked, id: Slug, now: Instant): InSteps<PaperDocument> {
  const { reading, wording } = looked;
  const { letters: words } = wording;
  const gate = wording.gateShown(reading, id);
  yield;
  const texts = gate.submittedOn === null ? [words.notPut] : sentencesOf(looked, gate);
  const how: PaperBlock = { kind: 'text', text: words.paragraphHow, quiet: true };
  return documentOf(looked, now, words.paragraph(gate.title), [
    how,
    ...texts.map((text): PaperBlock => ({ kind: 'text', text })),
  ]);
}

const openConditions = new Set(['open', 'disputed', 'carried']);

function sentencesOf({ reading, wording }: Looked, gate: GateOnPage): string[] {
  const { plan } = reading.dossier;
  const { letters: words, listWords, count, dossierPage } = wording;
  const { tally, asks, questions, missing, dueOn, submittedOn, sentence } = gate;
  const named = (bodies: readonly string[]): string => listWords(bodies.map((body) => titleOf(plan, body)));
  const asked = questions.map(({ text }) => text);
  const who = tally.electorate > namedMax ? `${count(tally.electorate)} ${dossierPage.bodies}` : named(gate.electorate);
  const conditions = [...gate.conditions, ...gate.carriedHere].filter(({ status }) => openConditions.has(status));
  const isOpen = gate.status === 'open';
  return [
    ...(submittedOn === null ? [] : [words.put(gate.title, submittedOn, titleOf(plan, gate.ruledBy), who)]),
    asked.length === 1 ? words.question(asked[0] ?? '') : words.questions(asked.join(' ')),
    words.decided(tally.decided, tally.electorate, reading.day, asks),
    ...(sentence === null ? [] : [sentence]),
    ...(isOpen && dueOn !== null && dueOn >= reading.day ? [words.due(dueOn)] : []),
    ...(isOpen && missing.length > 0 && missing.length <= namedMax
      ? [words.waiting(named(missing.map(({ body }) => body)))]
      : []),
    ...(conditions.length > 0
      ? [
          words.conditions(
            conditions.map(({ text, body }) => `${text.replace(/\.$/, '')} (${titleOf(plan, body)})`).join('; '),
          ),
        ]
      : []),
  ];
}

/** So many are named. */
const namedMax = 15;

function documentOf({ reading, wording }: Looked, now: Instant, title: string, blocks: PaperBlock[]): PaperDocument {
  const { out, frame, language } = wording;
  const { title: dossier, demonstration, source } = dossierHeading(reading);
  const about = out.about(reading.day, reading.moment.knownAt, now);
  const marks = [
    ...(demonstration ? [frame.demonstration(null)] : []),
    ...(source === null ? [] : [frame.playedBack(source)]),
  ];
  return {
    ...{ language, title: `${title}: ${dossier}`, author: frame.product, about, madeAt: now, onePage: false },
    foot: `${dossier} · ${about}`,
    blocks: [
      { kind: 'text', text: dossier, quiet: true },
      { kind: 'heading', level: 1, text: title },
      ...[about, out.reader, ...marks].map((text): PaperBlock => ({ kind: 'text', text, quiet: true })),
      ...blocks,
    ],
  };
}
