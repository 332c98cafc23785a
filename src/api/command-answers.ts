// What a command answers: the thing as it is now, with where in the record it was written down.
import type { CommandResult } from '../app/recorder.js';
import { decisionsAt } from '../domain/dossier/acts.js';
import { newestDecision } from '../domain/stand/superseded.js';
import {
  conditionView,
  decisionView,
  recordedView,
  rulingView,
  type RecordedView,
} from '../domain/views/decision-view.js';
import { dossierView, phaseView } from '../domain/views/dossier-view.js';
import { wordingAsked } from '../http/language.js';
import type { Id, Slug } from '../domain/vocabulary.js';
import { etagOf, packAnswer } from '../http/answer.js';

/** What the address of a call names: each has the names that its own path has. */
export interface CallPlace {
  dossier: string;
  phase: Slug;
  gate: Slug;
  decision: Id;
  condition: Id;
}

/** An answer: the name of its schema, and how it is made when the command was accepted at this place. */
export interface CommandAnswer {
  schema: string;
  /** What is answered where that is not there any more. */
  or?: string;
  render: (done: CommandResult, place: CallPlace) => string;
}

export const dossierDone = {
  schema: 'DossierDone',
  render: (done: CommandResult) => packed(done, dossierView(done.reading)),
} satisfies CommandAnswer;

export const phaseDone: CommandAnswer = {
  schema: 'PhaseDone',
  render: (done, { phase: id }) => {
    const phase = done.reading.dossier.plan.phases.get(id);
    if (!phase) throw new Error(`a command was accepted on phase ${id}, which is not there`);
    return packed(done, phaseView(done.reading, phase));
  },
};

export const gateDone: CommandAnswer = {
  schema: 'GateDone',
  render: (done, { gate }) => packed(done, wordingAsked().gateView(done.reading, gate), gate),
};

/** The decision that the newest event is about: the one named, or the one just recorded. */
export const decisionDone: CommandAnswer = {
  schema: 'DecisionDone',
  render: (done, { gate, decision: named }) => {
    const { dossier } = done.reading;
    const id = (named as Id | undefined) ?? newestDecision(dossier, gate)?.id; // not named when it was just recorded
    const decision = decisionsAt(dossier, gate).find((one) => one.id === id);
    if (decision) return packed(done, decisionView(done.reading, gate, decision), gate);
    throw new Error(`a decision was accepted at gate ${gate} and is not there`);
  },
};

export const rulingDone: CommandAnswer = {
  schema: 'RulingDone',
  or: 'GateDone',
  render: (done, place) => {
    const { gate } = place;
    const rulings = (done.reading.dossier.rounds[gate] ?? []).flatMap((round) => round.rulings);
    const ruling = rulings.find(({ recorded }) => recorded.sequence === done.events[0]?.sequence);
    if (!ruling) return gateDone.render(done, place); // it never was
    return packed(done, rulingView(done.reading, gate, ruling), gate);
  },
};

export const conditionDone: CommandAnswer = {
  schema: 'ConditionDone',
  render: (done, { gate, condition: id }) => {
    const condition = done.reading.dossier.conditions[id];
    if (!condition) throw new Error(`an answer to condition ${id} was accepted and it is not there`);
    return packed(done, conditionView(done.reading, condition), gate);
  },
};

/** The answer, and where the thing can be read: the gate, or else the dossier. */
function packed({ reading, acting }: CommandResult, view: object, gate?: Slug): string {
  const { id, sequence, recordedAt, hash } = reading.dossier;
  const by = { id: acting.person, role: acting.role, body: acting.body };
  const recorded: RecordedView = recordedView({ sequence, recordedAt, by, hash }, reading.viewer);
  const body = JSON.stringify({ ...view, recorded });
  const location = `/api/v1/dossiers/${id}${gate === undefined ? '' : `/gates/${gate}`}`;
  return packAnswer({ location, etag: etagOf(sequence, body), body });
}
