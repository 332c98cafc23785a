// The papers of a fact as they are shown to who looks. One that is not for everybody who sees the fact is there for the others,
// too, and tells them nothing: neither its title nor where it is, and least of all the hash of what is in it.
import type { DossierEvent } from '../dossier/events.js';
import { closedOfPaper, isNarrow, type ScopedPaper } from '../facts/of-papers.js';
import type { BodyId, ReleaseScope } from '../vocabulary.js';
import type { Viewer } from './viewer.js';

/** What stands in the place of the title of a paper that is not for who looks. */
export const closedPaper = '[besloten stuk]';

/** Of whom it is what a fact keeps to itself: whether that may be seen. */
type Ownership = (viewer: Viewer) => boolean;

export const ofBody =
  (body: BodyId): Ownership =>
  (viewer) =>
    viewer.seesClosedOf(body);
/** What goes with a visit is for those whom its findings are for. */
export const ofVisited =
  (body: BodyId): Ownership =>
  (viewer) =>
    viewer.seesFindingsOf(body);
export const ofRegion: Ownership = (viewer) => viewer.seesOwnOfRegion === true;

/** Everybody who looks has a role in the region: a paper for the region is for all of them, and what is not can only be wider. */
const sees = (viewer: Viewer, scope: ReleaseScope | null, isOwn: Ownership): boolean =>
  scope !== 'own' || isOwn(viewer);

/** These papers, each as it may be seen. */
export const papersSeen = <T extends ScopedPaper & { readonly title: string }>(
  papers: readonly T[],
  viewer: Viewer,
  isOwn: Ownership,
): T[] =>
  papers.map((one) =>
    sees(viewer, one.scope, isOwn)
      ? one
      : {
          ...one,
          title: closedPaper,
          url: 'sha256' in one ? null : '', // as where there is none
          file: null,
          ...('sha256' in one ? { sha256: null } : {}),
        },
  );

/** Whether all of these may be seen: who says them again would otherwise say less. */
export const seesAllPapers = (papers: readonly { scope: ReleaseScope | null }[], viewer: Viewer, isOwn: Ownership) =>
  papers.every(({ scope }) => sees(viewer, scope, isOwn));

/** Whose what an event keeps to itself is. */
export function ownershipIn({ type, facts }: DossierEvent): Ownership {
  if (type === 'BodyVisited') return ofVisited(facts.body);
  if (type === 'CriterionStated') return facts.by.body === undefined ? ofRegion : ofBody(facts.by.body);
  return 'body' in facts && facts.body !== undefined ? ofBody(facts.body) : ofRegion;
}

/** `evidence/0/title`, `documents/0/file`; of a paper that is a fact by itself `title`. */
const placeOf = /^(?:(evidence|documents)\/(\d+)\/)?([a-z0-9]+)$/;

/** Whether a text of an event may be seen, as far as it is of a paper. */
export function seesPaperText(viewer: Viewer, event: DossierEvent, key: string): boolean {
  const [, list, index, name = ''] = placeOf.exec(key) ?? [];
  if (!closedOfPaper.has(name)) return true;
  const scope = scopeIn(event, list, index);
  return !isNarrow(scope) || sees(viewer, scope, ownershipIn(event));
}

function scopeIn({ type, facts }: DossierEvent, list: string | undefined, index: string | undefined) {
  if (list === undefined) return type === 'PaperLaid' ? (facts.scope ?? null) : null;
  const papers = (facts as Readonly<Record<string, unknown>>)[list] as { scope?: ReleaseScope }[] | undefined; // by its table
  return papers?.[Number(index)]?.scope ?? null;
}
