// The documents of a dossier that people take along, reopened by other libraries: they say what the pages say, of the day that is
// looked at, and no more than their reader may know.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { accepted, decide, withOpenGate } from '../support/drenthe.js';
import { textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let cookie: string;
beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  const conditions = [{ text: 'Eerst geld & <rust>.', effect: 'elaboration' }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
  await accepted(decide(server, id, 'meppel', { decision: 'disagree', reason: 'Te duur.' }));
  cookie = await server.cookieOf('reader', abo);
});
afterAll(() => server.stop());

const get = (path: string) => fetch(`${server.url}/trajecten/${id}${path}`, { headers: { cookie } });
const bytesAt = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());

interface Tagged {
  role?: string;
  children?: Tagged[];
}

describe('the one page for a meeting as PDF', () => {
  const path = '/documenten/oplegger.pdf?moment=instemming';

  it('has a title, a language and a structure, and says what the page says', async () => {
    const pdf = await getDocument({ data: await bytesAt(path) }).promise;
    expect(pdf.numPages).toBe(1);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> }; // it says no more of it
    expect(info).toMatchObject({ Language: 'nl' });
    expect(String(info.Title)).toMatch(/^Oplegger voor het ABO/);
    const page = await pdf.getPage(1);
    const roles: string[] = [];
    const look = ({ role, children = [] }: Tagged) => {
      if (role !== undefined) roles.push(role);
      children.forEach(look);
    };
    look((await page.getStructTree()) as Tagged); // what it calls so
    expect(new Set(roles)).toEqual(
      new Set(['Root', 'Document', 'P', 'H1', 'H2', 'H3', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']),
    );
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ');
    const shown = textOf(await (await get('/momenten/instemming/oplegger')).text()).replace(/\s+/g, ' ');
    expect(text).toContain('Eerst geld & <rust>.');
    const main = shown.slice(shown.indexOf('Wat er van u wordt gevraagd'), shown.indexOf('Hulp Contact'));
    for (const word of new Set(main.split(' '))) expect(text).toContain(word);
  });

  it('is of the day that is looked at, in its name, and in the security log', async () => {
    const answer = await get(`${path}&asOf=2024-04-12`);
    expect(answer.headers.get('content-disposition')).toContain('stand van 2024-04-12.pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const administrator = await server.person({ role: 'administrator' });
    const { body } = await administrator.get<{ entries: object[] }>('/security-log?kind=RecordExported');
    expect(JSON.stringify(body)).toContain(`oplegger.pdf ${id}`);
  });

  it('draws beside the server, which answers meanwhile', async () => {
    let done = false;
    const drawing = Promise.all([1, 2, 3, 4].map(() => bytesAt(path))).then(() => (done = true));
    const waits: number[] = [];
    while (!done) {
      const begun = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      waits.push(performance.now() - begun);
    }
    await drawing;
    expect(waits.length).toBeGreaterThan(10);
  });
});

it.each(['oplegger.pdf', 'oplegger.docx', 'constructor', 'oplegger.pdf?moment=zomaar'])(
  '%s is not found',
  async (file) => {
    expect((await get(`/documenten/${file}`)).status).toBe(404);
  },
);
