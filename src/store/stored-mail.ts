// A mail as it is kept until it was sent and for a while after, and the addresses that refused one.
import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierId, Id, Instant, Slug } from '../domain/vocabulary.js';

/** Why one was not delivered: its address refuses mail · it was refused itself · it was tried too often · it came too late */
export type MailFailure = 'address' | 'refused' | 'tries' | 'expired';

export type MailKind = 'link' | 'reminder' | 'digest' | 'notice';

@Entity('mail')
@Index('mail_by_turn', ['state', 'nextAt'])
@Index('mail_by_age', ['madeAt'])
@Index('mail_of_gate', ['dossier', 'gate'])
export class StoredMail {
  @PrimaryColumn('text') id!: Id;
  /** What is told once only; null where that does not matter. */
  @Column('text', { nullable: true, unique: true }) once!: string | null;
  @Column('text') kind!: MailKind;
  /** To whom, where that is somebody who is known here. */
  @Column('text', { nullable: true }) person!: Id | null;
  @Column('text') name!: string;
  @Column('text') address!: string;
  /** Who is answered. */
  @Column('text', { name: 'reply_to', nullable: true }) replyTo!: string | null;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  /** What takes the place of the mark in the text when it is sent, sealed; null once it was. */
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('text', { nullable: true }) dossier!: DossierId | null;
  @Column('text', { nullable: true }) gate!: Slug | null;
  @Column('text') state!: 'waiting' | 'sending' | 'sent' | 'failed';
  @Column('integer') tries!: number;
  /** When it is its turn; of one that is being sent, when it is again where nothing was heard of it. By the machine's clock. */
  @Column('text', { name: 'next_at' }) nextAt!: Instant;
  /** Later it is not sent any more. By the machine's clock. */
  @Column('text', { name: 'expires_at' }) expiresAt!: Instant;
  @Column('text', { name: 'made_at' }) madeAt!: Instant;
  @Column('text', { name: 'ended_at', nullable: true }) endedAt!: Instant | null;
  @Column('text', { nullable: true }) why!: MailFailure | null;
  /** What the server said last. */
  @Column('text', { nullable: true }) answer!: string | null;
}

/** An address that does not take mail, until one is delivered there. */
@Entity('refused_address')
export class RefusedAddress {
  @PrimaryColumn('text') address!: string;
  @Column('text') at!: Instant;
  @Column('text') answer!: string;
}

/** What an address answered that refuses mail; null where it does not. */
export const refusalOf = (manager: EntityManager, address: string): Promise<RefusedAddress | null> =>
  manager.findOneBy(RefusedAddress, { address });
