// A folder holds an installation when there is a database in it, and not when there is a file of that name.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustBeThere, NoDatabase } from '../../src/app/beginning.js';

it('an empty file is no database: only who begins may make one there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  writeFileSync(join(folder, 'sluis.sqlite'), '');
  for (const opener of ['rebuild', 'replay --keep'] as const)
    expect(() => mustBeThere(folder, opener)).toThrow(NoDatabase);
  for (const opener of ['serve', 'demonstration', 'administrator create'] as const)
    expect(() => mustBeThere(folder, opener)).not.toThrow();
});
