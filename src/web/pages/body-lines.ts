// Everyone who decides at a gate, each with the decision that counts, how it stands and what is still missing.
import type { Missing } from '../../domain/refusal.js';
import type { DecisionView } from '../../domain/views/decision-view.js';
import type { GateView } from '../../wording/views.js';
import { marksOf, type Mark } from '../../domain/views/marks.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { areCouncils, titleOf, type Plan } from '../../domain/workflow/plan.js';
import { whyWordsIn, type WhyWords } from '../../wording/sentence.js';
import { dossierPage, gatePage } from '../../wording/pages.js';
import { agendaWords, untilWords } from '../../wording/words.js';
import { signOf, type Sign } from '../../http/page/sign.js';

export interface BodyLine {
  body: BodyId;
  title: string;
  decision: DecisionView | null;
  missing: Missing | null;
  /** Why it does not count yet, in a clause; null where nothing is missing. */
  why: string | null;
  mark: Mark;
  /** Who must answer its condition, where that is another. */
  answeredBy: string | null;
  /** What it chose where each chooses for itself. */
  choice: string | null;
  /** What of its own agenda is worth saying: how far it is, or that the meeting has been. */
  agenda: string | null;
}

/** What the chair does at a gate: conclude, or state what the councils decided. */
export const concludeLabel = (plan: Plan, gate: Slug): string =>
  areCouncils(plan, plan.gates.get(gate)?.electorate ?? []) ? gatePage.state : gatePage.conclude;

/** From so many bodies on, those that are missing come first. */
export const missingFirstFrom = 20;

/** Among many, those that are missing come first. */
export const missingFirst = <T>(lines: T[], isMissing: (line: T) => boolean): T[] =>
  lines.length <= missingFirstFrom ? lines : [...lines.filter(isMissing), ...lines.filter((line) => !isMissing(line))];

export function linesOf(reading: Reading, gate: GateView): BodyLine[] {
  const counting = new Map(
    gate.decisions.filter((d) => d.supersededBy === null && !d.flags.includes('withdrawn')).map((d) => [d.body, d]),
  );
  const missing = new Map(gate.missing.map((one) => [one.body, one]));
  const marks = marksOf(reading, gate.id, gate.round);
  const words = whyWordsIn(reading.dossier);
  const lines = gate.electorate.map((body): BodyLine => {
    const lack = missing.get(body) ?? null;
    return {
      body,
      title: titleOf(reading.dossier.plan, body),
      missing: lack,
      decision: counting.get(body) ?? null,
      why: lack && whyOf(lack, counting.has(body), words),
      mark: marks.get(body) ?? 'waiting',
      choice: choiceOf(gate, counting.get(body)),
      answeredBy: lack && answeredBy(reading, gate, lack),
      agenda: lack && agendaOf(gate, body, reading.day),
    };
  });
  return missingFirst(lines, (line) => line.missing !== null);
}

/** The chair answers what a body leaves to the elaboration. */
function answeredBy({ dossier: { plan } }: Reading, gate: GateView, { body, why }: Missing): string | null {
  const isOpen = gate.conditions.some(
    (one) => one.body === body && one.effect === 'elaboration' && (one.status === 'open' || one.status === 'disputed'),
  );
  return why === 'condition-open' && isOpen ? titleOf(plan, gate.ruledBy) : null;
}

function choiceOf({ poll, options }: GateView, decision: DecisionView | undefined): string | null {
  const chosen = poll ? options.find(({ id }) => id === decision?.option) : undefined;
  return chosen?.title ?? null;
}

/** The sign of one decision: how it stands while it is the last of its body, else what it said. */
export function signOfDecision(reading: Reading, { gate, round, body, decision, ...of }: DecisionView): Sign {
  if (of.flags.includes('withdrawn')) return 'waiting';
  const mark = of.supersededBy === null ? marksOf(reading, gate, round).get(body) : undefined;
  return mark ?? signOf(decision);
}

function agendaOf({ agendas }: GateView, asked: BodyId, day: string): string | null {
  const item = agendas.find(({ body }) => body === asked);
  return item ? agendaWords(item, day) : null;
}

/**
 * Why a body does not count yet, in a clause. Of a decision that is not released others see only that it is there.
 * @param seen whether who looks sees a decision
 */
export const whyOf = ({ why }: Missing, seen: boolean, words: WhyWords): string =>
  why === 'announced' && !seen ? gatePage.closed : words[why];

/** The same, and after it the day beside it and how far it is on the agenda; nothing where nothing is missing. */
export function whyParts({ missing, why, agenda, answeredBy: chair }: BodyLine): string[] {
  if (!missing || why === null) return [];
  const by = chair === null ? [] : [dossierPage.answeredBy(chair)];
  const until = missing.until === null ? [] : [untilWords(missing.why, missing.until)];
  return [why, ...by, ...until, ...(agenda === null ? [] : [agenda])];
}
