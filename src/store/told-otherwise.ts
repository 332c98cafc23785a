// What an upgrade from the first release reads otherwise, told once for every gate and kept until its chair has seen it; and
// how far the telling came. To be deleted with `domain/stand/former.ts`.
import { Injectable } from '@nestjs/common';
import { Column, Entity, IsNull, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Acting } from '../domain/permissions.js';
import type { BodyId, DossierId, Id, Instant, Role, Slug } from '../domain/vocabulary.js';
import type { DifferenceTold, ReasonOtherwise } from '../domain/views/told-otherwise.js';
import { saveSetting, setting } from './settings.js';

@Entity('told_otherwise')
export class StoredDifference {
  @PrimaryColumn('text') dossier!: DossierId;
  @PrimaryColumn('text') gate!: Slug;
  @PrimaryColumn('text') body!: BodyId;
  @Column('integer') round!: number;
  /** Of the last event that was read: a later migration can give the gate another name. */
  @Column('integer') sequence!: number;
  /** Both stands in JSON, as they are worded. */
  @Column('text', { name: 'stood_as' }) was!: string;
  @Column('text', { name: 'stands_as' }) is!: string;
  @Column('text') because!: ReasonOtherwise;
  @Column('text', { name: 'seen_at', nullable: true }) seenAt!: Instant | null;
  @Column('text', { name: 'seen_by', nullable: true }) seenBy!: Id | null;
  @Column('text', { name: 'seen_as', nullable: true }) seenAs!: Role | null;
  @Column('text', { name: 'seen_for', nullable: true }) seenFor!: BodyId | null;
}

/** From which moment on records are read as they are now; null for a database that was never read otherwise. */
@Injectable()
export class ReadAnew {
  since: Instant | null = null;

  /** Whether an answer as known at that moment was another then. */
  concerns = (knownAt: Instant | null): boolean => knownAt !== null && this.since !== null && knownAt < this.since;
}

const progressMark = 'told otherwise';
const sinceMark = 'read anew since';
const everything = 'all';

/** Where the telling is: `since` is null before it began, `after` the last dossier that was told. */
export interface Telling {
  since: Instant | null;
  after: DossierId | null;
  isDone: boolean;
}

/** Null where nothing was recorded before the upgrade. */
export async function tellingIn(manager: EntityManager): Promise<Telling | null> {
  const progress = await setting(manager, progressMark);
  if (progress === null) return null;
  const since = await setting(manager, sinceMark);
  return { since, after: since === null ? null : progress, isDone: progress === everything };
}

export const beginTelling = (manager: EntityManager, since: Instant): Promise<void> =>
  saveSetting(manager, sinceMark, since);

export const endTelling = (manager: EntityManager): Promise<void> => saveSetting(manager, progressMark, everything);

/** So many rows go in one statement: a database knows only so many values. */
const rowsMax = 500;

/** What was told of these dossiers, the last of which is `upTo`; in the transaction that says so. */
export async function storeTold(
  manager: EntityManager,
  told: readonly { dossier: DossierId; sequence: number; differences: readonly DifferenceTold[] }[],
  upTo: DossierId,
): Promise<void> {
  const rows = told.flatMap(({ dossier, sequence, differences }) =>
    differences.map(({ was, is, ...difference }) => ({
      dossier,
      sequence,
      ...difference,
      was: JSON.stringify(was),
      is: JSON.stringify(is),
    })),
  );
  for (let i = 0; i < rows.length; i += rowsMax) await manager.insert(StoredDifference, rows.slice(i, i + rowsMax));
  await saveSetting(manager, progressMark, upTo);
}

/** Both stands, as they were stored. */
export const standsIn = ({ was, is }: StoredDifference): Pick<DifferenceTold, 'was' | 'is'> => ({
  was: JSON.parse(was) as DifferenceTold['was'],
  is: JSON.parse(is) as DifferenceTold['is'],
});

export const storedDifferences = (manager: EntityManager, dossier: DossierId): Promise<StoredDifference[]> =>
  manager.find(StoredDifference, { where: { dossier }, order: { gate: 'ASC', body: 'ASC' } });

/** Of every dossier, page by page. */
export const pageOfDifferences = (manager: EntityManager, page: number): Promise<StoredDifference[]> =>
  manager.find(StoredDifference, {
    order: { dossier: 'ASC', gate: 'ASC', body: 'ASC' },
    skip: page * rowsMax,
    take: rowsMax,
  });

/** Seen by the chair of their gate; who saw it first stays. */
export async function storeSeen(
  manager: EntityManager,
  { dossier, gate }: Pick<StoredDifference, 'dossier' | 'gate'>,
  { person, role, body }: Acting,
  at: Instant,
): Promise<void> {
  const unseen = { dossier, gate, seenAt: IsNull() };
  await manager.update(StoredDifference, unseen, { seenAt: at, seenBy: person, seenAs: role, seenFor: body });
}
