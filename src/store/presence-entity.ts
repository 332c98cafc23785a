// What is kept of when somebody was here.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';

/** When somebody was here, and up to which place in the log they had seen it. */
export interface Seen {
  person: Id;
  /** When they asked something last, in the visit that runs; null after they signed out. */
  hereAt: Instant | null;
  /** Up to which place they have seen it in this visit. */
  seen: number;
  /** When the visit before this one ended; null in the first. */
  leftAt: Instant | null;
  /** Up to which place they had seen it then. */
  told: number;
}

@Entity('presence')
export class StoredPresence implements Seen {
  @PrimaryColumn('text') person!: Id;
  @Column('text', { name: 'here_at', nullable: true }) hereAt!: Instant | null;
  @Column('integer') seen!: number;
  @Column('text', { name: 'left_at', nullable: true }) leftAt!: Instant | null;
  @Column('integer') told!: number;
}
