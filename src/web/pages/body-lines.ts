// Everyone who decides at a gate, each with the decision that counts, how it stands and what is still missing.
import type { DecisionView } from '../../domain/views/decision-view.js';
import { unput } from '../../domain/stand/stand.js';
import { standFigures } from '../../domain/views/stand-view.js';
import type { GateOnPage, GateView, StandOnPage } from '../../wording/gates/views.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Asks, BodyId, Id, Slug } from '../../domain/vocabulary.js';
import { areCouncils, titleOf, type Plan } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';

export interface BodyLine {
  body: BodyId;
  title: string;
  stand: StandOnPage;
  /** How much the region recorded beside what stands, and waits for the word of the body. */
  fromRegion: number;
  /** What the body has beside it, or in its place, that it did not release; for its own eyes. */
  kept: Id | null;
  /** What stands, where who looks may know it. */
  decision: DecisionView | null;
  /** Who must answer its condition, where that is another. */
  answeredBy: string | null;
  /** What it chose where each chooses for itself. */
  choice: string | null;
  /** What of its own agenda is worth saying: how far it is, or that the meeting has been. */
  agenda: string | null;
}

/** Whether a body does not count (yet). */
export const isMissing = ({ stand }: BodyLine): boolean => stand.why !== null;

/** What the chair does at a gate: conclude, or state what the councils decided. */
export const concludeLabel = (plan: Plan, gate: Slug, { gatePage }: Wording): string =>
  areCouncils(plan, plan.gates.get(gate)?.electorate ?? []) ? gatePage.state : gatePage.conclude;

/** From so many bodies on, those that are missing come first. */
export const missingFirstFrom = 20;

/** Among many, those that are missing come first. */
export const missingFirst = <T>(lines: T[], isMissing: (line: T) => boolean): T[] =>
  lines.length <= missingFirstFrom ? lines : [...lines.filter(isMissing), ...lines.filter((line) => !isMissing(line))];

export function linesOf(reading: Reading, gate: GateOnPage, wording: Wording): BodyLine[] {
  const stands = new Map(gate.stands.map((stand) => [stand.body, stand]));
  const decisions = new Map(gate.decisions.map((one) => [one.id, one]));
  const lines = gate.electorate.map((body): BodyLine => {
    const stand = stands.get(body) ?? unasked(reading, body, gate.asks, wording);
    const decision = decisions.get(stand.act ?? '') ?? null;
    const kept = stand.beside.find((id) => decisions.get(id)?.flags.includes('closed')) ?? null;
    return {
      body,
      title: titleOf(reading.dossier.plan, body),
      stand,
      fromRegion: stand.beside.length - (kept === null ? 0 : 1),
      kept,
      decision,
      choice: choiceOf(gate, decision),
      answeredBy: answeredBy(reading, gate, stand),
      agenda: stand.why === null ? null : agendaOf(gate, body, reading.day, wording),
    };
  });
  return missingFirst(lines, isMissing);
}

/** Of a body that was asked nothing yet. */
const unasked = (reading: Reading, body: BodyId, asked: Asks, { standOnPage }: Wording): StandOnPage =>
  standOnPage(standFigures(reading, unput(body), asked));

/** The chair answers what a body leaves to the elaboration. */
function answeredBy({ dossier: { plan } }: Reading, gate: GateView, { body, why }: StandOnPage): string | null {
  const isOpen = gate.conditions.some(
    (one) => one.body === body && one.effect === 'elaboration' && (one.status === 'open' || one.status === 'disputed'),
  );
  return why === 'condition-open' && isOpen ? titleOf(plan, gate.ruledBy) : null;
}

function choiceOf({ poll, options }: GateView, decision: DecisionView | null): string | null {
  const chosen = poll ? options.find(({ id }) => id === decision?.option) : undefined;
  return chosen?.title ?? null;
}

/** The stand that a decision makes, where it is the one that stands. */
export const standBy = (gate: GateOnPage, { id }: DecisionView): StandOnPage | null =>
  gate.stands.find(({ act }) => act === id) ?? null;

function agendaOf({ agendas }: GateView, asked: BodyId, day: string, { agendaWords }: Wording): string | null {
  const item = agendas.find(({ body }) => body === asked);
  return item ? agendaWords(item, day) : null;
}

/** The word of a stand; after it until when, who is to answer its condition, and how far it is on the agenda. */
export function standParts(
  { stand, agenda, answeredBy: chair }: Pick<BodyLine, 'stand' | 'agenda' | 'answeredBy'>,
  { dossierPage, untilWords }: Wording,
): string[] {
  const { word, why, until } = stand;
  const isSaid = why === 'deferred' || why === 'noted';
  return [
    word,
    ...(chair === null ? [] : [dossierPage.answeredBy(chair)]),
    ...(why === null || until === null || isSaid ? [] : [untilWords(why, until)]),
    ...(agenda === null ? [] : [agenda]),
  ];
}
