// The record is compared with its hashes and its commitments whenever it is read: whatever was changed behind our back is
// found, at the event where it was, and what is as it was written is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import { Database } from '../../src/store/database.js';
import { append, DamagedRecord, readRecord } from '../../src/store/event-log.js';
import { emptyHead, type SealedEvent } from '../../src/store/seal.js';
import { costOf, leastOf } from '../support/spent.js';

const id = 'proef-12345';
const acting = { person: 'p1', role: 'process-lead', body: null } as const;
const on = '2024-04-11';
let folder: string;
let database: Database;
let record: SealedEvent[];

/** An event with many texts, as far as the store looks at it. */
const said = (i: number, texts: number): NewEvent => ({
  type: 'BodyVisited',
  on,
  facts: { phase: 'instemming', body: 'assen/college', skipped: false },
  texts: Object.fromEntries(Array.from({ length: texts }, (_, k) => [`findings/kop-${k}`, `Bevinding ${i}.${k} é`])),
});
const start: NewEvent = {
  type: 'DossierStarted',
  on,
  facts: { dossier: id, workflow: 'w', version: 1, workflowHash: '0'.repeat(64) },
  texts: { title: 'Proef' },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  database = await Database.open(folder);
  const events = [start, ...[3, 0, 4, 1].map((texts, i) => said(i, texts))];
  record = await append(database.writer, id, emptyHead, events, acting, '2024-04-11T12:00:00.000Z');
  for (const { name } of await database.writer.rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  ))
    await database.writer.run(`DROP TRIGGER ${name}`);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Where the record does not hold after these statements, and why; null when it holds. What they did is undone. */
async function damageAfter(...statements: string[]): Promise<[sequence: number, holding: number] | null> {
  await database.writer.run('SAVEPOINT tampering');
  try {
    for (const statement of statements) await database.writer.run(statement);
    await readRecord(database.writer, id);
    return null;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return [error.sequence, error.holding.length];
  } finally {
    await database.writer.run('ROLLBACK TO tampering');
  }
}

const eventAt = (sequence: number) => `(SELECT position FROM event WHERE dossier = '${id}' AND sequence = ${sequence})`;
const keys = (): [number, string][] =>
  record.flatMap(({ event, texts }) => Object.keys(texts).map((key): [number, string] => [event.sequence, key]));

const textTampering: Record<string, (event: string, key: string) => string> = {
  'another text': (event, key) => `UPDATE event_text SET text = text || '.' WHERE event = ${event} AND key = '${key}'`,
  'an empty text': (event, key) => `UPDATE event_text SET text = '' WHERE event = ${event} AND key = '${key}'`,
  'another salt': (event, key) =>
    `UPDATE event_text SET salt = '${'0'.repeat(32)}' WHERE event = ${event} AND key = '${key}'`,
  'a text without a salt': (event, key) =>
    `UPDATE event_text SET salt = NULL WHERE event = ${event} AND key = '${key}'`,
  'a salt without a text': (event, key) =>
    `UPDATE event_text SET text = NULL WHERE event = ${event} AND key = '${key}'`,
  'the beginning of the text moved into the salt': (event, key) =>
    `UPDATE event_text SET salt = salt || lower(hex(substr(text, 1, 1))), text = substr(text, 2)
      WHERE event = ${event} AND key = '${key}'`,
  'a text as bytes': (event, key) =>
    `UPDATE event_text SET text = CAST(text AS BLOB) WHERE event = ${event} AND key = '${key}'`,
  'no row': (event, key) => `DELETE FROM event_text WHERE event = ${event} AND key = '${key}'`,
  'a row under another key': (event, key) =>
    `UPDATE event_text SET key = 'reason' WHERE event = ${event} AND key = '${key}'`,
  'a row more': (event) => `INSERT INTO event_text (event, key, text, salt) VALUES (${event}, 'reason', NULL, NULL)`,
  'a row more of the name of a prototype': (event) =>
    `INSERT INTO event_text (event, key, text, salt) VALUES (${event}, '__proto__', 'x', '${'0'.repeat(32)}')`,
  'the text and salt of another': (event, key) =>
    `UPDATE event_text SET (text, salt) = (SELECT text, salt FROM event_text AS other
      WHERE other.event <> event_text.event OR other.key <> event_text.key LIMIT 1)
      WHERE event = ${event} AND key = '${key}'`,
};

describe('the texts beside the record', () => {
  it('hold as they were written, and when any of them was erased', async () => {
    expect(await damageAfter()).toBeNull();
    for (const [sequence, key] of keys())
      expect(
        await damageAfter(
          `UPDATE event_text SET text = NULL, salt = NULL WHERE event = ${eventAt(sequence)} AND key = '${key}'`,
        ),
      ).toBeNull();
  });

  it.each(Object.entries(textTampering))('with %s in place of any of them are damage, there', async (_, tampered) => {
    expect(keys()).toHaveLength(9);
    for (const [sequence, key] of keys())
      expect([key, await damageAfter(tampered(eventAt(sequence), key))]).toEqual([key, [sequence, sequence - 1]]);
  });

  it('of an event that has none are damage when there is one', async () => {
    expect(await damageAfter(textTampering['a row more']?.(eventAt(3), '') ?? '')).toEqual([3, 2]);
  });
});

describe('the events of the record', () => {
  const of = (sequence: number) => `WHERE dossier = '${id}' AND sequence = ${sequence}`;
  it.each<[string, (sequence: number) => string[], (sequence: number) => number]>([
    ['another day', (n) => [`UPDATE event SET body = replace(body, '${on}', '2024-04-12') ${of(n)}`], (n) => n],
    ['another hash', (n) => [`UPDATE event SET hash = '${'0'.repeat(64)}' ${of(n)}`], (n) => n],
    ['what is no JSON', (n) => [`UPDATE event SET body = '{' ${of(n)}`], (n) => n],
    ['no event', (n) => ['PRAGMA defer_foreign_keys = ON', `DELETE FROM event ${of(n)}`], (n) => n + 1],
  ])('with %s in place of any of them are damage', async (_, tampered, where) => {
    for (const { sequence } of record.slice(0, -1).map(({ event }) => event))
      expect([sequence, (await damageAfter(...tampered(sequence)))?.[0]]).toEqual([sequence, where(sequence)]);
  });

  it('are damage in another dossier', async () => {
    await database.writer.run('SAVEPOINT other');
    await database.writer.run(`UPDATE event SET dossier = 'ander-12345'`);
    await expect(readRecord(database.writer, 'ander-12345')).rejects.toMatchObject({ sequence: 1 });
    await database.writer.run('ROLLBACK TO other');
  });
});

it('comparing texts costs less than 20 microseconds each', async () => {
  const texts = 20_000;
  const many = 'groot-12345';
  await database.writer.run('SAVEPOINT many');
  const begin = { ...start, facts: { ...start.facts, dossier: many } } as NewEvent;
  const events = [begin, ...Array.from({ length: texts / 100 }, (_, i) => said(i, 100))];
  await append(database.writer, many, emptyHead, events, acting, '2024-04-11T12:00:00.000Z');
  const read = async () => expect(await readRecord(database.writer, many)).toHaveLength(events.length);
  const each = await leastOf(async () => ((await costOf(read)) * 1_000) / texts, 20);
  await database.writer.run('ROLLBACK TO many');
  console.log(`${texts} texts were read and compared in ${each.toFixed(1)} microseconds each`);
  expect(each).toBeLessThan(20);
});
