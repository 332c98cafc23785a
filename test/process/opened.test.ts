// A server as it is run, on a folder that is taken from it, comes back damaged, or is gone: it ends, tells, or refuses, and
// acknowledges nothing that is not where it belongs.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { environment, run, ServerProcess, surroundings, type Surroundings } from '../support/process.js';

let where: Surroundings;

beforeAll(async () => {
  where = await surroundings({ SESSION_SECRET: '', BASE_URL: '' });
});

const file = () => join(where.folder, 'sluis.sqlite');
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** What `/health/ready` says once everything was looked at. */
async function lookedThrough(server: ServerProcess): Promise<Record<string, unknown>> {
  for (let n = 0; n < 200; n++) {
    const said = (await (await fetch(`${server.url}/health/ready`)).json()) as Record<string, unknown>;
    if (/^(sound|damaged|newer|ended)$/.test(String(said.looked))) return said;
    await pause(50);
  }
  throw new Error(`it looks for ever:\n${server.log}`);
}

it('looks through its database beside its answers, and ends when its folder is taken away', async () => {
  const server = await ServerProcess.start('demonstration', where);
  expect(await lookedThrough(server)).toMatchObject({ status: 'ok', storage: 'works', looked: 'sound', damaged: 0 });
  for (const name of ['', 'sluis.sqlite', 'sluis.sqlite-wal', 'session-secret', 'sluis.json'])
    expect([name, modeOf(join(where.folder, name))]).toEqual([name, name === '' ? '700' : '600']);
  const elsewhere = `${where.folder}-elders`;
  renameSync(where.folder, elsewhere);
  expect(await server.gone()).toBe(1);
  expect(server.log).toMatch(/sluis\.sqlite is verplaatst, verwijderd of vervangen terwijl Sluis draaide/);
  renameSync(elsewhere, where.folder);
}, 60_000);

it('puts a damaged dossier aside before somebody opens it, tells once of a security log that does not hold, and records on', async () => {
  const db = new (loadSqlite())(file());
  for (const table of ['event', 'security_entry']) db.exec(`DROP TRIGGER ${table}_refuses_update`);
  db.exec(`UPDATE event SET body = replace(body, '"agree"', '"defer"') WHERE sequence = 4`);
  db.exec(`UPDATE security_entry SET hash = '${'a'.repeat(64)}' WHERE sequence = 1`);
  db.close();
  const server = await ServerProcess.start('demonstration', where);
  expect(await lookedThrough(server)).toMatchObject({ status: 'ok', storage: 'works', looked: 'damaged', damaged: 1 });
  await server.told(/is hersteld \([^)]*\bevent_refuses_update/);
  await server.told(/Traject .* is beschadigd bij regel 4 \(its hash is not that of what it says\)/);
  await server.told(/beveiligingslogboek.*regel 1/);
  expect(server.log.match(/beveiligingslogboek[^\n]*regel 1/g)).toHaveLength(1);
  expect(await server.end('SIGTERM')).toBe(0);
}, 60_000);

it('reads on from a damaged file, and records nothing in it', async () => {
  const bytes = readFileSync(file());
  const db = new (loadSqlite())(file(), { readonly: true });
  const { rootpage } = db.prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'kept_answer_by_age'`).get() as {
    rootpage: number;
  };
  db.close();
  writeFileSync(file(), Buffer.from(bytes).fill(0xff, (rootpage - 1) * 4_096 + 3, (rootpage - 1) * 4_096 + 8));
  const server = await ServerProcess.start('demonstration', where);
  expect(await lookedThrough(server)).toMatchObject({ status: 'ok', storage: 'damaged', looked: 'damaged' });
  await server.told(/Het bestand van de database is beschadigd \(.*\)\. Lezen kan zolang het gaat/);
  const credentials = { email: 'lezer@demo.example', password: 'demonstratie-sluis' };
  const headers = { 'content-type': 'application/json' };
  const refused = await fetch(`${server.url}/api/v1/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify(credentials),
  });
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'reading-only']);
  expect(await server.end('SIGTERM')).toBe(0);
}, 60_000);

it('does not begin anew where its database is gone', () => {
  rmSync(file());
  const { code, output } = run('dist/src/main.js', ['demonstration'], environment(where));
  expect([code, output]).toEqual([1, expect.stringMatching(/hier was een registratie, en sluis\.sqlite is weg/)]);
  expect(output).not.toMatch(/ at .*\.js/);
});
