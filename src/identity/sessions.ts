// Sessions of browsers, tokens of programs, and one-time links. Only hashes are stored: who reads the database cannot
// sign in with it.
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  LessThan,
  ManyToOne,
  MoreThan,
  Not,
  PrimaryColumn,
  type EntityManager,
  type Relation,
} from 'typeorm';
import type { Hex, Id, Instant } from '../domain/vocabulary.js';
import type { SessionKind } from '../store/directory.js';
import { StoredPerson } from './stored-person.js';

@Entity('session')
@Index('session_of_person', ['person'])
export class Session {
  @PrimaryColumn('text') hash!: Hex;
  @Column('text') person!: Id;
  @Column('text') kind!: SessionKind;
  @Column('text', { name: 'expires_at' }) expiresAt!: Instant;

  @ManyToOne(() => StoredPerson)
  @JoinColumn({ name: 'person' })
  of?: Relation<StoredPerson>;
}

@Entity('invitation')
export class StoredInvitation {
  @PrimaryColumn('text') hash!: Hex;
  @Column('text') person!: Id;
  @Column('text', { name: 'expires_at' }) expiresAt!: Instant;

  @ManyToOne(() => StoredPerson)
  @JoinColumn({ name: 'person' })
  of?: Relation<StoredPerson>;
}

export async function forgetSessions(manager: EntityManager, before: Instant): Promise<void> {
  await manager.delete(Session, { expiresAt: LessThan(before) });
}

/** Those of somebody that have not run out, the newest first. */
export const sessionsOf = (manager: EntityManager, person: Id, now: Instant): Promise<Session[]> =>
  manager.find(Session, { where: { person, expiresAt: MoreThan(now) }, order: { expiresAt: 'DESC', hash: 'ASC' } });

/** Signs somebody out everywhere, but where this digest was shown. */
export async function endSessions(manager: EntityManager, person: Id, but: Hex = ''): Promise<void> {
  await manager.delete(Session, { person, hash: Not(but) });
}

/** A new link takes the place of every older one of that person. */
export async function addInvitation(manager: EntityManager, invitation: StoredInvitation): Promise<void> {
  await manager.delete(StoredInvitation, { person: invitation.person });
  await manager.insert(StoredInvitation, invitation);
}
