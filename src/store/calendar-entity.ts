// A version of a calendar, as it is kept beside the record.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Instant } from '../domain/vocabulary.js';

@Entity('calendar')
export class StoredCalendar {
  /** A body; of a region its own name, which has no slash. */
  @PrimaryColumn('text') whose!: string;
  @PrimaryColumn('integer') version!: number;
  /** Null where it was taken away. */
  @Column('text', { nullable: true }) content!: string | null;
  /** Null for those of the demonstration. */
  @Column('text', { name: 'entered_by', nullable: true }) enteredBy!: Id | null;
  @Column('text', { name: 'entered_at' }) enteredAt!: Instant;
}
