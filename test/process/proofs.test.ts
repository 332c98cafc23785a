// A plan is proven once for a build: what the first start proved, the next one reads.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { environment, run, ServerProcess, surroundings, type Surroundings } from '../support/process.js';

const root = resolve(import.meta.dirname, '../..');

/** Of the plan that the demonstration follows. */
const hash = '0f3c490a25889edd518c4c8809b17c943e8eedca1f3244abc6ce3ba666ccc064';

interface Proofs {
  builtFrom: string;
  checks: Record<string, unknown>;
}

const proofsIn = (file: string): Proofs => JSON.parse(readFileSync(file, 'utf8')) as Proofs; // as a start keeps them

/** So few plans are enough: the rest would be proven again and again. */
const few = /^(drenthe-robuuste-regio\.v[12]|regiovisie\.v1|parts)/;

/** A built Sluis of its own, beside which nobody else starts. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  for (const path of ['dist', 'package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const plans = join(folder, 'dist/workflows');
  for (const name of readdirSync(plans)) if (!few.test(name)) rmSync(join(plans, name));
  return folder;
}

it('keeps what was proven of each plan by its hash, and reads it again', async () => {
  const folder = installed();
  const own = environment(await surroundings());
  const check = () => run(join(folder, 'dist/src/main.js'), ['workflow', 'check'], own);
  const kept = join(folder, 'dist/.proven');
  writeFileSync(kept, 'no proof at all');
  const first = check();
  expect(first.code).toBe(0);
  const proofs = readFileSync(kept, 'utf8');
  const { builtFrom, checks } = JSON.parse(proofs) as { builtFrom: string; checks: object };
  expect(builtFrom).toBe(readFileSync(join(folder, 'dist/.made-from'), 'utf8'));
  expect(Object.keys(checks)).toHaveLength(3);
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

it('keeps it too of a plan whose file is gone, for as long as dossiers carry it', async () => {
  const folder = installed();
  const where: Surroundings = { ...(await surroundings({ SESSION_SECRET: '', BASE_URL: '' })), product: folder };
  const kept = join(folder, 'dist/.proven');
  await (await ServerProcess.start('demonstration', where)).end('SIGTERM');
  rmSync(join(folder, 'dist/workflows/drenthe-robuuste-regio.v1.js'));
  /** What the demonstration, which follows that plan, says was proven of it. */
  const proven = async (): Promise<string> => {
    const server = await ServerProcess.start('demonstration', where);
    await server.told(/workflows\/drenthe-robuuste-regio\.v1 is weg/);
    const client = await Client.at(server.url);
    const credentials = { email: 'kwartiermaker@demo.example', password: 'demonstratie-sluis' };
    const { token } = await accepted(client.post<{ token: string }>('/tokens', credentials));
    const { text } = await client.bearing(token).get('/workflows/drenthe-robuuste-regio?version=1');
    await server.end('SIGTERM');
    return text;
  };
  const mark = (text: string) => text.replaceAll(/"tried":\d+/g, '"tried":1234567');
  writeFileSync(kept, mark(readFileSync(kept, 'utf8')));
  expect(await proven()).toContain('1234567 stappen');
  const { [hash]: _, ...others } = proofsIn(kept).checks;
  writeFileSync(kept, JSON.stringify({ ...proofsIn(kept), checks: others }));
  expect(await proven()).toMatch(/: \d+ stappen geprobeerd/);
  expect(JSON.stringify(proofsIn(kept).checks[hash])).toMatch(/"tried":(?!1234567)\d+/);
}, 120_000);
