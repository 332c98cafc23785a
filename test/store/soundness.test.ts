// A database is looked through from end to end: every bit that is flipped inside what was recorded is noticed, and told of
// the dossier that it is of. SLUIS_FLIPS sets how many bits are tried.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import { Database, migrationNames } from '../../src/store/database.js';
import { DatabaseFile } from '../../src/store/dialect/sqlite-file.js';
import { append } from '../../src/store/event-log.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { emptyHead, type SealedEvent } from '../../src/store/seal.js';
import { lookThrough, type FoundOnTheWay } from '../../src/store/watch/soundness.js';

const flips = Number(process.env.SLUIS_FLIPS ?? 150);
const dossiers = ['een', 'twee', 'drie'];
const acting = { person: 'p1', role: 'process-lead', body: null } as const;

let folder: string;
let file: string;
let whole: Buffer;
/** Every run of bytes in the file that holds what was recorded, and of which dossier. */
const recorded: { dossier: string; at: number; length: number }[] = [];

const said = (dossier: string, i: number): NewEvent =>
  i === 0
    ? {
        type: 'DossierStarted',
        on: '2024-04-11',
        facts: { dossier, workflow: 'w', version: 1, workflowHash: '0'.repeat(64) },
        texts: { title: `Traject ${dossier}` },
      }
    : {
        type: 'BodyVisited',
        on: '2024-04-11',
        facts: { phase: `fase-${dossier}-${i}`, body: 'assen/college', skipped: false },
        texts: { [`findings/${i}`]: `Bevinding ${i} van ${dossier}: één, twee, drie.` },
      };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  file = join(folder, 'sluis.sqlite');
  const database = await Database.open(folder);
  const sealed: SealedEvent[] = [];
  for (const dossier of dossiers) {
    const events = Array.from({ length: 6 }, (_, i) => said(dossier, i));
    sealed.push(...(await append(database.writer, dossier, emptyHead, events, acting, '2024-04-11T12:00:00.000Z')));
  }
  await database.close();
  whole = readFileSync(file);
  for (const { dossier, event, body, texts } of sealed)
    for (const part of [
      body,
      event.hash,
      ...Object.values(texts).flatMap(({ text, salt }) => [text ?? '', salt ?? '']),
    ])
      place(dossier, Buffer.from(part));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where these bytes stand; a hash stands in the event after it, too. */
function place(dossier: string, bytes: Buffer): void {
  for (let at = whole.indexOf(bytes); at >= 0; at = whole.indexOf(bytes, at + 1))
    recorded.push({ dossier, at, length: bytes.length });
}

async function lookedAt(bytes: Buffer): Promise<FoundOnTheWay[]> {
  writeFileSync(file, bytes);
  const database = DatabaseFile.open(loadSqlite(), file);
  const found: FoundOnTheWay[] = [];
  for await (const one of lookThrough(database, migrationNames)) found.push(one);
  database.close();
  return found;
}

it('finds nothing in what is whole, and says how far it has come', async () => {
  expect(await lookedAt(whole)).toEqual([
    { what: 'looked', done: 0, of: 3 },
    { what: 'looked', done: 3, of: 3 },
  ]);
});

it(`notices every bit that is flipped in an event or a text: ${flips} tried`, async () => {
  expect(recorded.length).toBeGreaterThan(dossiers.length * 6 * 4);
  let noticed = 0;
  const flip = fc.record({ part: fc.nat(recorded.length - 1), byte: fc.nat(), bit: fc.nat(7) });
  await fc.assert(
    fc.asyncProperty(flip, async ({ part, byte, bit }) => {
      const { dossier, at, length } = recorded[part] ?? { dossier: '', at: 0, length: 1 };
      const bytes = Buffer.from(whole);
      const index = at + (byte % length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      const found = await lookedAt(bytes);
      expect(found).toContainEqual(expect.objectContaining({ what: 'dossier', id: dossier }));
      noticed += 1;
    }),
    { numRuns: flips },
  );
  expect(noticed).toBe(flips);
  console.log(`${flips} flipped bits, ${noticed} noticed`);
});

it('tells what SQLite finds wrong with the file, and goes on with what can be read', async () => {
  const bytes = Buffer.from(whole);
  const size = 4_096;
  for (let page = 1; page * size < bytes.length; page++) {
    const spoilt = Buffer.from(bytes);
    spoilt.fill(0xff, page * size, page * size + 100);
    const found = await lookedAt(spoilt);
    const isFree = found.length === 2; // a page that nothing stands in
    expect([page, isFree || found.some(({ what }) => what === 'file')]).toEqual([page, true]);
  }
});
