// The demonstration, and what a start refuses.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierSummaryView, DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/domain/views/gate-view.js';
import { Client, refusal } from '../support/client.js';
import { accepted, municipalities } from '../support/drenthe.js';
import {
  administratorLink,
  environment,
  run,
  ServerProcess,
  surroundings,
  type Surroundings,
} from '../support/process.js';

let where: Surroundings;
let server: ServerProcess;
let anyone: Client;

const letter = 'test/replays/003-robuuste-regio.json';
const demonstration = { SESSION_SECRET: '', BASE_URL: '' };

beforeAll(async () => {
  where = await surroundings(demonstration);
  server = await ServerProcess.start('demonstration', where);
  anyone = await Client.at(server.url);
});
afterAll(() => server.end('SIGKILL'));

const signIn = async (name: string): Promise<Client> => {
  const credentials = { email: `${name}@demo.example`, password: 'demonstratie-sluis' };
  return anyone.bearing((await accepted(anyone.post<{ token: string }>('/tokens', credentials))).token);
};

async function dossierOf(who: Client): Promise<DossierSummaryView> {
  const { body } = await who.get<{ items: DossierSummaryView[] }>('/dossiers');
  const found = body.items.find(({ demonstration: invented, title }) => invented && title !== 'Nog een');
  if (!found) throw new Error('the demonstration has a dossier');
  return found;
}

describe('the demonstration', () => {
  it('says where it can be found', () => {
    expect(server.log).toContain(
      `Sluis luistert op http://127.0.0.1:${where.port} en is te vinden op http://localhost:`,
    );
  });

  it('has an account for every role', async () => {
    const names = ['kwartiermaker', 'voorzitter', 'lezer', 'beheerder'];
    for (const one of municipalities) names.push(`secretaris.${one}`, `griffier.${one}`);
    for (const name of names) await signIn(name);
  });

  it('tells the story of the letter as of 29 April 2024', async () => {
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    const { body } = await lead.get<GateView>(`/dossiers/${id}/gates/instemming?asOf=2024-04-29`);
    expect(body).toMatchObject({
      status: 'open',
      submittedOn: '2024-04-11',
      replyBy: '2024-05-16',
      outcome: 'open',
      tally: { electorate: 12, for: 8, against: 0, undecided: 2, silent: 2, decided: 9 },
    });
    expect(body.missing.map(({ body: one, why }) => `${one} ${why}`)).toEqual([
      ...['coevorden/college condition-open', 'emmen/college deferred'],
      ...['meppel/college silent', 'westerveld/college silent'],
    ]);
    for (const { reference, recorded, body: decided } of body.decisions) {
      expect(reference).toBe('verzonnen voor de demonstratie');
      expect(recorded.recordedBy).toMatchObject({ role: 'secretary', body: decided });
    }
  });

  it('takes decisions like any other, and marks what is started in it', async () => {
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    const secretary = await signIn('secretaris.westerveld');
    const decision = { body: 'westerveld/college', decision: 'agree', decidedOn: '2024-05-14' };
    await accepted(secretary.post(`/dossiers/${id}/gates/instemming/decisions`, decision));
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Nog een', startedOn: '2024-04-11' };
    expect((await accepted(lead.post<DossierView>('/dossiers', start))).demonstration).toBe(true);
    const beheerder = await signIn('beheerder');
    expect(refusal(await beheerder.get(`/dossiers/${id}`))).toBe('404 unknown-dossier');
  });

  it('shows its accounts and its banner, and serves the explorer', async () => {
    const page = await (await fetch(`${server.url}/aanmelden`)).text();
    expect(page).toContain('secretaris.aa-en-hunze@demo.example');
    expect(page).toContain('Demonstratie');
    const explorer = await fetch(`${server.url}/docs`);
    expect([explorer.status, explorer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect((await fetch(`${server.url}/docs/swagger-ui-init.js`)).status).toBe(200);
  });

  it('keeps its secret to itself', () => {
    expect(statSync(join(where.folder, 'session-secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(where.folder).sort()).toEqual(expect.arrayContaining(['session-secret', 'sluis.sqlite']));
  });

  it('leaves what is there when it is started again, and is refused to production', async () => {
    expect(await server.end('SIGTERM')).toBe(0);
    server = await ServerProcess.start('demonstration', where);
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    const { body } = await lead.get<GateView>(`/dossiers/${id}/gates/instemming`);
    expect(body.tally.decided).toBe(10);
    await server.end('SIGTERM');
    const { code, output } = run('dist/src/main.js', ['serve'], environment({ ...where, more: {} }));
    expect([code, output]).toEqual([1, expect.stringContaining('is van de demonstratie')]);
    server = await ServerProcess.start('demonstration', where);
  });
});

describe('a start', () => {
  const refusedWith = async (mode: string, more: Record<string, string>): Promise<string> => {
    const own = await surroundings(more);
    const { code, output } = run('dist/src/main.js', [mode], environment(own));
    expect(code).toBe(1);
    expect(existsSync(join(own.folder, 'sluis.sqlite'))).toBe(false);
    return output;
  };

  it('is refused on an unsafe configuration, with every fault at once', async () => {
    const output = await refusedWith('serve', {
      SESSION_SECRET: 'short',
      BASE_URL: 'http://sluis.example',
      PORT: 'many',
      CLOCK: '2024-05-01T00:00:00Z',
      TRUST_PROXY: 'everyone',
      DATABASE_URL: 'postgres://x',
    });
    for (const name of ['SESSION_SECRET', 'BASE_URL', 'PORT', 'CLOCK', 'TRUST_PROXY', 'DATABASE_URL'])
      expect(output).toContain(`${name}:`);
  });

  it('of the demonstration is refused to the world, and to a clock before its story', async () => {
    const open = await refusedWith('demonstration', { ...demonstration, HOST: '0.0.0.0' });
    expect(open).toContain('DEMONSTRATION_OPEN=yes');
    const early = await refusedWith('demonstration', { ...demonstration, CLOCK: '2024-04-28T12:00:00Z' });
    expect(early).toContain('CLOCK: kies een tijd vanaf 2024-04-29');
  });

  it('runs on the clock that it is given', async () => {
    const then = await surroundings({ ...demonstration, CLOCK: '2024-05-02T09:00:00Z' });
    const early = await ServerProcess.start('demonstration', then);
    try {
      const client = await Client.at(early.url);
      const credentials = { email: 'secretaris.meppel@demo.example', password: 'demonstratie-sluis' };
      const meppel = client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentials))).token);
      const { id } = await dossierOf(meppel);
      const decide = (decidedOn: string) =>
        meppel.post(`/dossiers/${id}/gates/instemming/decisions`, {
          body: 'meppel/college',
          decision: 'agree',
          decidedOn,
        });
      expect(refusal(await decide('2024-05-03'))).toBe('400 /decidedOn date-in-future');
      expect((await decide('2024-05-02')).status).toBe(201);
    } finally {
      await early.end('SIGKILL');
    }
  });

  it('is refused to the demonstration on a real record, and to a second process', async () => {
    const real = await surroundings();
    administratorLink(real);
    const asDemonstration = run('dist/src/main.js', ['demonstration'], environment(real));
    expect([asDemonstration.code, asDemonstration.output]).toEqual([1, expect.stringContaining('echte registratie')]);
    const first = await ServerProcess.start('serve', real);
    try {
      const other = await surroundings();
      const second = run('dist/src/main.js', ['serve'], environment({ ...other, folder: real.folder }));
      expect([second.code, second.output]).toEqual([1, expect.stringContaining('in gebruik door een ander proces')]);
      const shell = run('dist/src/cli/sluis.js', ['administrator', 'create', 'x@y.example'], environment(real));
      expect([shell.code, shell.output]).toEqual([1, expect.stringContaining('in gebruik')]);
      const kept = run('dist/src/cli/sluis.js', ['replay', letter, '--keep'], environment(real));
      expect([kept.code, kept.output]).toEqual([1, expect.stringContaining('in gebruik')]);
    } finally {
      await first.end('SIGKILL');
    }
  });

  it('says how to start when nothing was said', async () => {
    const own = await surroundings();
    expect(run('dist/src/main.js', [], environment(own)).code).toBe(2);
    expect(run('dist/src/cli/sluis.js', ['feest'], environment(own)).output).toContain('administrator create EMAIL');
    expect(run('dist/src/cli/sluis.js', ['administrator', 'create', 'nobody'], environment(own)).code).toBe(1);
    const diagram = (...rest: string[]) =>
      run('dist/src/cli/sluis.js', ['workflow', 'diagram', ...rest], environment(own));
    expect(diagram('drenthe-robuuste-regio@1').output).toMatch(/^<svg .*<\/svg>\n$/s);
    for (const [wrong, says] of [
      [['nergens'], 'Het procesplan "nergens" bestaat niet; er zijn: drenthe-inkoop-2017@1, drenthe-robuuste-regio@1'],
      [['drenthe-robuuste-regio', '--format', 'png'], 'kies uit: svg, scxml, bpmn'],
      [[], 'Geef één procesplan'],
    ] as const)
      expect(diagram(...wrong)).toEqual({ code: 2, output: expect.stringContaining(says) });
    const two = ['workflow', 'diff', 'drenthe-robuuste-regio@1', 'drenthe-robuuste-regio@2'];
    const diff = run('dist/src/cli/sluis.js', two, environment(own));
    expect(diff).toEqual({ code: 0, output: expect.stringContaining('Reactienota: komt erbij') });
    const checked = run('dist/src/cli/sluis.js', ['workflow', 'check'], environment(own));
    expect([checked.code, checked.output]).toEqual([0, expect.stringContaining('drenthe-robuuste-regio versie 1')]);
  });
});

describe('a replay from the shell', () => {
  it('is told and not kept, unless that is asked; a fault says its line', async () => {
    const own = await surroundings();
    const told = run('dist/src/cli/sluis.js', ['replay', letter], environment(own));
    expect([told.code, told.output]).toEqual([0, expect.stringContaining('er is niets bewaard')]);
    expect(existsSync(join(own.folder, 'sluis.sqlite'))).toBe(false);
    administratorLink(own); // an installation is there before anything is kept in it
    const kept = run('dist/src/cli/sluis.js', ['replay', letter, '--keep'], environment(own));
    expect([kept.code, kept.output]).toEqual([0, expect.stringMatching(/Bewaard als traject [0-9a-f-]{36}/)]);
    const none = run('dist/src/cli/sluis.js', ['replay', 'README.md'], environment(own));
    expect([none.code, none.output]).toEqual([1, expect.stringContaining('regel 1: Dit is geen JSON')]);
    expect(run('dist/src/cli/sluis.js', ['replay'], environment(own)).output).toContain('Geef één bestand');
    expect(run('dist/src/cli/sluis.js', ['replay', 'feest.json'], environment(own)).code).toBe(1);
  });
});

describe('a folder without a database', () => {
  it.each([['rebuild'], ['replay', letter, '--keep']])(
    'is refused by %s, which makes nothing there',
    async (...rest) => {
      const own = await surroundings();
      const folder = join(own.folder, 'misspelt', 'x');
      const { code, output } = run('dist/src/cli/sluis.js', rest, environment({ ...own, folder }));
      expect([code, output]).toEqual([1, expect.stringContaining(`In ${folder} staat geen registratie`)]);
      expect(output).toContain('administrator create');
      expect(readdirSync(own.folder)).toEqual([]);
      administratorLink({ ...own, folder });
      expect(run('dist/src/cli/sluis.js', rest, environment({ ...own, folder })).code).toBe(0);
    },
  );
});

describe('the end', () => {
  it('lets a request in flight finish, and does not wait for idle connections', async () => {
    const own = await surroundings(demonstration);
    const one = await ServerProcess.start('demonstration', own);
    const client = await Client.at(one.url); // leaves a kept-alive connection behind
    const credentials = { email: 'lezer@demo.example', password: 'demonstratie-sluis' };
    const inFlight = client.post<{ token: string }>('/tokens', credentials); // hashing takes its time
    await new Promise((resolve) => setTimeout(resolve, 15));
    const begun = Date.now();
    const ended = one.end('SIGTERM');
    expect((await inFlight).status).toBe(201);
    expect(await ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});
