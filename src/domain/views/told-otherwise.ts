// What an upgrade reads otherwise than the first release did: of every body whose stand differs on that day how it stood,
// how it stands, and why. To be deleted with `stand/former.ts`.
import type { DossierEvent } from '../dossier/events.js';
import { currentRound, joinedOn, type Dossier } from '../dossier/state.js';
import { standing } from '../stand/at-gate.js';
import { formerReading, formerStands } from '../stand/former.js';
import type { Stand } from '../stand/stand.js';
import type { BodyId, Day, Instant, MissingWhy, Slug } from '../vocabulary.js';
import type { PersonRef } from './decision-view.js';
import { askedIn, standFigures, type StandFigures } from './stand-view.js';
import { nothingClosed, type Viewer } from './viewer.js';

/**
 * order: by days, no more by the order of recording · body-first: what the body itself says goes before the region ·
 * dispute: what is disputed is no decision · version: on which text · other-text: not conform, or amended · conditions:
 * what was answered to them stays · agenda: what came last, the planned meeting or the decision · entry: since the body
 * decides here · reservation: what it waits for stands otherwise · term: it ends on another day
 */
export const reasonsOtherwise = [
  'order',
  'body-first',
  'dispute',
  'version',
  'other-text',
  'conditions',
  'agenda',
  'entry',
  'reservation',
  'term',
] as const;
export type ReasonOtherwise = (typeof reasonsOtherwise)[number];

/** As much of a stand as makes its word. */
export type StandTold = Pick<StandFigures, 'side' | 'why' | 'sign' | 'said'>;

export interface DifferenceTold {
  gate: Slug;
  round: number;
  body: BodyId;
  was: StandTold;
  is: StandTold;
  because: ReasonOtherwise;
}

/** The same with who has seen it: the chair of its gate. */
export interface ToldOtherwise extends DifferenceTold {
  seen: { at: Instant; by: PersonRef } | null;
}

/** As everyone in the region may know it. */
const anyone: Viewer = {
  nameOf: () => null,
  ...nothingClosed,
};

/** @param events of the whole record, as it was before the upgrade */
export function toldOtherwise(dossier: Dossier, events: readonly DossierEvent[], day: Day): DifferenceTold[] {
  const former = formerReading(dossier, events, day);
  return [...dossier.plan.gates.keys()].flatMap((gate) => {
    const round = currentRound(dossier, gate);
    if (!round) return [];
    const told = (stand: Stand): StandTold => {
      const reading = { dossier, day, viewer: anyone, moment: { asOf: null, knownAt: null } };
      const { side, why, sign, said } = standFigures(reading, stand, askedIn(dossier, round));
      return { side, why, sign, said };
    };
    const stands = new Map(standing(dossier, gate, round, day).bodies.map((stand) => [stand.body, stand]));
    return formerStands(former, gate).flatMap((stood): DifferenceTold[] => {
      const stand = stands.get(stood.body);
      if (!stand || isAlike(stood, stand) || isClosedAgain(stood, stand)) return [];
      const because = reasonOf(stood, stand, joinedOn(round, stood.body));
      return [{ gate, round: round.number, body: stood.body, was: told(stood), is: told(stand), because }];
    });
  });
}

const isAlike = (stood: Stand, stand: Stand): boolean => JSON.stringify(kept(stood)) === JSON.stringify(kept(stand));

/** Other words for the same side are no difference; another side, reason, choice or answer is, and a term that is over. */
const kept = ({ side, why, option, decision, lapsed }: Stand) => [
  side,
  why,
  why !== null && lapsed,
  side === 'for' ? option : null,
  decision && Object.entries(decision.answers),
];

/** What was closed had taken the place of a known decision: that it stands again would tell that there is a closed one. */
const isClosedAgain = (stood: Stand, stand: Stand): boolean =>
  stood.why === 'announced' && stood.decision === null && stand.why !== 'announced';

function reasonOf(stood: Stand, stand: Stand, entry: Day | null): ReasonOtherwise {
  if (stood.disputed || stand.disputed) return 'dispute';
  if (stand.why === 'other-text') return 'other-text';
  if (stood.decision?.id !== stand.decision?.id) return otherAct(stood, stand, entry);
  const [because] = [stood.why, stand.why].flatMap((why) => (why && reasons[why]) ?? []);
  return because ?? (stood.why === stand.why && stood.lapsed !== stand.lapsed ? 'term' : 'order');
}

/** Why the same act stands otherwise; the first that one of both has. */
const reasons: Partial<Record<MissingWhy, ReasonOtherwise>> = {
  scheduled: 'agenda',
  stale: 'version',
  'condition-open': 'conditions',
  'condition-rejected': 'conditions',
  'subject-to': 'reservation',
};

function otherAct(stood: Stand, stand: Stand, entry: Day | null): ReasonOtherwise {
  if (entry !== null && (stood.decision === null || stood.decision.decidedOn < entry)) return 'entry';
  return stood.shadow && !stand.shadow ? 'body-first' : 'order';
}
