// How everyone stands at a moment by the pure function, on the record as it is read from the store: what every place that
// tells of a stand is compared with.
import type { DossierEvent } from '../../../src/domain/dossier/events.js';
import { currentRound, type Dossier, type Round } from '../../../src/domain/dossier/state.js';
import type { Moment } from '../../../src/domain/fold/history.js';
import { hasDecided, standOf, type Stand } from '../../../src/domain/stand/stand.js';
import { askedIn, standFigures, type StandSign } from '../../../src/domain/views/stand-view.js';
import type { BodyId, Day, MissingWhy, Side, Slug } from '../../../src/domain/vocabulary.js';
import type { Plans } from '../../../src/domain/workflow/plan.js';
import { standWord } from '../../../src/wording/gates/stand.js';
import type { StandView } from '../../../src/wording/gates/views.js';
import { fold } from '../../support/fold.js';

export interface Expected {
  stand: Stand;
  /** As it is told to everyone. */
  told: StandView;
}

/** What is kept of a dossier and what it follows. */
export interface Kept {
  events: readonly DossierEvent[];
  plans: Plans;
  today: Day;
}

export class Then {
  readonly dossier: Dossier;
  readonly day: Day;
  private readonly known = new Map<Round, Expected[]>();

  constructor({ events, plans, today }: Kept, moment: Moment) {
    this.dossier = fold(plans, events, moment);
    this.day = moment.asOf ?? today;
  }

  get gates(): Slug[] {
    return [...this.dossier.plan.gates.keys()];
  }

  roundOf(gate: Slug): Round | null {
    return currentRound(this.dossier, gate);
  }

  /** Of everyone who decides in the round that the gate is in; nobody before it was put. */
  at(gate: Slug, round = this.roundOf(gate)): readonly Expected[] {
    if (!round) return [];
    const found = this.known.get(round) ?? this.inRound(gate, round);
    this.known.set(round, found);
    return found;
  }

  private inRound(id: Slug, round: Round): Expected[] {
    const { dossier, day } = this;
    const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };
    const reading = { dossier, day, viewer, moment: { asOf: null, knownAt: null } };
    return round.electorate.map((body) => {
      const stand = standOf({ dossier, id, gate: round.terms.gate, round, day }, body);
      const { side, why, until, shadow, answers, decision, beside } = stand;
      const told: StandView = {
        ...{ body, side, why, until, shadow, answers, act: decision?.id ?? null },
        beside: beside.map((one) => one.id),
        sign: signFor(stand),
        word: standWord(standFigures(reading, stand, askedIn(dossier, round))),
      };
      return { stand, told };
    });
  }
}

/** The sign of each reason; of an item on an agenda that of what stands behind it. */
const signs: Record<Exclude<MissingWhy, 'scheduled'>, StandSign> = {
  silent: 'none',
  disputed: 'none',
  deferred: 'held',
  noted: 'held',
  forwarded: 'held',
  'not-in-plan': 'waits',
  announced: 'hidden',
  unconfirmed: 'waits',
  stale: 'waits',
  'other-text': 'waits',
  'condition-open': 'waits',
  'condition-rejected': 'waits',
  'subject-to': 'waits',
};

const open: readonly string[] = ['deferred', 'noted'];

function signFor({ side, why, decision }: Stand): StandSign {
  if (side === 'for' || side === 'against' || side === 'abstained') return side;
  if (why === 'scheduled') {
    if (!decision) return 'none';
    return Object.values(decision.answers).some((kind) => open.includes(kind)) ? 'held' : 'waits';
  }
  return signs[why ?? 'stale'];
}

/** As the figures of a gate are told that is not concluded. */
export function tallyOf(all: readonly Expected[], round: Round) {
  const on = (side: Side) => all.filter(({ stand }) => stand.side === side);
  const { poll, options } = round.terms.gate;
  const chosen = (id: Slug) => on('for').filter(({ stand }) => stand.option === id).length;
  return {
    electorate: all.length,
    for: on('for').length,
    against: on('against').length,
    abstained: on('abstained').length,
    undecided: on('undecided').length,
    silent: on('silent').length,
    decided: all.filter(({ stand }) => hasDecided(stand)).length,
    options: poll ? Object.fromEntries(options.map(({ id }) => [id, chosen(id)])) : {},
  };
}

/** How many of those who decided do not count. */
export const notCountingOf = (all: readonly Expected[]): number =>
  all.filter(({ stand }) => hasDecided(stand) && (stand.side === 'undecided' || stand.side === 'silent')).length;

/** The same for its own body, which sees beside it what it keeps to itself. */
export const toldTo = ({ stand, told }: Expected, body: BodyId): StandView =>
  stand.hidden && stand.body === body ? { ...told, beside: [...told.beside, stand.hidden.id] } : told;
