// A note about a body at a gate, as it is kept beside the record.
import { Column, Entity, Index, LessThan, PrimaryColumn, type EntityManager } from 'typeorm';
import type { BodyId, DossierId, Id, Instant, Slug } from '../domain/vocabulary.js';
import { dayLong } from './process/clock.js';

/** A note that nobody wrote anew for so many days is forgotten. */
const keptDays = 180;

@Entity('body_note')
@Index('body_note_by_age', ['writtenAt'])
export class StoredNote {
  @PrimaryColumn('text') dossier!: DossierId;
  @PrimaryColumn('text') gate!: Slug;
  @PrimaryColumn('text') body!: BodyId;
  /** Of the last event before it: a later plan can give the gate another name. */
  @Column('integer') sequence!: number;
  @Column('text') text!: string;
  @Column('text', { name: 'written_by' }) writtenBy!: Id;
  @Column('text', { name: 'written_at' }) writtenAt!: Instant;
}

export const notesOf = (manager: EntityManager, dossier: DossierId): Promise<StoredNote[]> =>
  manager.find(StoredNote, { where: { dossier }, order: { gate: 'ASC', body: 'ASC' } });

export const addNote = async (manager: EntityManager, note: StoredNote): Promise<void> => {
  await manager.insert(StoredNote, note);
};

export const removeNote = async (
  manager: EntityManager,
  { dossier, gate, body }: Pick<StoredNote, 'dossier' | 'gate' | 'body'>,
): Promise<void> => {
  await manager.delete(StoredNote, { dossier, gate, body });
};

/** @param before a moment from which everything else is told that is past its term */
export async function forgetNotes(manager: EntityManager, before: Instant): Promise<void> {
  const writtenAt = LessThan(new Date(Date.parse(before) - keptDays * dayLong).toISOString());
  await manager.delete(StoredNote, { writtenAt });
}

export const forgetNotesBy = async (manager: EntityManager, writtenBy: Id): Promise<void> => {
  await manager.delete(StoredNote, { writtenBy });
};
