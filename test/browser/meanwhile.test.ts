// Two people at one gate, in a real browser with scripts off: what is confirmed is what was shown, and a form that somebody
// may no longer send is read and copied.
import type { Page } from 'playwright-core';
import { accepted, agree, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { axeFindingsOfSome, overflowing, TestBrowser, widths } from '../support/browser.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let browser: TestBrowser;
let id: string;
const gate = () => `/trajecten/${id}/momenten/instemming`;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), TestBrowser.start()]);
}, 60_000);
beforeEach(async () => {
  id = await withOpenGate(server);
  await agree(server, id);
});
afterAll(() => Promise.all([server.stop(), browser.stop()]));

async function open(path: string, cookie: string, width: number): Promise<Page> {
  const page = await browser.page({ width });
  await signIn(page, cookie);
  await page.goto(server.url + path);
  return page;
}

async function signIn(page: Page, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: server.url }]);
}

const sound = async (page: Page) => expect([await overflowing(page), await axeFindingsOfSome(page)]).toEqual([[], []]);

describe.each(widths)('at %i px', (width) => {
  it('the chair is shown that a college decided otherwise before the conclusion is recorded', async () => {
    const page = await open(`${gate()}/conclusie`, await server.cookieOf('chair', abo), width);
    await page.locator('input[name=ruling][value=go]').check();
    await page.locator('input[name=ruledOn]').fill('2024-05-20');
    await page.locator('form.sluis-form > .sluis-actions > button').click();
    const [revises] = (await gateOf(server, id)).decisions.filter(({ body }) => body === 'emmen/college');
    const remark = '</ul><b>Let op</b> & "Ω" שלום';
    const again = { decision: 'agree-with-remarks', remarks: [remark], decidedOn: '2024-05-02', revises: revises?.id };
    await accepted(decide(server, id, 'emmen', again));
    await page.getByRole('button', { name: 'Conclusie vastleggen' }).click();
    expect((await gateOf(server, id)).rulings).toEqual([]);
    const told = page.getByRole('alert');
    expect(await told.locator('li').first().innerText()).toBe(
      'College van Emmen: akkoord (voorlopig) → akkoord met aandachtspunten (voorlopig)',
    );
    expect(await told.innerText()).toContain('Wat u invulde is nog niet vastgelegd.');
    expect(await page.locator('main').innerText()).toContain('20 mei 2024');
    await sound(page);
    await Promise.all([
      page.waitForURL(/vastgelegd=/),
      page.getByRole('button', { name: 'Conclusie vastleggen' }).click(),
    ]);
    expect((await gateOf(server, id)).rulings[0]?.ruling).toBe('go');
  });

  it('who goes back after a conclusion reads that it was recorded, and back in the form nothing is sent again', async () => {
    const page = await open(`${gate()}/conclusie`, await server.cookieOf('chair', abo), width);
    await page.locator('input[name=ruling][value=go]').check();
    await page.locator('input[name=ruledOn]').fill('2024-05-20');
    const next = async (button: string, address: RegExp) =>
      Promise.all([page.waitForURL(address), page.getByRole('button', { name: button, exact: true }).click()]);
    await next('Controleren', /\?controle=/);
    await page.reload(); // which asks nothing
    await sound(page);
    await next('Conclusie vastleggen', /\?vastgelegd=/);
    await page.goBack();
    expect(await page.locator('h1').innerText()).toBe('Dit is al vastgelegd');
    await sound(page);
    await page.getByRole('link', { name: 'Bekijk wat is vastgelegd' }).click();
    expect(page.url()).toMatch(/\?vastgelegd=/);
    expect((await gateOf(server, id)).rulings).toHaveLength(1);
  });

  it('what was typed is there to copy when another account is signed in, and back in the form with the own one', async () => {
    const chair = await server.cookieOf('chair', abo);
    const page = await open(`${gate()}/wie-besluiten`, chair, width);
    const reason = '</textarea><script>document.title = "weg"</script>\nTwee regels & "meer".';
    await page.locator('input[name=on]').fill('2024-05-20');
    await page.locator('textarea[name=reason]').fill(reason);
    await page.locator('textarea[name=ground]').fill('Verzonnen: artikel 12');
    await page.locator('input[name=notifiedOn]').fill('2024-05-20');
    await page.locator('select[name="meeting/form"]').selectOption('session');
    await signIn(page, await server.cookieOf('reader', abo)); // in another tab
    await page.locator('form.sluis-form > .sluis-actions > button').click();
    expect(await page.locator('main').innerText()).toContain('Er is niets vastgelegd.');
    expect(await page.locator('main dd .sluis-lines').allInnerTexts()).toContain(reason);
    await sound(page);
    await signIn(page, chair);
    await page.getByRole('button', { name: 'Terug naar het formulier' }).click();
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe(reason);
  });
});
