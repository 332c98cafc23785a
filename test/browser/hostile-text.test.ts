// Hostile text in every field shows as text and breaks no layout; fifty bodies with long names fit as well.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadSqlite } from '../../src/store/runtime.mjs';
import { axeFindings, axeFindingsOfSome, overflowing, pagesOf, TestBrowser, widths } from '../support/browser.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const overleg = 'vijftigregio/overleg';
const texts = [
  '<script>document.title="weg"</script><img src=x onerror=alert(1)>',
  '"><form action="https://elders.example"><input name=sleutel>',
  'javascript:alert(1) data:text/html,x &lt;b&gt; {{7*7}} ${7*7}',
  'm'.repeat(200),
  '🦺🏗️👩‍👩‍👧‍👦 ẞ é Ж 漢字 עברית العربية',
];

let server: TestServer;
let browser: TestBrowser;
let id: string;
let decision: string;
let decide: (n: number, body: object) => Promise<{ id: string }>;
const gate = () => `/trajecten/${id}/momenten/besluit`;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start({ workflows: testWorkflows }), TestBrowser.start()]);
  const lead = await server.as('process-lead', overleg);
  const start = { workflow: 'vijftig', title: texts[3], startedOn: '2024-01-02' };
  ({ id } = await accepted(lead.post<{ id: string }>('/dossiers', start)));
  const on = { on: '2024-01-02' };
  await accepted(lead.post(`/dossiers/${id}/phases/besluit/starts`, on));
  const proposal = { title: texts[3], url: `https://example.org/${'lang-'.repeat(60)}` };
  await accepted(lead.post(`/dossiers/${id}/gates/besluit/submissions`, { ...on, proposal }));
  const said = { reference: texts[1], reason: texts.join('\n'), decidedOn: '2024-01-09' };
  decide = async (n, body) => {
    const secretary = await server.as('secretary', `gemeente-${n}/college`);
    const path = `/dossiers/${id}/gates/besluit/decisions`;
    return accepted(secretary.post<{ id: string }>(path, { body: `gemeente-${n}/college`, ...said, ...body }));
  };
  const conditions = texts.map((text) => ({ text, effect: 'elaboration', owner: text.slice(0, 200) }));
  const evidence = texts.map((title) => ({ title, url: 'https://example.org/?a=%22%3E%3Cscript%3E' }));
  decision = (await decide(1, { decision: 'agree-with-conditions', conditions, evidence })).id;
  await decide(2, { decision: 'agree-with-remarks', remarks: texts });
  await decide(3, { decision: 'disagree' });
}, 60_000);
afterAll(() => Promise.all([server.stop(), browser.stop()]));

async function windowOfChair(width: number): Promise<Page> {
  const page = await browser.page({ width });
  const [name = '', value = ''] = (await server.cookieOf('chair', overleg)).split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
  return page;
}

describe.each(widths.length > 1 ? [...widths, 320] : [320])('at %i px', (width) => {
  it('every page shows hostile text as text, and stays as wide as the screen', async () => {
    const decided = `${gate()}/besluiten/${decision}`;
    const paths = [
      '/trajecten',
      '/taken',
      `/trajecten/${id}`,
      gate(),
      decided,
      `/trajecten/${id}/logboek`,
      `${gate()}/conclusie`,
      `${gate()}/oplegger`,
    ];
    const page = await windowOfChair(width);
    for (const path of paths) {
      await page.goto(server.url + path);
      expect([path, await overflowing(page)]).toEqual([path, []]);
      expect([path, await axeFindingsOfSome(page)]).toEqual([path, []]);
      expect(await page.locator('script:not([src^="/"]), img, iframe, [onerror]').count()).toBe(0);
      const foreign = await page.locator('form:not([action^="/"]), a[href^="javascript:"]').count();
      expect([path, foreign]).toEqual([path, 0]);
    }
    await page.goto(server.url + decided);
    const shown = await page.locator('main').innerText();
    for (const text of texts) expect(shown).toContain(text);
  });
});

it('the page for a meeting stays one A4, and says how much did not fit', async () => {
  const conditions = Array.from({ length: 6 }, (_, i) => ({ text: `${i} ${texts[3]}`, effect: 'elaboration' }));
  for (const n of [41, 42, 43, 44, 45, 46]) await decide(n, { decision: 'agree-with-conditions', conditions });
  const page = await windowOfChair(1366);
  await page.goto(`${server.url}${gate()}/oplegger`);
  expect(await pagesOf(page)).toBe(1);
  expect(await page.locator('main').innerText()).toMatch(/En nog \d+, die hier niet passen/);
});

it('the whole dossier as one file shows it as text too, and is right', async () => {
  const cookie = await server.cookieOf('chair', overleg);
  const html = await (
    await fetch(`${server.url}/trajecten/${id}/documenten/traject.html`, { headers: { cookie } })
  ).text();
  const page = await browser.page({ width: 1366 });
  await page.setContent(html);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
  expect(await page.locator('script, img, iframe, form, link, [onerror], a[href^="javascript:"]').count()).toBe(0);
  const shown = await page.locator('main').innerText();
  for (const text of texts) expect(shown).toContain(text);
});

it('the door refuses what turns the direction of reading, and addresses that are none', async () => {
  const secretary = await server.as('secretary', 'gemeente-9/college');
  const send = async (more: object) => {
    const body = { body: 'gemeente-9/college', decision: 'agree', decidedOn: '2024-01-09', ...more };
    return (await secretary.post(`/dossiers/${id}/gates/besluit/decisions`, body)).status;
  };
  expect(await send({ reason: 'rechts\u202enaar links' })).toBe(400);
  expect(await send({ evidence: [{ title: 'x', url: 'javascript:alert(1)' }] })).toBe(400);
});

it('a busy database loses nothing that was filled in, and the same form is accepted a moment later', async () => {
  const page = await browser.page({ width: 390 });
  const [name = '', value = ''] = (await server.cookieOf('secretary', 'gemeente-8/college')).split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
  await page.goto(`${server.url}${gate()}/besluit`);
  await page.locator('input[value=agree]').check();
  await page.getByLabel('Datum van het besluit').fill('2024-01-09');
  await page.getByLabel('Toelichting').fill('Lang overwogen.');
  const holder = new (loadSqlite())(join(server.folder, 'sluis.sqlite'));
  holder.exec('BEGIN IMMEDIATE');
  await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('even bezet');
  expect(await page.getByLabel('Toelichting').inputValue()).toBe('Lang overwogen.');
  expect([await axeFindings(page), await overflowing(page)]).toEqual([[], []]);
  holder.exec('ROLLBACK');
  holder.close();
  await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Het besluit is vastgelegd.');
});
