// The record of people and their roles: one chain for everybody, sealed as the events of a dossier are. The tables of people
// follow it. They are compared with it when Sluis opens, and whatever says otherwise is filled in anew.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { dayOf } from '../domain/calendar.js';
import type { PersonOnRecord } from '../domain/people.js';
import type { Acting } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { addedPerson, heldRole } from '../domain/roles/decide.js';
import type { NewPeopleEvent, PeopleEvent } from '../domain/roles/events.js';
import { evolvePerson, inOrder, peopleFrom, Unfounded } from '../domain/roles/record.js';
import type { Id } from '../domain/vocabulary.js';
import type { NewSecurityEntry, Sender } from '../domain/security/entries.js';
import { Forgetting } from '../store/forgetting.js';
import { append, DamagedRecord, readRecord } from '../store/event-log.js';
import { tellDamaged, tellMended, tellTakenOver } from '../store/people-told.js';
import { Clock } from '../store/process/clock.js';
import { emptyHead, type Head, type SealedEvent } from '../store/seal.js';
import { SecurityLog } from '../store/security/security-log.js';
import { saveSetting, setting } from '../store/settings.js';
import { UnitOfWork, type Transaction } from '../store/unit-of-work.js';
import { endSessions, StoredInvitation } from './sessions.js';
import { onRecord, personById, savePerson, StoredAssignment, StoredPerson } from './stored-person.js';

const chain = 'people';
const takenOverMark = 'people taken over';

/** What a job on people works with. */
export type PeopleJob = Pick<Transaction, 'connection' | 'manager'>;

type SealedPeopleEvent = SealedEvent<PeopleEvent>;

@Injectable()
export class PeopleRecord {
  /** The event from which on it does not hold; null while it does. */
  damagedAt: number | null = null;

  constructor(
    private readonly work: UnitOfWork,
    readonly clock: Clock,
    /** In which everything of this record that somebody asked for has a line. */
    readonly security: SecurityLog,
    private readonly forgetting: Forgetting,
  ) {}

  /** Takes over who was there before there was a record, once; then holds the tables to it. */
  async open(): Promise<void> {
    if (this.work.cannotRecord !== null) return this.hold(this.work.reading);
    await this.work.do(async (tx) => {
      const isDue = (await setting(tx.manager, takenOverMark)) === 'due';
      if (isDue && (await headIn(tx)) === emptyHead) await this.takeOver(tx);
      await this.hold(tx);
    });
  }

  /** Fills the tables anew. A record that does not hold leaves them as they are. */
  async rebuild(): Promise<void> {
    await this.work.do((tx) => this.hold(tx));
  }

  /**
   * Records what was decided, in the transaction of a job, and brings the tables up to it.
   * @param acting who decided it; null where nobody was signed in
   * @param sender from where it was asked; undefined where nothing came over the network
   * @throws Refusal damaged
   */
  async add(tx: PeopleJob, events: readonly NewPeopleEvent[], acting: Acting | null, sender?: Sender): Promise<void> {
    this.mustHold();
    const head = await headIn(tx);
    const sealed = await append<PeopleEvent>(tx.connection.people, chain, head, events, acting, this.clock.now());
    for (const { event } of sealed) {
      this.clock.recorded(event.recordedAt);
      const { person } = event.facts;
      const before = await personById(tx.manager, person);
      await savePerson(tx.manager, evolvePerson(before && onRecord(before), event));
      if (event.type === 'PersonErased') {
        await eraseTexts(tx, event);
        await this.forgetting.person(tx.manager, person);
      }
      const line = lineOf(event, sender);
      if (line) await this.security.add(tx, line);
    }
  }

  /** What is recorded of somebody, oldest first. @throws Refusal damaged */
  async of(from: Pick<Transaction, 'connection'>, person: Id): Promise<SealedPeopleEvent[]> {
    return (await this.all(from)).filter(({ event }) => event.facts.person === person);
  }

  /** What is recorded of everybody, oldest first. @throws Refusal damaged */
  async all({ connection }: Pick<Transaction, 'connection'>): Promise<SealedPeopleEvent[]> {
    this.mustHold();
    return readRecord<PeopleEvent>(connection.people, chain);
  }

  /** @throws Refusal damaged */
  private mustHold(): void {
    const { damagedAt: sequence } = this;
    if (sequence !== null) throw new Refusal('damaged', { sequence }, [], { damaged: { people: true } });
  }

  /** A clock that cannot be believed says nothing: then it is as late as is known. */
  private async takeOver(tx: PeopleJob): Promise<void> {
    const now = this.clock.judge()?.than ?? this.clock.now();
    const today = dayOf(now);
    const people = await tx.manager.find(StoredPerson, { relations: { assignments: true }, order: { id: 'ASC' } });
    const events = people.flatMap(({ id, name, email, assignments }) => [
      addedPerson(id, { name, email }, today, 'taken-over'),
      ...inOrder(assignments).map((held) => heldRole(id, held, today, 'taken-over')),
    ]);
    await append(tx.connection.people, chain, emptyHead, events, null, now);
    await saveSetting(tx.manager, takenOverMark, today);
    tellTakenOver(people.length);
  }

  /** That there is none where there are people means that it was taken away. */
  private async hold(tx: PeopleJob): Promise<void> {
    try {
      const events = (await readRecord<PeopleEvent>(tx.connection.people, chain)).map(({ event }) => event);
      const people = peopleFrom(events);
      const rows = await tx.manager.find(StoredPerson, { relations: { assignments: true } });
      if (people.size === 0 && rows.length > 0) throw new DamagedRecord(1, [], 'its events are gone');
      if (this.work.cannotRecord === null) await this.mend(tx, people, rows.map(onRecord));
      this.damagedAt = null;
    } catch (error) {
      if (!(error instanceof DamagedRecord || error instanceof Unfounded)) throw error;
      if (this.damagedAt !== error.sequence) tellDamaged(error); // once is enough
      this.damagedAt = error.sequence;
    }
  }

  private async mend(tx: PeopleJob, people: Map<Id, PersonOnRecord>, rows: readonly PersonOnRecord[]): Promise<void> {
    const known = new Map(rows.map((row) => [row.id, row]));
    const all = [...people.values()];
    const wrong = all.filter((one) => !isDeepStrictEqual(known.get(one.id), one)).map(({ id }) => id);
    const strangers = rows.map(({ id }) => id).filter((id) => !people.has(id));
    if (wrong.length + strangers.length === 0) return;
    await refill(tx, all, strangers);
    tellMended([...wrong, ...strangers]);
  }
}

/** Where it stands in this record, and by whom and from where; nothing of what Sluis itself made. */
function lineOf({ type, sequence, hash, recordedBy, facts }: PeopleEvent, sender?: Sender): NewSecurityEntry | null {
  const origin = 'origin' in facts ? facts.origin : undefined;
  if (origin === 'sluis' || origin === 'taken-over') return null;
  const person = recordedBy ?? (origin === 'link' || origin === 'self' ? facts.person : undefined);
  return { type, person, about: facts.person, sender, facts: { event: sequence, eventHash: hash, origin } };
}

/**
 * Everybody as the record has them takes the place of whatever is there. All at once: what stands with somebody can be of
 * another, an address too. Whoever was never added is nobody.
 */
async function refill(
  { manager }: PeopleJob,
  people: readonly PersonOnRecord[],
  strangers: readonly Id[],
): Promise<void> {
  await manager.createQueryBuilder().delete().from(StoredAssignment).execute();
  for (const id of strangers) {
    await endSessions(manager, id);
    await manager.delete(StoredInvitation, { person: id });
    await manager.delete(StoredPerson, id);
  }
  for (const { id } of people) await manager.update(StoredPerson, id, { email: randomUUID() });
  for (const one of people) await savePerson(manager, one);
}

async function headIn({ connection }: PeopleJob): Promise<Head> {
  const last = await connection.people.events.last(chain);
  if (!last) return emptyHead;
  const { recordedAt } = JSON.parse(last.body) as Pick<Head, 'recordedAt'>; // as it was sealed
  return { sequence: last.sequence, hash: last.hash, recordedAt };
}

/** Everything that was said of somebody until then: names, addresses and reasons. What they could do, and when, stays. */
async function eraseTexts({ connection }: PeopleJob, erasure: PeopleEvent): Promise<void> {
  const { person } = erasure.facts;
  for (const { event } of await readRecord<PeopleEvent>(connection.people, chain))
    if (event.facts.person === person && event.sequence < erasure.sequence)
      await connection.people.events.eraseTexts(chain, event.sequence);
}
