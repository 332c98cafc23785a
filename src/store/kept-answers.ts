// The answer to an accepted command, kept with its idempotency key in the transaction of its event, so that the same
// request sent again gets the same answer and never a second event.
import { Column, Entity, Index, LessThan, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import { findOf, upsertOf } from './prepared.js';

/** A key is kept for so many days. */
export const keptDays = 7;

@Entity('kept_answer')
@Index('kept_answer_by_age', ['keptAt'])
export class KeptAnswer {
  @PrimaryColumn('text') person!: Id;
  @PrimaryColumn('text') key!: string;
  /** Digest of method, path and body: another request with the same key is refused. */
  @Column('text') request!: Hex;
  /** What was answered, as text. */
  @Column('text') answer!: string;
  @Column('text', { name: 'kept_at' }) keptAt!: Instant;
}

/** By person and key; also what is past its days, until it is forgotten. */
export const findKept = findOf(KeptAnswer);

export const keepAnswer = upsertOf(KeptAnswer);

/** Forgets what was kept before that moment. */
export async function forgetAnswers(manager: EntityManager, before: Instant): Promise<void> {
  await manager.delete(KeptAnswer, { keptAt: LessThan(before) });
}
