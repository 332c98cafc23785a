// The plans that dossiers carry are stored with their events, once and for ever. What is lost or tampered with damages
// those that follow it alone, and an old database takes its plans from the files.
import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import { refusal } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { planFile, Region, toldBy, type Raw } from '../support/plan-files.js';
import { files as firstRelease } from '../fixtures/first-release/kept.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const first = planFile(1);
const second = planFile(2, { title: 'Proef, anders' });

let region: Region;
afterEach(() => region.server.stop());

const withoutTriggers = (db: Raw): void => {
  const triggers = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as { name: string }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
};

describe('the plan and the event that names it', () => {
  it('are stored together: each once, with the text of its hash', async () => {
    region = await Region.with(first, second);
    for (const version of [1, 1, 2]) await accepted(region.begin({ version }));
    const rows = await region.rows<{ hash: string; version: number; text: string }>(
      'SELECT * FROM plan ORDER BY version',
    );
    expect(rows.map(({ version, hash, text }) => [version, sha256(text) === hash])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('are not stored when either cannot be', async () => {
    region = await Region.with(first, second);
    const counts = () =>
      region.rows('SELECT (SELECT COUNT(*) FROM plan) AS plans, (SELECT COUNT(*) FROM event) AS events');
    const begins = () => region.begin({ version: 1 });
    const id = await region.begun(2);
    const before = await counts();
    for (const table of ['plan', 'event'])
      for (const attempt of [begins, () => region.migrate(id, 1)]) {
        await region.run(`CREATE TRIGGER fails BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'it fails'); END`);
        let status: number | undefined;
        await toldBy(() =>
          attempt().then(
            (answer) => (status = answer.status),
            () => (status = 500), // which nothing declares
          ),
        );
        await region.run('DROP TRIGGER fails');
        expect([table, status, await counts()]).toEqual([table, table === 'plan' ? 500 : expect.any(Number), before]);
        expect(status).not.toBe(201);
      }
    await accepted(begins());
    expect(await counts()).toEqual([{ plans: 2, events: expect.any(Number) }]);
  });

  it.each([
    ['changed', `UPDATE plan SET text = '{}'`],
    ['emptied', 'UPDATE plan SET text = NULL'],
    ['deleted', 'DELETE FROM plan'],
    ['given to another', `UPDATE plan SET hash = 'x'`],
  ])('the plan cannot be %s by a mistake', async (_, sql) => {
    region = await Region.with(first);
    await accepted(region.begin());
    await expect(region.run(sql)).rejects.toThrow(/plan/);
  });

  it('nor replaced', async () => {
    region = await Region.with(first);
    await accepted(region.begin());
    const before = await region.rows('SELECT * FROM plan');
    await region.run(`INSERT OR REPLACE INTO plan SELECT hash, 'x', 1, 'x' FROM plan`);
    expect(await region.rows('SELECT * FROM plan')).toEqual(before);
  });
});

/** A dossier on each version; afterwards the second is damaged, and the first is as it was. */
async function damagedByLoss(files: Workflow[], loss: (db: Raw) => void): Promise<string> {
  region = await Region.with(first, second);
  const [whole, damaged, migratedThere] = [await region.begun(1), await region.begun(2), await region.begun(1)];
  await accepted(region.migrate(migratedThere, 2));
  const before = await region.readings(whole);
  await region.restart(files, loss);
  expect(region.toldOf('proef.v2')).toEqual([expect.stringContaining('niet bewaard zoals het was')]);
  for (const [id, sequence] of [
    [damaged, 1],
    [migratedThere, 5],
  ] as const) {
    const line = `Traject ${id} is beschadigd bij regel ${sequence}`;
    expect([id, region.told.filter((one) => one.includes(line)).length]).toEqual([id, 1]);
    const answer = await (await region.lead()).get(`/dossiers/${id}`);
    expect([refusal(answer), answer.body]).toMatchObject(['503 damaged', { facts: { sequence } }]);
  }
  expect(region.told).toHaveLength(3);
  expect(await region.readings(whole)).toEqual(before);
  await region.decide(whole, 'zuid');
  expect(refusal(await region.begin({ version: 2 }))).toMatch(/^400 \/(version|workflow) unknown-workflow$/);
  expect((await accepted(region.begin({ version: 1 }))).workflow.version).toBe(1);
  return damaged;
}

describe('a stored plan that is not as it was damages the dossiers that follow it, and no other', () => {
  const set = (text: string) => (db: Raw) => {
    withoutTriggers(db);
    db.exec(`UPDATE plan SET text = ${text} WHERE version = 2`);
  };
  it.each<[string, Workflow[], (db: Raw) => void]>([
    ['with a letter changed, though the file is there', [first, second], set(`replace(text, 'anders', 'Anders')`)],
    ['with a letter changed, and the file gone', [first], set(`replace(text, 'anders', 'Anders')`)],
    ['that is another', [first, second], set('(SELECT other.text FROM plan AS other WHERE other.version = 1)')],
    ['that is empty', [first, second], set(`''`)],
    ['of before texts were stored, and no file says it', [first], set('NULL')],
    ['of before texts were stored, and its file was edited', [first, planFile(2, { title: 'x' })], set('NULL')],
  ])('%s', async (_, files, loss) => {
    await damagedByLoss(files, loss);
  });

  it('under another name damages them too', async () => {
    region = await Region.with(first);
    const id = await region.begun(1);
    for (const files of [[first], []]) {
      await region.restart(files, (db) => {
        withoutTriggers(db);
        db.exec('UPDATE plan SET version = 7');
      });
      expect(region.toldOf('proef.v7')).toHaveLength(1);
      expect(region.told.filter((line) => line.includes(`Traject ${id} is beschadigd bij regel 1`))).toHaveLength(1);
      expect(refusal(await region.begin())).toBe('400 /workflow unknown-workflow');
    }
  });

  it('and is found again when its file is back as it was', async () => {
    const id = await damagedByLoss([first], set('NULL'));
    await region.restart([first, second]);
    expect(region.told).toEqual([]);
    expect((await (await region.lead()).get(`/dossiers/${id}`)).status).toBe(200);
    await region.restart([first]);
    expect(region.toldOf('proef.v2')).toEqual([expect.stringContaining('is weg')]);
    expect((await (await region.lead()).get(`/dossiers/${id}`)).status).toBe(200);
  });

  it('a row that is no plan, under the hash of what it says, keeps nobody from starting', async () => {
    region = await Region.with(first);
    const id = await region.begun(1);
    await region.restart([first], (db) =>
      db.prepare('INSERT INTO plan VALUES (?, ?, 1, ?)').run(sha256('{"a":1}'), 'niets', '{"a":1}'),
    );
    expect(region.toldOf('niets.v1')).toHaveLength(1);
    expect((await (await region.lead()).get(`/dossiers/${id}`)).status).toBe(200);
  });
});

describe('the database of the first release', () => {
  it('takes its plans from the files that still say the same, and tells of none', async () => {
    region = await Region.with();
    await region.restart([], () => {
      rmSync(join(region.server.folder, 'sluis.json')); // it is another installation
      cpSync(firstRelease.database, join(region.server.folder, 'sluis.sqlite'));
    });
    expect(region.toldOf('')).toEqual([]);
    const events = await region.rows<{ body: string }>(`SELECT body FROM event WHERE body LIKE '%workflowHash%'`);
    const rows = await region.rows<{ hash: string; text: string }>('SELECT hash, text FROM plan');
    const named = events.map(
      ({ body }) => (JSON.parse(body) as { facts: { workflowHash: string } }).facts.workflowHash,
    );
    expect(rows.map(({ hash }) => hash).sort()).toEqual([...new Set(named)].sort());
    expect(rows.filter(({ hash, text }) => sha256(text) !== hash)).toEqual([]);
  });
});
