// An upload that ends half way with its process: nothing can refer to it, and it goes after a day with what it left.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/store/database.js';
import { PaperUploads } from '../../src/store/paper-uploads.js';
import { papersIn, pieceMax } from '../../src/store/papers.js';
import { Clock, dayLong } from '../../src/store/process/clock.js';
import { Tidying } from '../../src/store/tidying.js';
import { Forgetting } from '../../src/store/forgetting.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { pdf } from '../support/papers.js';

const begun = '2024-04-16T09:00:00.000Z';

function uploadsIn(database: Database, clock: Clock): PaperUploads {
  const work = new UnitOfWork(database);
  return new PaperUploads(work, database, clock, new Tidying(work, clock), new Forgetting());
}

async function* inParts(bytes: Buffer, wait: () => Promise<void> = () => Promise.resolve()): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += 100_000) {
    await wait();
    yield bytes.subarray(at, at + 100_000);
  }
}

it('is left half by a kill, can be referred to by nobody, and goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  const killed = mkdtempSync(join(tmpdir(), 'sluis-'));
  const bytes = pdf('half', 900_000);
  const database = await Database.open(folder);
  const uploads = uploadsIn(database, new Clock(begun));
  const asked = { dossier: 'd', person: 'p', name: 'half.pdf' };
  const count = async (from: Database) => {
    const [row] = await from.reader.rows<{ papers: number; pieces: number }>(
      'SELECT (SELECT COUNT(*) FROM paper) AS papers, (SELECT COUNT(*) FROM paper_piece) AS pieces',
    );
    return row;
  };
  let isLeft = false;
  // As a kill leaves it: what was written to the files until then.
  const leave = async () => {
    if (isLeft || ((await count(database))?.pieces ?? 0) < 2) return;
    isLeft = true;
    for (const end of ['', '-wal']) cpSync(join(folder, `sluis.sqlite${end}`), join(killed, `sluis.sqlite${end}`));
  };
  const taken = await uploads.take({ ...asked, bytes: inParts(bytes, leave) });
  expect(await count(database)).toEqual({ papers: 1, pieces: Math.ceil(900_000 / pieceMax) });
  await database.close();

  const after = await Database.open(killed);
  expect(await count(after)).toEqual({ papers: 1, pieces: 2 });
  expect(await papersIn(after.reader, 'd', taken.hash)).toEqual([]);
  const nextDay = new Clock(new Date(Date.parse(begun) + dayLong + 60_000).toISOString());
  const later = uploadsIn(after, nextDay);
  await later.tidy();
  expect(await count(after)).toEqual({ papers: 0, pieces: 0 });
  expect((await later.take({ ...asked, bytes: inParts(bytes) })).hash).toBe(taken.hash);
  const [whole] = await papersIn(after.reader, 'd', taken.hash);
  const read: Buffer[] = [];
  for await (const piece of later.bytesOf({ content: whole?.content ?? '' })) read.push(piece);
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  await after.close();
  for (const one of [folder, killed]) rmSync(one, { recursive: true });
});
