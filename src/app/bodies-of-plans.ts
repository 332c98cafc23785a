// Every body that somebody can have a role for: those of the workflows, and those of every municipality.
import { Injectable } from '@nestjs/common';
import { KnownBodies, type DescribedBody, type NamedBody, type NamedRegion } from '../domain/known-bodies.js';
import { existed } from '../domain/municipalities.js';
import { partyOf } from '../domain/permissions.js';
import type { FieldError } from '../domain/refusal.js';
import type { BodyId, BodyKind, Day, Slug } from '../domain/vocabulary.js';
import type { Body } from '../domain/workflow/workflow.js';
import { municipality } from '../domain/workflow/define.js';
import { PlanCatalogue } from './plan-catalogue.js';

@Injectable()
export class BodiesOfPlans extends KnownBodies {
  constructor(private readonly catalogue: PlanCatalogue) {
    super();
  }

  kindOf(body: BodyId, on: Day): BodyKind | FieldError {
    const known = this.catalogue.bodies().get(body)?.kind;
    if (known) return known;
    const { register } = this.catalogue;
    const found = register.find(partyOf(body));
    const kind = found && municipality(found.id, found.name, found.code).bodies.find(({ id }) => id === body)?.kind;
    if (!kind) return { pointer: '/body', code: 'unknown-body' };
    const absent = register.absence(found, on);
    return absent ? { pointer: '/body', code: 'not-allowed-here', absent } : kind;
  }

  on(day: Day): NamedBody[] {
    const ofPlans = [...this.catalogue.bodies()].map(([id, { title }]) => ({ id, title }));
    const known = new Set(ofPlans.map(({ id }) => id));
    const others = this.catalogue.register.all
      .filter((one) => existed(one, day))
      .flatMap(({ id, name, code }) => municipality(id, name, code).bodies)
      .filter(({ id }) => !known.has(id));
    const byTitle = (a: NamedBody, b: NamedBody): number => a.title.localeCompare(b.title, 'nl');
    return [...ofPlans.sort(byTitle), ...others.map(({ id, title }) => ({ id, title })).sort(byTitle)];
  }

  titleOf(body: BodyId): string {
    return this.find(body)?.title ?? body;
  }

  describe(id: BodyId): DescribedBody | null {
    const body = this.find(id);
    if (!body) return null;
    const { title, kind, party, foundedBy } = body;
    const plans = this.catalogue.all();
    const named = plans.flatMap(({ workflow }) => workflow.parties).find((one) => one.id === party);
    const partyTitle = named?.title ?? this.catalogue.register.find(party)?.name ?? party;
    const concludes = plans.some(({ rulingBodies }) => rulingBodies.has(id));
    return { id, title, kind, party, partyTitle, concludes, isFounded: foundedBy !== undefined };
  }

  regions(): NamedRegion[] {
    const regions = new Map<Slug, NamedRegion>();
    for (const { workflow, region, bodies } of this.catalogue.newest()) {
      if (workflow.open !== undefined) continue;
      const title = workflow.parties.find(({ id }) => id === region)?.title ?? region;
      const former = regions.get(region)?.bodies ?? [];
      regions.set(region, { id: region, title, bodies: [...new Set([...former, ...bodies.keys()])] });
    }
    return [...regions.values()].sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  }

  private find(id: BodyId): Body | undefined {
    const known = this.catalogue.bodies().get(id);
    if (known) return known;
    const found = this.catalogue.register.find(partyOf(id));
    return found && municipality(found.id, found.name, found.code).bodies.find((one) => one.id === id);
  }
}
