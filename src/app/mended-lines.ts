// Lines of a log that were corrected: in which line, and which of them tell what happened all the same.
import { actAnywhere, readingOf } from '../domain/dossier/acts.js';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { isAct } from '../domain/stand/course.js';
import type { LoggedEvent } from './readings.js';

interface Correction {
  event: DossierEvent;
  /** The line that it corrects. */
  of: number;
}

interface Mended {
  /** The line that corrects each, where one does. */
  mendedBy: ReadonlyMap<number, DossierEvent>;
  /** What each corrects, where it does. */
  mends: ReadonlyMap<number, number>;
  /** Where a correction stands: by what it corrects. */
  placeOf: (sequence: number) => number;
}

export function mendedIn(dossier: Dossier, events: readonly LoggedEvent[]): Mended {
  const facts = events.flatMap(({ event }): Correction[] => {
    const { correction } = event.facts;
    return correction ? [{ event, of: correction.of }] : [];
  });
  const all = [...facts, ...decisionsMended(dossier, events)];
  const former = new Map(facts.map(({ event, of }) => [event.sequence, of]));
  const placeOf = (sequence: number): number => {
    const of = former.get(sequence);
    return of === undefined ? sequence : placeOf(of);
  };
  return {
    mendedBy: new Map(all.map(({ event, of }) => [of, event])),
    mends: new Map(all.map(({ event, of }) => [event.sequence, of])),
    placeOf,
  };
}

/** The corrections of decisions that hold, or held; what waits for the word of a body, or was overtaken, corrects nothing. */
function decisionsMended(dossier: Dossier, events: readonly LoggedEvent[]): Correction[] {
  const known = events.filter(({ hidden }) => hidden === null).map(({ event }) => event);
  const recorded = known.filter((event) => 'answers' in event.facts);
  const lineOf = new Map(recorded.map(({ facts, sequence }) => ['decision' in facts ? facts.decision : '', sequence]));
  const corrections = recorded.filter((event) => event.type === 'DecisionCorrected');
  const corrected = new Set(corrections.map(({ facts }) => facts.corrects));
  return corrections.flatMap((event): Correction[] => {
    const { decision, corrects } = event.facts;
    const of = lineOf.get(corrects);
    const held = actAnywhere(dossier, decision)?.holds === decision || corrected.has(decision);
    return of !== undefined && held ? [{ event, of }] : [];
  });
}

/** Which of these lines tell what happened: not what a correction says otherwise, or that it was not. */
export function thatHappened(
  dossier: Dossier,
  all: readonly LoggedEvent[],
  some: readonly LoggedEvent[],
): LoggedEvent[] {
  const { mendedBy } = mendedIn(dossier, all);
  return some.filter(({ event, hidden }) => {
    if (hidden !== null) return true; // that it was corrected would tell of it
    if (mendedBy.has(event.sequence) || event.facts.correction?.never) return false;
    if (!('decision' in event.facts)) return true;
    const { decision } = event.facts;
    const act = actAnywhere(dossier, decision);
    return !act || (isAct(readingOf(act)) && (!('answers' in event.facts) || act.holds === decision));
  });
}
