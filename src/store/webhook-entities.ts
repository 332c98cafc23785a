// Another system that is told what happened in a region, and a message to it, as they are kept.
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { DossierId, Id, Instant, Slug } from '../domain/vocabulary.js';

/** Why nothing goes to it: its own server said that it is gone · it failed for too long · somebody stopped it */
export type WebhookStop = 'gone' | 'failing' | 'by-hand';

/**
 * Why a try failed: no answer in time · its address cannot be looked up, connected to or spoken with · it is inside a network ·
 * another answer than that it was taken · the message itself was refused · its secret was sealed by another installation
 */
export type WebhookFault = 'no-answer' | 'bad-address' | 'not-public' | 'bad-status' | 'refused' | 'no-secret';

@Entity('webhook')
export class StoredWebhook {
  @PrimaryColumn('text') id!: Id;
  @Column('text') region!: Slug;
  @Column('text') address!: string;
  /** Sealed, as the one before it, which signs too until a moment by the machine's clock. */
  @Column('text') secret!: string;
  @Column('text', { name: 'former_secret', nullable: true }) formerSecret!: string | null;
  @Column('text', { name: 'former_until', nullable: true }) formerUntil!: Instant | null;
  @Column('text', { name: 'made_at' }) madeAt!: Instant;
  /** It hears of what has a later place among the events of all dossiers. */
  @Column('integer') since!: number;
  /** Null where messages go to it. */
  @Column('text', { nullable: true }) stopped!: WebhookStop | null;
  /** How many tries failed one after another, and since when; by the machine's clock, as the next one is. */
  @Column('integer') failures!: number;
  @Column('text', { name: 'failing_since', nullable: true }) failingSince!: Instant | null;
  @Column('text', { name: 'next_at' }) nextAt!: Instant;
  @Column('text', { nullable: true }) why!: WebhookFault | null;
  /** What it answered last. */
  @Column('integer', { nullable: true }) status!: number | null;
}

@Entity('webhook_message')
@Unique(['webhook', 'id'])
@Index('webhook_message_by_turn', ['webhook', 'state', 'number'])
@Index('webhook_message_by_age', ['madeAt'])
export class WebhookMessage {
  /** In this order they go. */
  @PrimaryGeneratedColumn({ type: 'integer' }) number!: number;
  /** The same for every try, and for every system that hears of the same event. */
  @Column('text') id!: string;
  @Column('text') webhook!: Id;
  @Column('text') type!: string;
  @Column('text', { nullable: true }) dossier!: DossierId | null;
  @Column('text', { nullable: true }) gate!: Slug | null;
  /** Exactly as it is sent. */
  @Column('text') body!: string;
  @Column('text') state!: 'waiting' | 'sent' | 'failed';
  @Column('integer') tries!: number;
  @Column('text', { name: 'made_at' }) madeAt!: Instant;
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: Instant | null;
  @Column('text', { nullable: true }) why!: WebhookFault | null;
  @Column('integer', { nullable: true }) status!: number | null;
}

/** An event of which others may not know yet; or that could not be read. */
@Entity('webhook_held')
export class HeldEvent {
  @PrimaryColumn('text') dossier!: DossierId;
  @PrimaryColumn('integer') sequence!: number;
}
