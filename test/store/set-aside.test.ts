// A database is set aside in one step: also one whose server was killed, and left half of it in its log.
import { copyFileSync, cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setAside } from '../../src/store/backup/set-aside.js';
import { Database } from '../../src/store/database.js';
import { addDossiers, at, dossiersIn, folderWith, freshFolder, refusalOf } from '../support/backups.js';

const may = (): Promise<void> => Promise.resolve();
const sizeOf = (file: string): number => statSync(file).size;

/** As a server leaves it that is killed. */
async function killed(): Promise<string> {
  const [folder, left] = [await folderWith('een'), freshFolder()];
  const database = await Database.open(folder);
  await addDossiers(database, 'twee');
  cpSync(folder, left, { recursive: true });
  await database.close();
  return left;
}

it('is whole in the one file, with what stood in its log', async () => {
  const folder = await killed();
  expect(sizeOf(join(folder, 'sluis.sqlite-wal'))).toBeGreaterThan(0);
  const aside = await setAside(folder, at, may);
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('sluis.'))
      .sort(),
  ).toEqual([aside.slice(folder.length + 1), 'sluis.lock'].sort());
  const own = freshFolder();
  copyFileSync(aside, join(own, 'sluis.sqlite'));
  expect(await dossiersIn(own)).toEqual(['een', 'twee']);
});

it('stays where it is where it may not be', async () => {
  const folder = await killed();
  expect(await refusalOf(setAside(folder, at, () => Promise.reject(new Error('no'))))).toBe('no');
  expect(await dossiersIn(folder)).toEqual(['een', 'twee']);
});

it('is not touched while another works on it', async () => {
  const folder = await folderWith('een');
  const database = await Database.open(folder);
  expect(await refusalOf(setAside(folder, at, may))).toContain('is in gebruik door een ander proces');
  await database.close();
});
