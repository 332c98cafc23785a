// What whoever watches the server reads: figures in the form of OpenMetrics on a port of their own, and what is wrong with
// it in words.
import type { Client } from '../support/client.js';
import { TestServer } from '../support/server.js';
import { spoken } from '../../src/store/process/log.js';
import { productVersion } from '../../src/store/process/version.js';

let server: TestServer;
let lead: Client;
let at: string;

beforeAll(async () => {
  const log = { ...spoken, level: 'silent' } as const;
  const metrics = { port: 0, host: '127.0.0.1' };
  server = await TestServer.start({ change: { trace: { log, securityLogDays: 400, metrics } } });
  at = `http://127.0.0.1:${server.sluis.metrics.port}`;
  lead = await server.lead();
});
afterAll(() => server.stop());

const read = async (): Promise<string> => (await fetch(`${at}/metrics`)).text();
/** Those that Sluis itself has: of Node's own some come with time. */
const own = async () => (await read()).split('\n').filter((line) => line.startsWith('sluis_'));
const figure = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

/** One sample of OpenMetrics: a name, labels between braces, a number. */
const sample = /^[a-z_:][a-z0-9_:]*(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? -?[\d.e+-]+(Inf|NaN)?$/i;

it('counts requests by their route, what was committed, and what was refused', async () => {
  await lead.get('/dossiers');
  await lead.get('/dossiers/onbekend-traject');
  await server.anyone.post('/tokens', { email: 'niemand@x.example', password: 'x' });
  await lead.get('/people');
  const answer = await fetch(`${at}/metrics`);
  expect(answer.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const text = await answer.text();
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(line.startsWith('#') ? /^# (HELP|TYPE|EOF)/ : sample);
  for (const line of [
    'sluis_http_requests_total{method="GET",route="/api/v1/dossiers",status="200"} 1',
    'sluis_http_requests_total{method="GET",route="/api/v1/dossiers/:dossier",status="404"} 1',
    'sluis_http_request_duration_seconds_count{method="GET",route="/api/v1/people"} 1',
    'sluis_security_entries_total{kind="SignInFailed"} 1',
    'sluis_security_entries_total{kind="RightsRefused"} 1',
    'sluis_dossiers_quarantined 0',
    'sluis_queue_length 0',
    'sluis_works{line="database"} 1',
    `sluis_info{version="${productVersion}"} 1`,
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).not.toContain('onbekend-traject');
  expect(text).not.toMatch(/^sluis_backup_age_seconds /m); // there is none
  expect(figure(text, 'sluis_disk_free_bytes')).toBeGreaterThan(1_000_000);
  expect(figure(text, 'sluis_commits_total')).toBeGreaterThan(0);
  expect(figure(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

it('has as many lines after a thousand addresses and methods as after a few', async () => {
  await fetch(`${server.url}/niets`);
  const before = (await own()).length;
  for (let i = 0; i < 300; i++) await fetch(`${server.url}/niets-${i}?x=${i}`);
  const lines = await own();
  expect(lines.length).toBe(before);
  expect(lines).toContain('sluis_http_requests_total{method="GET",route="none",status="404"} 301');
});

it('is nowhere else, and nothing else is there', async () => {
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  expect((await fetch(`${at}/health/ready`)).status).toBe(404);
  expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404);
  const without = await TestServer.start();
  expect(without.sluis.metrics.port).toBeNull();
  await without.stop();
});

it('says which version and schema run, and what is wrong with a sentence for each', async () => {
  const ready = async () => (await (await fetch(`${server.url}/health/ready`)).json()) as object;
  expect(await ready()).toMatchObject({
    status: 'ok',
    version: productVersion,
    damaged: 0,
    clock: 'trusted',
    wrong: [],
  });
  const { places, security, clock } = server.sluis;
  security.damagedAt = 3;
  clock.judge = () => ({ why: 'behind', than: '2030-01-01T00:00:00.000Z' });
  places.ready.push({ name: 'disk', read: () => Promise.resolve({ works: false, says: 'gone' }) });
  expect(await ready()).toMatchObject({
    status: 'unready',
    disk: 'gone',
    securityLog: 'damaged',
    wrong: [
      { name: 'securityLog', sentence: expect.stringContaining('klopt niet') as string },
      { name: 'clock', sentence: expect.stringContaining('sluis clock confirm') as string },
      { name: 'disk', sentence: 'Sluis kan niet werken (disk): kijk in het log van de server.' },
    ],
  });
  security.damagedAt = null;
  clock.judge = () => null;
  places.ready.pop();
});
