// A backup or its putting back that is killed leaves no file that is half one, and no folder that opens as something else
// than before or after. SLUIS_BACKUP_KILLS sets how often each is killed, at moments spread over its run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verify } from '../../src/store/backup/verify.js';
import { HalfRestored } from '../../src/store/folder/half-restored.js';
import { dossiersIn, folderWith, freshFolder } from '../support/backups.js';
import { environment } from '../support/process.js';

const kills = Number(process.env.SLUIS_BACKUP_KILLS ?? 5);
const root = resolve(import.meta.dirname, '../..');

/** Runs a command, and kills it after so many milliseconds if it takes longer. @returns how long it took */
async function command(folder: string, words: string[], killedAfter = Infinity): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/src/main.js', ...words], {
    cwd: root,
    env: environment({ folder, port: 0 }),
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  if (killedAfter < Infinity) {
    await Promise.race([ended, pause(killedAfter)]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - begun;
}

/** Most of what a command takes is its start: it is killed in what comes after it. */
const moments = (took: number): number[] =>
  Array.from({ length: kills }, (_, i) => took * (0.4 + (0.7 * (i + 1)) / kills));

const many = Array.from({ length: 200 }, (_, i) => `traject ${i}`);

it(
  `${kills} killed backups leave what holds, or nothing by that name`,
  async () => {
    const folder = await folderWith(...many);
    const to = freshFolder();
    const took = await command(folder, ['backup', join(to, 'heel.sqlite')]);
    let made = 0;
    for (const [i, after] of moments(took).entries()) {
      await command(folder, ['backup', join(to, `${i}.sqlite`)], after);
      for (const name of readdirSync(to).filter((one) => one.endsWith('.sqlite')))
        expect(await verify(join(to, name))).toMatchObject({ dossiers: many.length });
      if (readdirSync(to).includes(`${i}.sqlite`)) made++;
    }
    expect(await dossiersIn(folder)).toEqual(many);
    console.log(`${kills} killed backups: ${made} had their name and hold, ${kills - made} have none`);
  },
  60_000 + kills * 20_000,
);

it(
  `${kills} killed restores leave a folder as it was, as it becomes, or one that says what to do`,
  async () => {
    const to = freshFolder();
    await command(await folderWith(...many), ['backup', join(to, 'heel.sqlite')]);
    const old = await folderWith('oud');
    const restore = (folder: string, after?: number) =>
      command(folder, ['restore', join(to, 'heel.sqlite'), '--replace'], after);
    const copied = () => {
      const folder = freshFolder();
      cpSync(old, folder, { recursive: true });
      return folder;
    };
    const took = await restore(copied());
    const found = { before: 0, after: 0, refused: 0 };
    for (const after of moments(took)) {
      const folder = copied();
      await restore(folder, after);
      const looked = freshFolder();
      cpSync(folder, looked, { recursive: true });
      const ids = await dossiersIn(looked).catch((error: unknown) => error);
      if (ids instanceof HalfRestored) found.refused++;
      else if ((ids as string[]).length === 1) found.before++;
      else found.after += Number((ids as string[]).length === many.length);
      await restore(folder);
      expect(await dossiersIn(folder)).toEqual(many);
      expect(readdirSync(folder).some((name) => name.startsWith('sluis.vervangen-'))).toBe(true);
    }
    expect(found.before + found.after + found.refused).toBe(kills);
    console.log(`${kills} killed restores: ${JSON.stringify(found)}`);
  },
  60_000 + kills * 40_000,
);
