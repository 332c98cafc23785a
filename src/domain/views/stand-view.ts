// The stand of everyone who decides at a gate, as it is shown: side, sign, and what its word is made of. All that is
// drawn, written or counted of a body is made of this.
import { isFromDocuments } from '../stand/sentence.js';
import { standing } from '../stand/at-gate.js';
import { isOpen, sideByKinds, whyOpen, type Answered } from '../stand/course.js';
import { hasDecided, waitsInVain, type Stand } from '../stand/stand.js';
import type { Tally } from '../dossier/events.js';
import type { Decision, Dossier, Round } from '../dossier/state.js';
import type { Asks, BodyId, Day, DecisionKind, Id, MissingWhy, Side, Slug } from '../vocabulary.js';
import { asksOf } from '../workflow/asks.js';
import type { Reading } from './viewer.js';

/**
 * for, against, abstained: it counts · held: undecided by its own word · waits: decided, and it does not count (yet) ·
 * hidden: not released · none: there is no decision
 */
export const standSigns = ['for', 'against', 'abstained', 'held', 'waits', 'hidden', 'none'] as const;
export type StandSign = (typeof standSigns)[number];

/** What is drawn: who responded did not agree, and has a sign of its own. */
export const drawnSigns = ['for', 'view', 'no-view', ...standSigns.filter((sign) => sign !== 'for')] as const;
export type DrawnSign = StandSign | 'view' | 'no-view';

export function drawnSign({ sign, said }: Pick<StandFigures, 'sign' | 'said'>): DrawnSign {
  const kinds = Object.values(said.answers);
  const isResponse = kinds.length > 0 && kinds.every((kind) => kind === 'view' || kind === 'no-view');
  if (sign !== 'for' || !isResponse) return sign;
  return kinds.includes('view') ? 'view' : 'no-view';
}

export interface StandFigures {
  body: BodyId;
  side: Side;
  why: MissingWhy | null;
  until: Day | null;
  /** The newest reading of the act that stands; null where none does, or where it is hidden. */
  act: Id | null;
  /** Recorded by the region, and not confirmed. */
  shadow: boolean;
  answers: Record<Slug, Side>;
  /** What the region recorded, and waits for the word of the body. */
  beside: Id[];
  sign: StandSign;
  said: StandSaid;
}

/** What the word of a stand is made of. */
export interface StandSaid {
  side: Side;
  why: MissingWhy | null;
  until: Day | null;
  /** What was answered to each question; empty where nothing stands. */
  answers: Readonly<Record<Slug, DecisionKind>>;
  /** Of these, the kinds that the plan does not name here. */
  unplanned: readonly DecisionKind[];
  tenor: string | null;
  shadow: boolean;
  takenBack: boolean;
  disputed: boolean;
  /** Its list is not adopted yet. */
  provisional: boolean;
  /** What it waits for was decided otherwise. */
  refused: boolean;
  /** By an announcement of a decision that is to come. */
  announced: boolean;
  asks: Asks;
  /** Whether only a response is asked, and the term for it is over. */
  isOver: boolean;
  fromDocuments: boolean;
}

const undecidedSigns: Partial<Record<MissingWhy, StandSign>> = {
  deferred: 'held',
  noted: 'held',
  forwarded: 'held',
  announced: 'hidden',
};

export function signOfStand({ side, why, decision }: Pick<Stand, 'side' | 'why' | 'decision'>): StandSign {
  if (side === 'silent') return 'none';
  if (side !== 'undecided') return side;
  if (why === 'scheduled')
    return decision ? (isOpen(decision) && undecidedSigns[whyOpen(decision)] ? 'held' : 'waits') : 'none';
  return undecidedSigns[why ?? 'stale'] ?? 'waits';
}

/** Of everyone who decides in that round of a gate. */
export function standsOf(reading: Reading, gate: Slug, round: Round): StandFigures[] {
  const { dossier, day } = reading;
  const asked = askedIn(dossier, round);
  return standing(dossier, gate, round, day).bodies.map((stand) => standFigures(reading, stand, asked));
}

/** What that round of a gate asks. */
export const askedIn = ({ plan }: Dossier, { terms, rule }: Round): Asks => asksOf(terms.gate, rule, plan.rules);

export function standFigures({ dossier, viewer, day }: Reading, stand: Stand, asked: Asks): StandFigures {
  const { body, side, why, until, lapsed, decision, shadow, answers, beside, takenBack, disputed } = stand;
  return {
    body,
    side,
    why,
    until,
    act: decision?.id ?? null,
    shadow,
    answers: { ...answers },
    beside: [...beside.map(({ id }) => id), ...(stand.hidden && viewer.seesClosedOf(body) ? [stand.hidden.id] : [])],
    sign: signOfStand(stand),
    said: {
      side,
      why,
      until,
      ...answeredBy(decision),
      shadow,
      takenBack,
      disputed,
      provisional: hasDecided(stand) && !isAdopted(decision?.listAdoptedOn ?? null, day),
      refused: why === 'subject-to' && waitsInVain({ dossier, day }, stand),
      announced: decision?.form === 'announcement',
      asks: asked,
      isOver: asked === 'response' && lapsed,
      fromDocuments: isFromDocuments(dossier),
    },
  };
}

function answeredBy(decision: Decision | null): Pick<StandSaid, 'answers' | 'unplanned' | 'tenor'> {
  if (!decision) return { answers: {}, unplanned: [], tenor: null };
  const { answers, unplanned, tenor } = decision;
  return { answers, unplanned, tenor };
}

/** What a decision says by itself, whatever holds it back and whatever took its place. */
export function saidStand(said: Answered): Pick<StandFigures, 'side' | 'why'> {
  const side = sideByKinds(said);
  return { side, why: side === 'undecided' ? whyOpen(said) : null };
}

const isAdopted = (on: Day | null, day: Day): boolean => on !== null && on <= day;

/** How many of those who decided do not count (yet). */
export const notCounting = (tally: Tally): number => tally.decided - tally.for - tally.against - tally.abstained;
