// The demonstration, and what a start refuses.
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { DossierSummaryView, DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { Client, refusal } from '../support/client.js';
import { accepted, municipalities } from '../support/drenthe.js';
import {
  administratorLink,
  begunSurroundings,
  environment,
  run,
  ServerProcess,
  surroundings,
  type Surroundings,
} from '../support/process.js';
import { shell } from '../support/shell.js';
import { demonstrationHere } from '../support/visitor.js';

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
  it('says where it can be found', async () => {
    await server.told(
      new RegExp(`Sluis luistert op http://127\\.0\\.0\\.1:${where.port} en is te vinden op http://localhost:`),
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

  it('carries the letter that is decided on, which says that it is none', async () => {
    const secretary = await signIn('secretaris.emmen');
    const { id } = await dossierOf(secretary);
    const { proposal } = (await secretary.get<GateView>(`/dossiers/${id}/gates/instemming`)).body;
    const opened = await secretary.open(`/dossiers/${id}/papers/${proposal?.file ?? ''}`);
    expect(opened.headers.get('content-type')).toBe('application/pdf');
    expect(opened.headers.get('content-disposition')).toContain('kenmerk 20240411.001.pdf');
    const text = Buffer.from(await opened.arrayBuffer()).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.4\n/);
    for (const said of ['gemaakt voor de demonstratie van Sluis', '1. Onderschrijft u de noodzaak', '16 mei 2024'])
      expect(text.replace(/\) Tj ET\nBT [^(]+\(/g, ' ')).toContain(said);
  });

  it('takes decisions like any other, and marks what is started in it', async () => {
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    const secretary = await signIn('secretaris.westerveld');
    const decision = { body: 'westerveld/college', decision: 'agree', decidedOn: '2024-04-29' };
    await accepted(secretary.post(`/dossiers/${id}/gates/instemming/decisions`, decision));
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Nog een', startedOn: '2024-04-11' };
    expect((await accepted(lead.post<DossierView>('/dossiers', start))).demonstration).toBe(true);
    const beheerder = await signIn('beheerder');
    expect(refusal(await beheerder.get(`/dossiers/${id}`))).toBe('404 unknown-dossier');
  });

  it('shows its accounts, and in its banner the day that it is there', async () => {
    const page = await (await fetch(`${server.url}/aanmelden`)).text();
    expect(page).toContain('secretaris.aa-en-hunze@demo.example');
    expect(page).toContain('Demonstratie op 29 april 2024: alle besluiten zijn verzonnen.');
  });

  it('keeps its secret to itself', () => {
    expect(statSync(join(where.folder, 'session-secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(where.folder).sort()).toEqual(expect.arrayContaining(['session-secret', 'sluis.sqlite']));
  });

  it('lets a request in flight finish when it ends, and does not wait for idle connections', async () => {
    const credentials = { email: 'lezer@demo.example', password: 'demonstratie-sluis' };
    const inFlight = anyone.post<{ token: string }>('/tokens', credentials); // hashing takes its time
    await new Promise((resolve) => setTimeout(resolve, 15));
    const silent = connect(where.port, '127.0.0.1');
    await once(silent, 'connect');
    const begun = Date.now();
    const ended = server.end('SIGTERM');
    expect((await inFlight).status).toBe(201);
    expect(await ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(8_000); // what holds it up is cut after ten seconds
  });

  it('leaves what is there when it is started again, and is refused to production', async () => {
    server = await ServerProcess.start('demonstration', where);
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    const { body } = await lead.get<GateView>(`/dossiers/${id}/gates/instemming`);
    expect(body.tally.decided).toBe(10);
    const last =
      body.decisions
        .map(({ recorded: { recordedAt } }) => recordedAt)
        .sort()
        .at(-1) ?? '';
    expect(last.slice(0, 10)).toBe('2024-04-29');
    await server.end('SIGTERM');
    const { code, output } = await shell(['serve'], environment({ ...where, more: {} }));
    expect([code, output]).toEqual([1, expect.stringContaining('is van de demonstratie')]);
  });
});

describe('begun anew', () => {
  it('sets aside what was there, and tells its story from the beginning; a real record it leaves alone', async () => {
    server = await ServerProcess.start('demonstration', where, ['--anew']);
    const lead = await signIn('kwartiermaker');
    const { id } = await dossierOf(lead);
    expect((await lead.get<GateView>(`/dossiers/${id}/gates/instemming`)).body.tally.decided).toBe(9);
    await server.end('SIGTERM');
    expect(readdirSync(where.folder).filter((name) => /^sluis\.eerder-.*\.sqlite$/.test(name))).toHaveLength(1);
    const real = await begunSurroundings();
    const databases = () => readdirSync(real.folder).filter((name) => name.endsWith('.sqlite'));
    const before = databases();
    const { code, output } = await shell(['demonstration', '--anew'], environment(real));
    expect([code, output]).toEqual([1, expect.stringContaining('is niet van de demonstratie')]);
    expect(databases()).toEqual(before);
  });
});

describe('a start', () => {
  it('is refused on an unsafe configuration, and leaves nothing behind', async () => {
    const own = await surroundings({ SESSION_SECRET: 'short' });
    const { code, output } = run('dist/src/main.js', ['serve'], environment(own));
    expect([code, output]).toEqual([1, expect.stringContaining('SESSION_SECRET:')]);
    expect(existsSync(join(own.folder, 'sluis.sqlite'))).toBe(false);
  });

  it('runs on the clock that it is given', async () => {
    const early = await demonstrationHere('2024-05-02T09:00:00Z');
    try {
      const meppel = await early.as('secretaris.meppel');
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
      await early.stop();
    }
  });

  it('is refused to the demonstration on a real record, and to a second process', async () => {
    const real = await begunSurroundings();
    const asDemonstration = await shell(['demonstration'], environment(real));
    expect([asDemonstration.code, asDemonstration.output]).toEqual([1, expect.stringContaining('echte registratie')]);
    const first = await ServerProcess.start('serve', real);
    try {
      const other = await surroundings();
      const second = run('dist/src/main.js', ['serve'], environment({ ...other, folder: real.folder }));
      expect([second.code, second.output]).toEqual([1, expect.stringContaining('in gebruik door een ander proces')]);
      const kept = await shell(['replay', letter, '--keep'], environment(real));
      expect([kept.code, kept.output]).toEqual([1, expect.stringContaining('in gebruik')]);
    } finally {
      await first.end('SIGKILL');
    }
  });

  it('says how to start when nothing was said', async () => {
    expect(run('dist/src/main.js', [], environment(await surroundings())).code).toBe(2);
  });
});

describe('the shell', () => {
  it('names its commands where it does not know one, and ends with 2 on wrong use', async () => {
    const own = environment(await surroundings());
    const unknown = run('dist/src/main.js', ['feest'], own);
    expect(unknown).toEqual({ code: 2, output: 'De opdracht "feest" bestaat niet. Zie npx sluis --help.\n' });
    const wrong = await shell(['workflow', 'diagram', 'nergens'], own);
    expect(wrong).toEqual({ code: 2, output: expect.stringContaining('Het procesplan "nergens" bestaat niet') });
  });

  it('makes nothing in a folder without a database, but for who begins', async () => {
    const own = await surroundings();
    const folder = join(own.folder, 'misspelt', 'x');
    const told = (...words: string[]) => shell(words, environment({ ...own, folder }));
    for (const words of [['rebuild'], ['replay', letter, '--keep']]) {
      const { code, output } = await told(...words);
      expect([code, output]).toEqual([1, expect.stringContaining(`In ${folder} staat geen registratie`)]);
      expect(output).toContain('administrator create');
      expect(readdirSync(own.folder)).toEqual([]);
    }
    await administratorLink({ ...own, folder });
    expect((await told('rebuild')).code).toBe(0);
    const kept = await told('replay', letter, '--keep');
    expect([kept.code, kept.output]).toEqual([0, expect.stringMatching(/Bewaard als traject [0-9a-f-]{36}/)]);
  });
});
