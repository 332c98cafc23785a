// What is kept of when somebody was here.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';

@Entity('presence')
export class StoredPresence {
  @PrimaryColumn('text') person!: Id;
  /** When they asked something last, in the visit that runs; null after they signed out. */
  @Column('text', { name: 'here_at', nullable: true }) hereAt!: Instant | null;
  /** Up to which place in the log they have seen it in this visit. */
  @Column('integer') seen!: number;
  /** When the visit before this one ended; null in the first. */
  @Column('text', { name: 'left_at', nullable: true }) leftAt!: Instant | null;
  /** Up to which place they had seen it then. */
  @Column('integer') told!: number;
}
