// What each command answers: the thing as it is now, with where in the record it was written down.
import type { Done } from '../app/dossiers.js';
import { currentRound, newestDecision } from '../domain/dossier/state.js';
import {
  conditionView,
  decisionView,
  recordedView,
  rulingView,
  type RecordedView,
} from '../domain/views/decision-view.js';
import { dossierView, phaseView } from '../domain/views/dossier-view.js';
import { gateView } from '../domain/views/gate-view.js';
import type { Id, Slug } from '../domain/vocabulary.js';
import { etagOf, packAnswer } from '../http/answer.js';

type Render = (done: Done) => string;

export const dossierAnswer: Render = (done) => packed(done, dossierView(done.reading), placeOf(done));

export const phaseAnswer =
  (id: Slug): Render =>
  (done) => {
    const phase = done.reading.dossier.plan.phases.get(id);
    if (!phase) throw new Error(`a command was accepted on phase ${id}, which is not there`);
    return packed(done, phaseView(done.reading, phase), placeOf(done));
  };

export const gateAnswer =
  (id: Slug): Render =>
  (done) =>
    packed(done, gateView(done.reading, id), placeOf(done, id));

/** The decision that the newest event is about: the one named, or the one just recorded. */
export const decisionAnswer =
  (gate: Slug, named?: Id): Render =>
  (done) => {
    const { dossier } = done.reading;
    const id = named ?? newestDecision(dossier, gate)?.id;
    for (const round of dossier.rounds[gate] ?? []) {
      const decision = round.decisions.find((d) => d.id === id);
      if (decision) return packed(done, decisionView(done.reading, gate, round, decision), placeOf(done, gate));
    }
    throw new Error(`a decision was accepted at gate ${gate} and is not there`);
  };

export const rulingAnswer =
  (gate: Slug): Render =>
  (done) => {
    const ruling = currentRound(done.reading.dossier, gate)?.rulings.at(-1);
    if (!ruling) throw new Error(`a ruling was accepted at gate ${gate} and is not there`);
    return packed(done, rulingView(ruling, done.reading.viewer), placeOf(done, gate));
  };

export const conditionAnswer =
  (gate: Slug, id: Id): Render =>
  (done) => {
    const condition = done.reading.dossier.conditions[id];
    if (!condition) throw new Error(`an answer to condition ${id} was accepted and it is not there`);
    return packed(done, conditionView(done.reading.dossier, condition), placeOf(done, gate));
  };

function packed({ reading, acting }: Done, view: object, location: string): string {
  const { sequence, recordedAt, hash } = reading.dossier;
  const by = { id: acting.person, role: acting.role, body: acting.body };
  const recorded: RecordedView = recordedView({ sequence, recordedAt, by, hash }, reading.viewer);
  const body = JSON.stringify({ ...view, recorded });
  return packAnswer({ location, etag: etagOf(sequence, body), body });
}

const placeOf = ({ reading }: Done, gate?: Slug): string =>
  `/api/v1/dossiers/${reading.dossier.id}${gate === undefined ? '' : `/gates/${gate}`}`;
