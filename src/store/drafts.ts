// What somebody was filling in, as it is kept beside the record: for them alone.
import { Column, Entity, Index, In, LessThan, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';

@Entity('draft')
@Index('draft_by_age', ['keptAt'])
export class StoredDraft {
  @PrimaryColumn('text') person!: Id;
  /** The address of its form. */
  @PrimaryColumn('text') place!: string;
  /** As a browser sends them. */
  @Column('text') fields!: string;
  @Column('text', { name: 'kept_at' }) keptAt!: Instant;
}

/** What was filled in before, as a browser sent it. */
export interface Draft {
  fields: string;
  keptAt: Instant;
  now: Instant;
}

export const findDraft = (manager: EntityManager, person: Id, place: string): Promise<StoredDraft | null> =>
  manager.findOneBy(StoredDraft, { person, place });

/** The addresses of their forms. */
export const draftPlaces = async (manager: EntityManager, person: Id): Promise<string[]> =>
  (await manager.find(StoredDraft, { select: { place: true }, where: { person }, order: { place: 'ASC' } })).map(
    ({ place }) => place,
  );

export const findDrafts = (manager: EntityManager, person: Id, places: string[]): Promise<StoredDraft[]> =>
  manager.find(StoredDraft, { where: { person, place: In(places) }, order: { place: 'ASC' } });

export const keepDraft = async (manager: EntityManager, draft: StoredDraft): Promise<void> => {
  await manager.upsert(StoredDraft, draft, ['person', 'place']);
};

export const removeDrafts = async (manager: EntityManager, person: Id, places: string[]): Promise<void> => {
  await manager.delete(StoredDraft, { person, place: In(places) });
};

/** Leaves somebody the newest of them. */
export async function leaveDrafts(manager: EntityManager, person: Id, max: number): Promise<void> {
  const older = await manager.find(StoredDraft, {
    select: { place: true },
    where: { person },
    order: { keptAt: 'DESC', place: 'ASC' },
    skip: max,
    take: max,
  });
  if (older.length > 0) await manager.delete(StoredDraft, { person, place: In(older.map(({ place }) => place)) });
}

/** @param before a week ago */
export async function forgetDrafts(manager: EntityManager, before: Instant): Promise<void> {
  await manager.delete(StoredDraft, { keptAt: LessThan(before) });
}

export const forgetDraftsOf = async (manager: EntityManager, person: Id): Promise<void> => {
  await manager.delete(StoredDraft, { person });
};
