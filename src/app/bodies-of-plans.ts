// Every body that somebody can have a role for: those of the workflows, and those of every municipality.
import { Injectable } from '@nestjs/common';
import { KnownBodies, type NamedBody } from '../domain/known-bodies.js';
import { existed } from '../domain/municipalities.js';
import { partyOf } from '../domain/permissions.js';
import type { FieldError } from '../domain/refusal.js';
import type { BodyId, BodyKind, Day } from '../domain/vocabulary.js';
import { municipality } from '../domain/workflow/define.js';
import { Registers } from './registers.js';
import { PlanCatalogue } from './plan-catalogue.js';

@Injectable()
export class BodiesOfPlans extends KnownBodies {
  constructor(
    private readonly catalogue: PlanCatalogue,
    private readonly registers: Registers,
  ) {
    super();
  }

  kindOf(body: BodyId, on: Day): BodyKind | FieldError {
    const known = this.catalogue.bodies().get(body)?.kind;
    if (known) return known;
    const { municipalities } = this.registers;
    const found = municipalities.find(partyOf(body));
    const kind = found && municipality(found.id, found.name, found.code).bodies.find(({ id }) => id === body)?.kind;
    if (!kind) return { pointer: '/body', code: 'unknown-body' };
    const absent = municipalities.absence(found, on);
    return absent ? { pointer: '/body', code: 'not-allowed-here', absent } : kind;
  }
  on(day: Day): NamedBody[] {
    const ofPlans = [...this.catalogue.bodies()].map(([id, { title }]) => ({ id, title }));
    const known = new Set(ofPlans.map(({ id }) => id));
    const others = this.registers.municipalities.all
      .filter((one) => existed(one, day))
      .flatMap(({ id, name, code }) => municipality(id, name, code).bodies)
      .filter(({ id }) => !known.has(id));
    const byTitle = (a: NamedBody, b: NamedBody): number => a.title.localeCompare(b.title, 'nl');
    return [...ofPlans.sort(byTitle), ...others.map(({ id, title }) => ({ id, title })).sort(byTitle)];
  }

  titleOf(body: BodyId): string {
    const known = this.catalogue.bodies().get(body);
    if (known) return known.title;
    const found = this.registers.municipalities.find(partyOf(body));
    return found
      ? (municipality(found.id, found.name, found.code).bodies.find(({ id }) => id === body)?.title ?? body)
      : body;
  }
}
