// Which bodies somebody is needed for: of the regions that work with this installation.
import { Injectable } from '@nestjs/common';
import { KnownBodies } from '../domain/known-bodies.js';
import type { PersonOnRecord } from '../domain/people.js';
import { partyOf } from '../domain/permissions.js';
import type { BodyOfRegion } from '../domain/roles/places.js';
import { worksAs, type BodyId, type Day, type Slug } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { runningBodies } from '../store/read-models/dossier-list.js';

/** A region that works with this installation, or that could. */
export interface RegionToStaff {
  id: Slug;
  title: string;
  bodies: BodyOfRegion[];
}

@Injectable()
export class BodiesInUse {
  constructor(
    private readonly database: Database,
    private readonly known: KnownBodies,
  ) {}

  /** Every region of the plans, by title, whether or not it works with this installation. */
  regions(): Pick<RegionToStaff, 'id' | 'title'>[] {
    return this.known.regions();
  }

  /**
   * The regions in which a dossier runs or somebody has a role, and the one that is asked for; each with the bodies of
   * its plans and of its dossiers. Who has a role at a body of no region stands in the last, which has no name.
   */
  async staffed(people: readonly PersonOnRecord[], today: Day, asked: string | undefined): Promise<RegionToStaff[]> {
    const held = new Set(people.flatMap(({ assignments }) => assignments.flatMap((one) => bodyOf(one, today))));
    const running = await runningBodies(this.database.manager);
    const inUse = new Set([...running.map(({ region }) => region), ...[...held].map(partyOf)]);
    const ofPlans = this.known.regions();
    const named = ofPlans.filter(({ id }) => inUse.has(id) || id === asked);
    const others = new Set(running.map(({ region }) => region).filter((id) => !ofPlans.some((one) => one.id === id)));
    const regions = [
      ...named.map(({ id, title, bodies }) => ({
        id,
        title,
        bodies: new Set([...bodies, ...ofDossiers(running, id)]),
      })),
      ...[...others].map((id) => ({ id, title: '', bodies: ofDossiers(running, id) })),
    ];
    const placed = new Set(regions.flatMap(({ bodies }) => [...bodies]));
    const rest = [...held].filter((body) => !placed.has(body));
    if (rest.length > 0) regions.push({ id: '', title: '', bodies: new Set(rest) });
    return regions.flatMap(({ id, title, bodies }) => {
      const described = this.describe(bodies);
      if (described.length === 0) return [];
      return { id, title: title || (described.find(({ party }) => party === id)?.partyTitle ?? ''), bodies: described };
    });
  }

  private describe(bodies: Iterable<BodyId>): BodyOfRegion[] {
    return [...bodies].flatMap((id) => {
      const body = this.known.describe(id);
      return body ? [{ ...body, works: worksAs(body.kind) }] : [];
    });
  }
}

const bodyOf = ({ body, until }: { body: BodyId | null; until: Day | null }, today: Day): BodyId[] =>
  body !== null && (until === null || until >= today) ? [body] : [];

const ofDossiers = (running: readonly { region: Slug; body: BodyId }[], id: Slug): Set<BodyId> =>
  new Set(running.filter(({ region }) => region === id).map(({ body }) => body));
