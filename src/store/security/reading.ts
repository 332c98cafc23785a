// Looking things up in the security log. However much is looked through, others have their turn in between.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SecurityEntry, Sender } from '../../domain/security/entries.js';
import type { Id } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import { Database } from '../database.js';
import { entriesBelow, type FoundEntry, type SecurityAsked, type SecurityPlace } from './entries.js';
import { entryIn, SecurityLog } from './security-log.js';

/** So many are looked at in one turn of the event loop. */
const sliceMax = 250;

/** Later than every time, and below no entry. */
const top: SecurityPlace = { at: '9999', sequence: 0 };

/** Who looks, and from where. */
interface Looking {
  person: Id;
  sender: Sender;
}

@Injectable()
export class SecurityReading {
  constructor(
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /** At most so many entries that fit, the newest first, from a place on. That somebody looked is in the log as well. */
  find(
    asked: SecurityAsked,
    below: SecurityPlace | null,
    limit: number,
    { person, sender }: Looking,
  ): Promise<SecurityEntry[]> {
    this.security.tell({ type: 'SecurityLogRead', person, sender, facts: {} });
    return findEntries(this.database.reader, asked, below, limit);
  }
}

export async function findEntries(
  connection: Connection,
  asked: SecurityAsked,
  below: SecurityPlace | null,
  limit: number,
): Promise<SecurityEntry[]> {
  const found: SecurityEntry[] = [];
  let place = below ?? { ...top, at: asked.before ?? top.at };
  for (;;) {
    const slice = await sliceOf(connection, asked, place);
    for (const { body, hash } of slice) {
      const entry = { ...entryIn(body), hash } as SecurityEntry; // it has a time, so it can be read
      if (fits(entry, asked)) found.push(entry);
    }
    const last = slice.at(-1);
    if (!last || slice.length < sliceMax || found.length >= limit) return found.slice(0, limit);
    place = last;
    await letOthersRun();
  }
}

/** By the column that says most; what it does not say is looked at in each entry. */
async function sliceOf(connection: Connection, asked: SecurityAsked, place: SecurityPlace): Promise<FoundEntry[]> {
  const { person, address, kind, from = '' } = asked;
  if (person === undefined) {
    const column = address !== undefined ? 'address' : kind !== undefined ? 'kind' : null;
    return entriesBelow(connection, column, address ?? kind ?? '', place, from, sliceMax);
  }
  const columns = ['person', 'about'] as const;
  const both = columns.map((column) => entriesBelow(connection, column, person, place, from, sliceMax));
  const all = new Map((await Promise.all(both)).flat().map((entry) => [entry.sequence, entry]));
  return [...all.values()].sort((a, b) => (isLater(a, b) ? -1 : 1)).slice(0, sliceMax);
}

const isLater = (a: SecurityPlace, b: SecurityPlace): boolean =>
  a.at > b.at || (a.at === b.at && a.sequence > b.sequence);

const fits = ({ type, facts }: SecurityEntry, { kind, person, address }: SecurityAsked): boolean =>
  (kind === undefined || type === kind) &&
  (address === undefined || facts.address === address) &&
  (person === undefined || facts.person === person || facts.about === person);

/** The place in a cursor: of an entry its time and its sequence; null at the beginning. */
export const placeOf = ([at, sequence]: readonly string[]): SecurityPlace | null =>
  at === undefined || sequence === undefined ? null : { at, sequence: Number(sequence) };
