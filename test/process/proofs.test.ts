// A plan is proven once for a build: what the first start proved, the next one reads.
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { environment, run, surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');

/** A built Sluis of its own, beside which nobody else starts. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  for (const path of ['dist', 'package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

it('keeps what was proven of each plan by its hash, and reads it again', async () => {
  const folder = installed();
  const own = environment(await surroundings());
  const check = () => run(join(folder, 'dist/src/cli/sluis.js'), ['workflow', 'check'], own);
  const kept = join(folder, 'dist/.proven');
  writeFileSync(kept, 'no proof at all');
  const first = check();
  expect(first.code).toBe(0);
  const proofs = readFileSync(kept, 'utf8');
  const { builtFrom, checks } = JSON.parse(proofs) as { builtFrom: string; checks: object };
  expect(builtFrom).toBe(readFileSync(join(folder, 'dist/.made-from'), 'utf8'));
  expect(Object.keys(checks)).toHaveLength(first.output.match(/ versie \d+: /g)?.length ?? 0);
  expect(check()).toEqual(first);

  const other = proofs.replaceAll(/"tried":\d+/g, '"tried":1234567');
  writeFileSync(kept, other);
  expect(check().output).toContain('1234567 stappen');
  for (const foreign of [other.replace(builtFrom, 'another build'), JSON.stringify({ builtFrom })]) {
    writeFileSync(kept, foreign);
    expect(check()).toEqual(first);
  }
});
