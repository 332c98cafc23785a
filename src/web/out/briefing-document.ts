// The one page that a meeting gets of a gate, as a document to take along: it says what the page says, in its order.
import { createElement } from 'react';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Day, Instant } from '../../domain/vocabulary.js';
import type { PaperBlock, PaperDocument } from '../../http/out/paper-document.js';
import type { WhyWords } from '../../wording/language/words.js';
import type { Wording } from '../../wording/wording.js';
import type { Briefing } from '../pages/gate/briefing.js';
import { countsOf, headWords, When } from '../pages/gate/gate-verdict.js';
import { Sentence } from '../pages/gate/sentence.js';
import { textOf } from './text-of.js';

interface Drawn {
  briefing: Briefing;
  plan: Plan;
  day: Day;
  now: Instant;
  words: WhyWords;
  wording: Wording;
}

const widths = [36, 64];

export function briefingDocument({ briefing, plan, day, now, words, wording }: Drawn): PaperDocument {
  const { title, dossier, about, marks, gate, lines, questions, parts } = briefing;
  const { dossierPage, out, language, frame, briefing: said } = wording;
  const phase = plan.phases.get(gate.phase);
  const isOpen = gate.status === 'open';
  const moment = dossierPage.gate(phase?.number ?? '', phase?.title ?? gate.title, gate.asks);
  const sentence = textOf(createElement(Sentence, { gate, titled: true, brief: isOpen }), wording);
  const when =
    gate.headline === null ? '' : textOf(createElement(When, { gate, plan, today: day, first: null }), wording);
  const counts = countsOf(lines, gate.asks, words, wording).map(({ word, n }) => `${word}: ${n}`);
  const blocks: PaperBlock[] = [
    { kind: 'text', text: dossier, quiet: true },
    { kind: 'heading', level: 1, text: title },
    { kind: 'text', text: [about, ...marks].join('. ') },
    { kind: 'heading', level: 2, text: headWords(gate, phase?.number ?? '', false, wording) },
    ...textBlock(when, true),
    { kind: 'text', text: moment, strong: true },
    ...textBlock(sentence),
    ...questions.flatMap((text) => textBlock(text)),
    ...(gate.sentence === null ? [] : textBlock(counts.join(' · '))),
    ...parts.flatMap(partBlocks),
  ];
  return {
    ...{ language, title: `${title}: ${dossier}`, author: frame.product, about, madeAt: now, onePage: true, blocks },
    foot: [dossier, out.madeOn(now), out.reader].join(' · '),
  };

  function partBlocks({ title: head, rows, left }: Briefing['parts'][number]): PaperBlock[] {
    const isList = rows.every(({ who }) => who === '');
    return [
      { kind: 'heading', level: 3, text: head },
      isList
        ? { kind: 'list', items: rows.map(({ what }) => what) }
        : { kind: 'table', heads: [], widths, rows: rows.map(({ who, what }) => [who, what]) },
      ...(left > 0 ? textBlock(said.left(left)) : []),
    ];
  }
}

const textBlock = (text: string, strong = false): PaperBlock[] => (text === '' ? [] : [{ kind: 'text', text, strong }]);
