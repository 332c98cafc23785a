// A secret address of a calendar, as it is kept.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';

export const feedKinds = ['own', 'body', 'dossier'] as const;
export type FeedKind = (typeof feedKinds)[number];

@Entity('calendar_feed')
@Index('calendar_feed_of_person', ['person'])
export class StoredFeed {
  @PrimaryColumn('text') hash!: Hex;
  /** By which it is named where its secret has no place. */
  @Column('text', { unique: true }) id!: Id;
  @Column('text') person!: Id;
  @Column('text') kind!: FeedKind;
  /** The body or the dossier; empty where it is about everything of its owner. */
  @Column('text') about!: string;
  @Column('text', { name: 'made_at' }) madeAt!: Instant;
}
