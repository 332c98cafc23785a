// What is unusual or defective about a decision. It is recorded and counted all the same: a flag is for whoever judges.
import type { Day, DecisionKind, Slug } from '../vocabulary.js';
import { isStale, reservationOutcome } from './position.js';
import { isClosed } from './release.js';
import { isBeforeJoining, type Decision, type Dossier, type Round } from './state.js';
import { dueOn } from './term.js';

/** By the date of the decision and the day that is asked about, never by when it was recorded. */
export function flagsOf({ dossier, day }: { dossier: Dossier; day: Day }, round: Round, decision: Decision): Slug[] {
  const due = dueOn(round.terms.gate, round, decision.body);
  const { decidedOn, listAdoptedOn, subjectTo } = decision;
  const given = (kind: DecisionKind) => decision.kind === kind || Object.values(decision.answers).includes(kind);
  const unauthorised = decision.authorisedOn === null || decision.authorisedOn > decidedOn;
  const flags: [Slug, boolean][] = [
    ['late', due !== null && decidedOn > due],
    ['before-submission', decidedOn < round.submittedOn],
    ['before-joining', isBeforeJoining(round, decision)],
    ['after-ruling', isAfterRuling(round, decision)],
    // Assen, Aa en Hunze and others adopt the list of a meeting in the next one: until then it can still change.
    ['provisional', listAdoptedOn === null || listAdoptedOn > day],
    ['stale', isStale(round, decision)],
    ['no-reason', given('disagree') && decision.reason === null],
    ['no-ground', given('consent-withheld') && decision.ground === 'not-stated'],
    ['no-signatory', given('signed') && decision.signatory === null],
    ['no-capacity', given('signed') && decision.capacity === null],
    ['no-authorisation', given('signed') && unauthorised],
    ['not-conform', decision.conform === false],
    ['closed', isClosed(decision, day)],
    ['withdrawn', decision.withdrawn !== null],
    ['reservation-refused', subjectTo !== null && reservationOutcome({ dossier, day }, subjectTo) === 'refused'],
  ];
  return flags.filter(([, applies]) => applies).map(([flag]) => flag);
}

/** Recorded when the round was concluded, or kept to its body on that day: the conclusion did not count it. */
function isAfterRuling({ settled, split, rulings }: Round, decision: Decision): boolean {
  const concludedOn = split?.on ?? rulings.at(-1)?.ruledOn;
  return decision.afterRuling || (settled !== null && concludedOn !== undefined && isClosed(decision, concludedOn));
}
