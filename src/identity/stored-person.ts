// People and their assignments. Names and addresses live here alone; the record knows people by id.
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  MoreThan,
  OneToMany,
  PrimaryColumn,
  type EntityManager,
  type Relation,
} from 'typeorm';
import type { KnownAssignment, KnownPerson } from '../domain/people.js';
import type { BodyId, Day, Id, Role } from '../domain/vocabulary.js';

@Entity('person')
export class StoredPerson implements KnownPerson {
  @PrimaryColumn('text') id!: Id;
  /** In lower case, as it is compared and shown. */
  @Column('text', { unique: true }) email!: string;
  @Column('text') name!: string;
  /** The hash of it, read where somebody signs in alone; null until it is set. */
  @Column('text', { nullable: true, select: false }) password?: string | null;

  @OneToMany(() => StoredAssignment, ({ of }) => of)
  assignments!: Relation<StoredAssignment>[];
}

/** In the order in which they began. */
@Entity('assignment', { orderBy: { from: 'ASC', id: 'ASC' } })
@Index('assignment_of_person', ['of'])
export class StoredAssignment implements KnownAssignment {
  @PrimaryColumn('text') id!: Id;
  @Column('text') role!: Role;
  @Column('text', { nullable: true }) body!: BodyId | null;
  @Column('text', { name: 'valid_from' }) from!: Day;
  @Column('text', { name: 'valid_until', nullable: true }) until!: Day | null;

  @ManyToOne(() => StoredPerson, ({ assignments }) => assignments, { nullable: false })
  @JoinColumn({ name: 'person' })
  of?: Relation<StoredPerson>;
}

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** Read one by one, so that the order of the assignments is theirs and a limit counts people. */
const withAssignments = { relations: { assignments: true }, relationLoadStrategy: 'query' } as const;

export const personById = (manager: EntityManager, id: Id): Promise<KnownPerson | null> =>
  manager.findOne(StoredPerson, { where: { id }, ...withAssignments });

/** The person with this address and the hash of their password; null when there is no such person. */
export const credentialsOf = (
  manager: EntityManager,
  email: string,
): Promise<Pick<StoredPerson, 'id' | 'password'> | null> =>
  manager.findOne(StoredPerson, { select: { id: true, password: true }, where: { email: normaliseEmail(email) } });

/** At most `limit` people whose address comes after `after`, in order of address. */
export const listPeople = (manager: EntityManager, after: string, limit: number): Promise<KnownPerson[]> =>
  manager.find(StoredPerson, {
    where: { email: MoreThan(after) },
    order: { email: 'ASC' },
    take: limit,
    ...withAssignments,
  });

/** The names of everyone, by id: few enough to be held in memory. */
export async function namesOfPeople(manager: EntityManager): Promise<Map<Id, string>> {
  const people = await manager.find(StoredPerson, { select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

export async function addPerson(
  manager: EntityManager,
  { id, email, name }: Pick<KnownPerson, 'id' | 'email' | 'name'>,
): Promise<void> {
  await manager.insert(StoredPerson, { id, email: normaliseEmail(email), name });
}

export async function addAssignment(manager: EntityManager, person: Id, assignment: KnownAssignment): Promise<void> {
  const { id, role, body, from, until } = assignment;
  await manager.insert(StoredAssignment, { id, role, body, from, until, of: { id: person } });
}
