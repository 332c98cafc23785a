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
import type { Assignment, Person } from '../domain/permissions.js';
import type { BodyId, Day, Id, Role } from '../domain/vocabulary.js';

@Entity('person')
export class KnownPerson implements Person {
  @PrimaryColumn('text') id!: Id;
  /** In lower case, as it is compared and shown. */
  @Column('text', { unique: true }) email!: string;
  @Column('text') name!: string;
  /** The hash of it, read where somebody signs in alone; null until it is set. */
  @Column('text', { nullable: true, select: false }) password?: string | null;

  @OneToMany(() => KnownAssignment, ({ of }) => of)
  assignments!: Relation<KnownAssignment>[];
}

/** In the order in which they began. */
@Entity('assignment', { orderBy: { from: 'ASC', id: 'ASC' } })
@Index('assignment_of_person', ['of'])
export class KnownAssignment implements Assignment {
  @PrimaryColumn('text') id!: Id;
  @Column('text') role!: Role;
  @Column('text', { nullable: true }) body!: BodyId | null;
  @Column('text', { name: 'valid_from' }) from!: Day;
  @Column('text', { name: 'valid_until', nullable: true }) until!: Day | null;

  @ManyToOne(() => KnownPerson, ({ assignments }) => assignments, { nullable: false })
  @JoinColumn({ name: 'person' })
  of?: Relation<KnownPerson>;
}

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** Read one by one, so that the order of the assignments is theirs and a limit counts people. */
const withAssignments = { relations: { assignments: true }, relationLoadStrategy: 'query' } as const;

export const personById = (manager: EntityManager, id: Id): Promise<KnownPerson | null> =>
  manager.findOne(KnownPerson, { where: { id }, ...withAssignments });

/** The person with this address and the hash of their password; null when there is no such person. */
export const credentialsOf = (
  manager: EntityManager,
  email: string,
): Promise<Pick<KnownPerson, 'id' | 'password'> | null> =>
  manager.findOne(KnownPerson, { select: { id: true, password: true }, where: { email: normaliseEmail(email) } });

/** At most `limit` people whose address comes after `after`, in order of address. */
export const listPeople = (manager: EntityManager, after: string, limit: number): Promise<KnownPerson[]> =>
  manager.find(KnownPerson, {
    where: { email: MoreThan(after) },
    order: { email: 'ASC' },
    take: limit,
    ...withAssignments,
  });

/** The names of everyone, by id: few enough to be held in memory. */
export async function namesOfPeople(manager: EntityManager): Promise<Map<Id, string>> {
  const people = await manager.find(KnownPerson, { select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

export async function addPerson(
  manager: EntityManager,
  { id, email, name }: Pick<KnownPerson, 'id' | 'email' | 'name'>,
): Promise<void> {
  await manager.insert(KnownPerson, { id, email: normaliseEmail(email), name });
}

export async function addAssignment(manager: EntityManager, person: Id, assignment: KnownAssignment): Promise<void> {
  const { id, role, body, from, until } = assignment;
  await manager.insert(KnownAssignment, { id, role, body, from, until, of: { id: person } });
}
