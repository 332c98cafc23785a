// Links in mails, each of one person to one form of one body at one gate. Of the secret in it only the digest is kept. One that
// was revoked is gone.
import { randomUUID } from 'node:crypto';
import { Column, Entity, Index, LessThan, MoreThan, PrimaryColumn, type EntityManager } from 'typeorm';
import type { BodyId, DossierId, Hex, Id, Instant, Slug } from '../domain/vocabulary.js';

/** Longer none works, however long its gate lies open: who is reminded again gets a new one. */
export const linkDays = 60;

@Entity('personal_link')
@Index('personal_link_of_person', ['person'])
@Index('personal_link_by_age', ['madeAt'])
export class StoredLink {
  @PrimaryColumn('text') hash!: Hex;
  /** By which it is named where its secret has no place. */
  @Column('text', { unique: true }) id!: Id;
  @Column('text') person!: Id;
  @Column('text') dossier!: DossierId;
  @Column('text') gate!: Slug;
  /** Put once more, the gate asks another question. */
  @Column('integer') round!: number;
  @Column('text') body!: BodyId;
  @Column('text', { name: 'made_at' }) madeAt!: Instant;
}

/** What a link leads to, and for whom. */
export type LinkAbout = Pick<StoredLink, 'person' | 'dossier' | 'gate' | 'round' | 'body'>;

export const addLink = async (manager: EntityManager, hash: Hex, about: LinkAbout, madeAt: Instant): Promise<void> => {
  await manager.insert(StoredLink, { hash, id: randomUUID(), ...about, madeAt });
};

/** @param since older ones work no more */
export const findLink = (manager: EntityManager, hash: Hex, since: Instant): Promise<StoredLink | null> =>
  manager.findOneBy(StoredLink, { hash, madeAt: MoreThan(since) });

/** How many of somebody work, as far as their gates still wait. */
export const countLinks = (manager: EntityManager, person: Id, since: Instant): Promise<number> =>
  manager.countBy(StoredLink, { person, madeAt: MoreThan(since) });

export const isLinkOf = (
  manager: EntityManager,
  one: Pick<StoredLink, 'id' | 'person' | 'dossier' | 'gate' | 'body'>,
  since: Instant,
): Promise<boolean> => manager.existsBy(StoredLink, { ...one, madeAt: MoreThan(since) });

/** @returns how many there were */
export const revokeLinks = async (manager: EntityManager, person: Id): Promise<number> =>
  (await manager.delete(StoredLink, { person })).affected ?? 0;

export const forgetLinksOf = async (manager: EntityManager, person: Id): Promise<void> => {
  await revokeLinks(manager, person);
};

export const forgetLinks = async (manager: EntityManager, before: Instant): Promise<void> => {
  await manager.delete(StoredLink, { madeAt: LessThan(before) });
};
