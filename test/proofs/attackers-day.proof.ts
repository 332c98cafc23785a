// A day's work of an attacker, all at once: passwords guessed, forms forged, rights of others asked for, bodies that are too
// large and bodies that never end; and meanwhile people work, of whom nothing is refused. SLUIS_ATTACK sets for how many
// seconds, SLUIS_LOG a file for what the server says of it.
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess, surroundings } from '../support/process.js';
import { attacks, slowBodies } from './attacks.js';
import { counted, Office, signIn } from './office.js';
import { standsWhole } from './standing.js';

const seconds = Number(process.env.SLUIS_ATTACK ?? 5);
const quietMs = 1_500;
/** Each kind of attack comes from so many places at once. */
const together = 2;
const slowOnes = 100;
/** No answer may be one of these: what failed, and what was let through. */
const wrong = /^(2|3|5(?!03|07))/;

it(
  `${seconds} seconds of attack refuse nothing to people at work`,
  async () => {
    const where = await surroundings({ BASE_URL: '' });
    const server = await ServerProcess.start('demonstration', where);
    const office = await Office.at(server.url);
    office.work(1);
    await pause(quietMs);
    const quiet = latencies(office.took.splice(0));

    const until = Date.now() + seconds * 1_000;
    const reader = await signIn(server.url, 'lezer');
    await signIn(server.url, 'griffier.assen');
    const target = { port: where.port, token: reader.token };
    const got = new Map(Object.keys(attacks).map((name) => [name, new Map<string, number>()]));
    const attackers = [...got].flatMap(([name, answers], kind) =>
      Array.from({ length: together }, (_, i) =>
        attackUntil(until, `127.2.${kind * together + i}`, (address) => attacks[name]!(target, address), answers),
      ),
    );
    const slow = slowBodies(target, slowOnes, until);
    let signedIn = 0;
    while (Date.now() < until) {
      // The account that is guessed at, from where it got in before.
      expect((await (await signIn(server.url, 'griffier.assen')).get('/dossiers')).status).toBe(200);
      signedIn++;
      await pause(250);
    }
    await Promise.all(attackers);
    const attacked = latencies(office.took.splice(0));
    await office.finish();
    const readable = await readInSecurityLog(server.url);
    await server.end('SIGTERM');
    if (process.env.SLUIS_LOG) writeFileSync(process.env.SLUIS_LOG, server.log);

    for (const [name, answers] of got) console.log(`${name}: ${counted(answers)}`);
    console.log(
      `${seconds} s of attack: ${office.acknowledged.length} recorded and ${signedIn} signed in, 0 refused; a write took ` +
        `${quiet} before, ${attacked} during it; ${await slow} of ${slowOnes} slow bodies were still taken`,
    );
    console.log(`readable in the security log, of what came from the addresses of the attack: ${counted(readable)}`);
    expect([...office.answers.keys()]).toEqual(['201']);
    expect([...readable.keys()]).toEqual(
      expect.arrayContaining(['SignInFailed', 'ForgedFormRefused', 'RightsRefused']),
    );
    for (const [name, answers] of got)
      expect([name, [...answers.keys()].filter((one) => wrong.test(one))]).toEqual([name, []]);
    await standsWhole(where.folder, office.acknowledged);
  },
  120_000 + seconds * 2_000,
);

async function attackUntil(
  until: number,
  network: string,
  attack: (address: string) => Promise<string>,
  answers: Map<string, number>,
): Promise<void> {
  for (let turn = 0; Date.now() < until; turn++) {
    const answer = await attack(`${network}.${1 + (turn % 250)}`);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
}

/** How many lines of each kind the administrator reads of the attackers, the whole log through. */
async function readInSecurityLog(url: string): Promise<Map<string, number>> {
  const administrator = await signIn(url, 'beheerder');
  const lines = new Map<string, number>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: SecurityLogPage = (await administrator.get<SecurityLogPage>(`/security-log?limit=100${cursor}`)).body;
    for (const { type, facts } of page.items)
      if (facts.address?.startsWith('127.2.')) lines.set(type, (lines.get(type) ?? 0) + 1);
    cursor = page.next && `&cursor=${encodeURIComponent(page.next)}`;
  }
  return lines;
}

interface SecurityLogPage {
  items: { type: string; facts: { address?: string } }[];
  next: string | null;
}

function latencies(took: number[]): string {
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
