// The stand of everyone at a gate on a day by its content: what is compared, whatever order things were recorded in.
import { daysAfter } from '../../src/domain/calendar.js';
import { currentRound, type Dossier, type Round } from '../../src/domain/dossier/state.js';
import { hasDecided, standOf, type Stand } from '../../src/domain/stand/stand.js';
import { askedIn, standFigures } from '../../src/domain/views/stand-view.js';
import type { BodyId, Day, Instant, Slug } from '../../src/domain/vocabulary.js';
import { standWord } from '../../src/wording/gates/stand.js';
import { fold } from '../support/fold.js';
import type { Fact } from './story.js';
import type { Told } from './told.js';

/** The round that is put on a day, as the record of today says. */
export function roundOn({ rounds }: Dossier, gate: Slug, day: Day): Round | null {
  const last = rounds[gate]?.findLast(({ submittedOn }) => submittedOn <= day);
  if (!last) return null;
  return last.withdrawn === null || last.withdrawn.on > day ? last : null;
}

export type Content = ReturnType<typeof contentOf>;

export function contentOf(told: Told, dossier: Dossier, gate: Slug, round: Round, day: Day, stand: Stand) {
  const figures = standFigures({ ...told.readingOn(day), dossier }, stand, askedIn(dossier, round));
  const { body, side, why, until, answers, shadow, sign, said } = figures;
  const { takenBack, disputed, provisional, refused } = said;
  const name = (id: string) => told.nameOf(gate, id);
  return {
    ...{ body, side, why, until, answers, shadow, sign, provisional, refused },
    // What was taken back or disputed is told of who is silent.
    ...(side === 'silent' ? { takenBack, disputed } : { takenBack: false, disputed: false }),
    option: stand.option,
    act: figures.act && name(figures.act),
    beside: stand.beside.map(({ id }) => name(id)),
    hidden: stand.hidden && name(stand.hidden.id),
    word: standWord(figures),
    isDecision: hasDecided(stand) && !stand.shadow,
    version: stand.decision?.proposalVersion ?? 0,
  };
}

/** Of every body at the gate on that day; null where it is not put. */
export function standsOn(told: Told, gate: Slug, day: Day, dossier = told.dossier): Content[] | null {
  const round = roundOn(dossier, gate, day);
  return round && standsIn(told, dossier, gate, round, day);
}

export function standsIn(told: Told, dossier: Dossier, gate: Slug, round: Round, day: Day): Content[] {
  const at = { dossier, id: gate, gate: round.terms.gate, round, day };
  return told.plan.bodies.map((body) => contentOf(told, dossier, gate, round, day, standOf(at, body)));
}

/** The same on the dossier looked back to that day. */
export function standsLookedBack(
  told: Told,
  gate: Slug,
  day: Day,
  knownAt: Instant | null = null,
): { round: Round; stands: Content[] } | null {
  const dossier = fold(told.plan.shelf, told.play.events, { asOf: day, knownAt });
  const round = currentRound(dossier, gate);
  return round?.withdrawn === null ? { round, stands: standsIn(told, dossier, gate, round, day) } : null;
}

/** Every day on which something happened or was recorded, and the day after it. */
export function daysOf(facts: readonly Fact[], from: Day): Day[] {
  const days = facts.flatMap((fact) => {
    const said = 'said' in fact ? [fact.said.decidedOn, fact.said.release?.from, fact.said.nextDate] : [];
    return [fact.on, fact.recorded, ...said].filter((day) => day !== undefined);
  });
  return [...new Set([from, ...days].flatMap((day) => [day, daysAfter(day, 1)]))].sort();
}

export const ofBody = (stands: readonly Content[] | null, body: BodyId): Content | undefined =>
  stands?.find((stand) => stand.body === body);
