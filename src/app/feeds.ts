// The days that a calendar program is given: what everybody with a role in the region may know of days, never what a body keeps to
// itself, of the dossiers that the owner of the address may see today.
import { Injectable } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import type { KnownPerson } from '../domain/people.js';
import { isValid } from '../domain/permissions.js';
import { feedDays, type FeedDay } from '../domain/views/feed-days.js';
import { shownEvents } from '../domain/views/visibility.js';
import { asAnyone, type Reading } from '../domain/views/viewer.js';
import type { BodyId } from '../domain/vocabulary.js';
import { Directory } from '../store/directory.js';
import type { StoredFeed } from '../store/feed-entity.js';
import { Readings } from './readings.js';

/** In one calendar are the days of so many dossiers. */
const dossiersMax = 200;

export interface DossierDays {
  reading: Reading;
  days: FeedDay[];
}

@Injectable()
export class Feeds {
  constructor(
    private readonly readings: Readings,
    private readonly directory: Directory,
  ) {}

  /** Nothing where its owner may see nothing any more. @throws Refusal busy */
  async of({ person: id, kind, about }: Pick<StoredFeed, 'person' | 'kind' | 'about'>): Promise<DossierDays[]> {
    const person = await this.directory.byId(id);
    if (!person) return [];
    if (kind === 'dossier') return this.ofOne(person, about);
    const listed = await this.readings.list(person, { state: 'running', limit: dossiersMax });
    const found: DossierDays[] = [];
    for (const { reading } of listed) {
      if (reading?.dossier.source !== null) continue;
      const bodies = kind === 'body' ? new Set([about]) : ownBodies(person, reading);
      const days = (await this.days(reading)).filter(
        ({ body }) => body === null || bodies === null || bodies.has(body),
      );
      const isMeant = kind !== 'body' || reading.dossier.plan.bodies.has(about);
      if (isMeant && days.length > 0) found.push({ reading, days });
    }
    return found;
  }

  /** As everybody with a role in the region reads it. @throws Refusal damaged */
  async days(reading: Reading): Promise<FeedDay[]> {
    const open = { ...reading, viewer: asAnyone(reading.viewer) };
    const events = shownEvents(await this.readings.recalled(open), open);
    return feedDays(reading.dossier, reading.day, events);
  }

  private async ofOne(person: KnownPerson, dossier: string): Promise<DossierDays[]> {
    try {
      const { reading } = await this.readings.one(person, dossier);
      return [{ reading, days: await this.days(reading) }];
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'busy') return [];
      throw error;
    }
  }
}

/** Whose days are theirs; null for who follows the whole region. */
function ownBodies({ assignments }: KnownPerson, { day }: Reading): ReadonlySet<BodyId> | null {
  const valid = assignments.filter((one) => isValid(one, day));
  if (valid.some(({ role }) => ['process-lead', 'chair', 'deputy-chair', 'chair-secretary', 'reader'].includes(role)))
    return null;
  return new Set(valid.flatMap(({ body }) => body ?? []));
}
