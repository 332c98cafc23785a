// The page about backups: how it stands, what is kept, what failed and how one is put back, for the administrator alone.
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { backUp, type MadeBackup } from '../../src/store/backup/back-up.js';
import { isDue, tooMany, type KeptBackup } from '../../src/store/backup/keeping.js';
import { failedSetting, handSetting, keptSetting, restoredSetting } from '../../src/store/backup/standing.js';
import { saveSetting } from '../../src/store/settings.js';
import { freshFolder } from '../support/backups.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** More than a server waits before it looks for the first time, in milliseconds. */
const firstLook = 1_000;
const thereMax = 30_000;

async function untilThere(isThere: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + thereMax;
  while (!(await isThere())) {
    if (Date.now() > until) throw new Error('it did not come');
    await pause(50);
  }
}

let server: TestServer;
let made: MadeBackup;
const folder = freshFolder();
const plan = { folder, everyHours: 24, keep: 2 };

const { look } = pagesAt(() => server.url);

const page = async (): Promise<string> => {
  const { status, text } = await look('/reservekopie', await server.cookieOf('administrator', null));
  expect(status).toBe(200);
  return textOf(text);
};
const ready = async (): Promise<unknown> => (await fetch(`${server.url}/health/ready`)).json();
const remember = (...settings: (readonly [string, string])[]): Promise<void> =>
  server.sluis.work.do(async ({ manager }) => {
    for (const one of settings) await saveSetting(manager, ...one);
  });

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

it('says plainly that there is none, and what to do', async () => {
  expect(await page()).toMatch(/Er wordt geen reservekopie gemaakt: .* Zet BACKUP_DIR op een map/);
  expect(await ready()).toMatchObject({ status: 'ok', backup: 'off' });
});

it('is for who gives roles, and for nobody else', async () => {
  const lead = await server.cookieOf('process-lead', abo);
  expect((await look('/reservekopie', lead)).status).toBe(403);
  expect((await look('/procesplannen', lead)).text).not.toContain('Reservekopie');
  expect((await look('/mensen', await server.cookieOf('administrator', null))).text).toContain('href="/reservekopie"');
  expect((await look('/reservekopie', '')).location).toContain('/aanmelden');
});

describe('where the server makes them', () => {
  beforeAll(async () => {
    made = await backUp({ folder: server.folder, to: folder, now: hoursAgo(1) });
    const damaged = { ...made, file: `${folder}/sluis-2026-01-01T030000Z-beschadigd.sqlite`, verified: false };
    await remember(
      keptSetting([{ ...made, verified: true }, damaged]),
      handSetting({ ...made, at: hoursAgo(200), file: '/elders/hand.sqlite' }),
    );
    await remember(restoredSetting({ at: hoursAgo(2), from: 'toen.sqlite', newest: null }));
    await server.stop({ keep: true });
    server = await TestServer.start({ folder: server.folder, change: { backup: plan } });
  });

  it('shows the last, what it holds, where it is, and how to put it back', async () => {
    const text = await page();
    expect(text).toContain('De reservekopieën zijn op orde.');
    expect(text).toContain(made.file);
    expect(text).toMatch(/Wat erin staat 0 trajecten met 0 regels, en \d+ regels over mensen en rollen/);
    expect(text).toContain('Hij maakt er elke 24 uur een en houdt de 2 nieuwste');
    expect(text).toMatch(/sluis-2026-01-01T030000Z-beschadigd\.sqlite .* beschadigd/);
    expect(text).toContain(`npx sluis restore ${made.file} --replace`);
    expect(await ready()).toMatchObject({ backup: 'ok' });
  });

  it('has what commands did in the security log, once', async () => {
    const told = async () => {
      const administrator = await server.as('administrator', null);
      const { body } = await administrator.get<{ items: { type: string; facts: object }[] }>('/security-log');
      return body.items.filter(({ type }) => type.startsWith('Backup')).map(({ type, facts }) => ({ type, ...facts }));
    };
    await untilThere(async () => (await told()).length > 0);
    await server.stop({ keep: true });
    server = await TestServer.start({ folder: server.folder, change: { backup: plan } });
    await pause(firstLook);
    expect(await told()).toEqual([
      { type: 'BackupRestored', file: 'toen.sqlite' },
      { type: 'BackupMade', file: 'hand.sqlite' },
    ]);
  });

  it('says what failed last, until one succeeds', async () => {
    await remember(failedSetting({ at: hoursAgo(0), why: 'De schijf is vol.' }));
    expect(await page()).toMatch(/De reservekopie van [\w ]+ om \d\d:\d\d is mislukt\. De schijf is vol\./);
    expect(await ready()).toMatchObject({ status: 'ok', backup: 'failed' });
    await remember(failedSetting({ at: hoursAgo(60), why: 'De schijf is vol.' }));
    expect(await page()).not.toContain('is mislukt');
  });

  it('says when the last is too old, and from which one all this was put back', async () => {
    const old = { ...made, at: hoursAgo(49), verified: true };
    const state = { at: hoursAgo(1), from: 'sluis-x.sqlite', newest: hoursAgo(9) };
    await remember(keptSetting([old]), restoredSetting(state));
    const text = await page();
    expect(text).toContain('De laatste goede reservekopie is te oud.');
    expect(text).toMatch(/is sluis-x\.sqlite teruggezet, met alles tot en met .*\. Doe opnieuw wat na de reservekopie/);
    expect(await ready()).toMatchObject({ backup: 'late' });
    rmSync(made.file);
  });
});

describe('of its own backups it keeps', () => {
  const one = (day: number, verified = true): KeptBackup => ({
    ...made,
    file: `/b/${day}`,
    at: `2026-11-${String(day).padStart(2, '0')}T03:00:00.000Z`,
    verified,
  });

  it('the newest that were verified, and as many damaged ones', () => {
    const kept = [one(9, false), one(8), one(7, false), one(6, false), one(5), one(4), one(3)];
    expect(tooMany(kept, plan).map(({ file }) => file)).toEqual(['/b/4', '/b/3', '/b/6']);
    expect(tooMany([one(9, false), one(8, false), one(1)], { ...plan, keep: 1 }).map(({ file }) => file)).toEqual([
      '/b/8',
    ]);
  });

  it('and makes the next after its time, whatever was damaged or is of a time to come', () => {
    const now = '2026-11-10T03:00:00.000Z';
    expect(isDue([], plan, now)).toBe(true);
    expect(isDue([one(9)], plan, now)).toBe(true);
    expect(isDue([one(10)], plan, now)).toBe(false);
    expect(isDue([one(10, false), one(8)], plan, now)).toBe(true);
    expect(isDue([one(20)], plan, now)).toBe(true);
    expect(isDue([one(20), one(10)], plan, now)).toBe(false);
  });
});
