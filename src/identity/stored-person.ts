// People and their roles as they are now: read from the record of people, and filled anew from it at any time. Passwords
// and telephone numbers are here alone.
import {
  Column,
  Entity,
  In,
  Index,
  IsNull,
  JoinColumn,
  ManyToOne,
  MoreThan,
  OneToMany,
  PrimaryColumn,
  type EntityManager,
  type Relation,
} from 'typeorm';
import type { KnownAssignment, KnownPerson, PersonOnRecord } from '../domain/people.js';
import { inOrder } from '../domain/roles/record.js';
import type { BodyId, Day, Id, Role } from '../domain/vocabulary.js';

@Entity('person')
export class StoredPerson implements KnownPerson {
  @PrimaryColumn('text') id!: Id;
  /** In lower case, as it is compared and shown; once erased the id, which is no address. */
  @Column('text', { unique: true }) email!: string;
  /** Empty once erased. */
  @Column('text') name!: string;
  @Column('text', { name: 'erased_on', nullable: true }) erasedOn!: Day | null;
  /** The hash of it, read where somebody signs in alone; null until it is set. */
  @Column('text', { nullable: true, select: false }) password?: string | null;
  /** By which they want to be called, if they gave one; in no record, so that nothing of it stays. */
  @Column('text', { nullable: true }) phone?: string | null;

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

export const personById = (manager: EntityManager, id: Id): Promise<StoredPerson | null> =>
  manager.findOne(StoredPerson, { where: { id }, ...withAssignments });

/** The person with this address and the hash of their password; null when there is no such person. */
export const credentialsOf = (
  manager: EntityManager,
  email: string,
): Promise<Pick<StoredPerson, 'id' | 'password'> | null> =>
  manager.findOne(StoredPerson, { select: { id: true, password: true }, where: { email: normaliseEmail(email) } });

/** At most `limit` people whose address comes after `after`, in order of address. */
export const listPeople = (manager: EntityManager, after: string, limit: number): Promise<StoredPerson[]> =>
  manager.find(StoredPerson, {
    where: { email: MoreThan(after) },
    order: { email: 'ASC' },
    take: limit,
    ...withAssignments,
  });

/** Who never chose a password, and was not erased. */
export async function withoutPassword(manager: EntityManager): Promise<Set<Id>> {
  const where = { password: IsNull(), erasedOn: IsNull() };
  return new Set((await manager.find(StoredPerson, { select: { id: true }, where })).map(({ id }) => id));
}

/** The names of everyone who has one, by id: few enough to be held in memory. */
export async function namesOfPeople(manager: EntityManager): Promise<Map<Id, string>> {
  const people = await manager.find(StoredPerson, { select: { id: true, name: true }, where: { erasedOn: IsNull() } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Who may conclude for each body, and when. Who was erased today cannot sign in any more. */
export const rulersOf = (manager: EntityManager): Promise<StoredAssignment[]> =>
  manager.find(StoredAssignment, { where: { role: In(['chair', 'deputy-chair']), of: { erasedOn: IsNull() } } });

/** Roles in which somebody can be reached about their body, those who are asked first before the others. */
export const reachableRoles: readonly (readonly Role[])[] = [
  ['contact'],
  ['secretary', 'clerk'],
  ['chair', 'deputy-chair'],
];

/** Roles in which somebody is written to: also who leads, and who answers for a body. */
export const writtenRoles: readonly Role[] = [...reachableRoles.flat(), 'process-lead', 'portfolio-holder'];

/** Who can be reached about each body, and when, with how. */
export const reachableAmong = (manager: EntityManager): Promise<StoredAssignment[]> =>
  manager.find(StoredAssignment, {
    where: { role: In([...writtenRoles]), of: { erasedOn: IsNull() } },
    relations: { of: true },
  });

/** Everybody who has or had the role of administrator. */
export const administratorsAmong = (manager: EntityManager): Promise<StoredPerson[]> =>
  manager.find(StoredPerson, { where: { assignments: { role: 'administrator' } }, ...withAssignments });

/** As the record of people has them. */
export const onRecord = ({ id, name, email, erasedOn, assignments }: StoredPerson): PersonOnRecord => ({
  id,
  name: erasedOn === null ? name : null,
  email: erasedOn === null ? email : null,
  erasedOn,
  assignments: inOrder(assignments).map(({ id: own, role, body, from, until }) => ({
    id: own,
    role,
    body,
    from,
    until,
  })),
});

/** Somebody as the record now has them takes the place of what was here; of who was erased nothing is left to sign in with. */
export async function savePerson(manager: EntityManager, person: PersonOnRecord): Promise<void> {
  const { id, erasedOn, assignments } = person;
  const row = { id, name: person.name ?? '', email: person.email ?? id, erasedOn };
  const forgotten = erasedOn === null ? {} : { password: null, phone: null };
  if (await manager.existsBy(StoredPerson, { id })) await manager.update(StoredPerson, id, { ...row, ...forgotten });
  else await manager.insert(StoredPerson, row);
  await manager.delete(StoredAssignment, { of: { id } });
  for (const one of assignments) await manager.insert(StoredAssignment, { ...one, of: { id } });
}
