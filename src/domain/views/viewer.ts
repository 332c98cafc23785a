// Who looks, and what of a dossier is shown to them.
import type { Moment } from '../fold/history.js';
import { isOf } from '../commands/commands.js';
import type { Dossier } from '../dossier/state.js';
import { personIn } from '../dossier/successors.js';
import { isValid, partyOf, type Person } from '../permissions.js';
import type { BodyId, Day, Id } from '../vocabulary.js';

export interface Viewer {
  /** The name of a person; null for readers, and after erasure. */
  nameOf(person: Id): string | null;
  /** Whether somebody may conclude for a body on a day; absent where it is not known who has which role. */
  canConclude?: (body: BodyId, on: Day) => boolean;
  /** Findings of a visit are closed: for the body that was visited, and the process lead. */
  seesFindingsOf(body: BodyId): boolean;
  /** A decision that is not released yet is for its own body alone. */
  seesClosedOf(body: BodyId): boolean;
  /** What the region keeps to itself is for who works for it, and not for who only reads there; absent is not. */
  seesOwnOfRegion?: boolean;
}

/** As anybody in the region sees it: without what a body, or the region, keeps to itself. */
export const asAnyone = (viewer: Viewer): Viewer => ({ ...viewer, ...nothingClosed });

export const nothingClosed: Omit<Viewer, 'nameOf' | 'canConclude'> = {
  seesFindingsOf: () => false,
  seesClosedOf: () => false,
  seesOwnOfRegion: false,
};

/** A dossier as someone reads it at a moment. */
export interface Reading {
  dossier: Dossier;
  moment: Moment;
  /** The day that is asked about, today when none is: terms and releases are judged by it. */
  day: Day;
  viewer: Viewer;
}

export function viewerOf(
  somebody: Person,
  dossier: Dossier,
  names: Viewer['nameOf'],
  today: Day,
  canConclude?: Viewer['canConclude'],
): Viewer {
  const { plan } = dossier;
  const person = personIn(dossier, somebody);
  const valid = person.assignments.filter((a) => isValid(a, today));
  const here = valid.filter((a) => a.body !== null && (plan.bodies.has(a.body) || partyOf(a.body) === plan.region));
  const onlyReads = here.every((a) => a.role === 'reader');
  const isOwn = (body: BodyId) => isOf({ dossier, person, today }, body);
  const leads = here.some((a) => a.role === 'process-lead');
  return {
    nameOf: onlyReads ? () => null : names,
    ...(canConclude && { canConclude }),
    seesFindingsOf: (body) => leads || isOwn(body),
    seesClosedOf: isOwn,
    seesOwnOfRegion: here.some((a) => a.role !== 'reader' && a.body !== null && partyOf(a.body) === plan.region),
  };
}
