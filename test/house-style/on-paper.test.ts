// The style of a region on what is taken along: its name and its logo stand at the top of a PDF and of a Word file, read by other
// libraries; who hears the PDF read hears the name, and no picture without words.
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withOpenGate } from '../support/drenthe.js';
import { jpeg, png, webp } from '../support/pictures.js';
import { ownPage } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let reader: string;
const name = 'Jeugdhulp <Drenthe> & co';
const path = '/beheer/huisstijl/jeugdhulpregio-drenthe';

beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  reader = await server.cookieOf('reader', abo);
});
afterAll(() => server.stop());

async function styled(logo: Uint8Array | null): Promise<void> {
  const cookie = await server.cookieOf('administrator', null);
  const form = new FormData();
  form.append('naam', name);
  if (logo) form.append('file', new Blob([new Uint8Array(logo)]), 'logo');
  const headers = { ...ownPage, cookie };
  const looked = await fetch(server.url + path, { method: 'POST', body: form, redirect: 'manual', headers });
  const body = new URLSearchParams({ bevestigd: 'ja' });
  const at = looked.headers.get('location') ?? '';
  expect((await fetch(server.url + at, { method: 'POST', body, redirect: 'manual', headers })).status).toBe(303);
}
const bytesOf = async (file: string): Promise<Uint8Array> => {
  const answer = await fetch(`${server.url}/trajecten/${id}/documenten/${file}`, { headers: { cookie: reader } });
  expect([file, answer.status]).toEqual([file, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};

interface Tagged {
  role?: string;
  children?: Tagged[];
}

async function pdf() {
  const document = await getDocument({ data: await bytesOf('oplegger.pdf?moment=instemming') }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const rolesIn = ({ role = '', children = [] }: Tagged): string[] => [role, ...children.flatMap(rolesIn)];
  return {
    pages: document.numPages,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    pictures: (await page.getOperatorList()).fnArray.filter((one) => one === OPS.paintImageXObject).length,
    roles: rolesIn((await page.getStructTree()) as Tagged), // what it calls so
  };
}

async function word(file: string) {
  const buffer = Buffer.from(await bytesOf(file));
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return { html: value, files: Object.keys(unzipSync(buffer)) };
}

it('is not there where a region chose none', async () => {
  const { text, pictures, pages } = await pdf();
  expect([text.includes('Jeugdhulp <'), pictures, pages]).toEqual([false, 0, 1]);
});

it.each([
  ['png', png(180, 60), 1],
  ['jpeg', jpeg(180, 60), 1],
  ['webp', webp(180, 60), 0],
] as const)('has the name and a logo as %s on a PDF of one page and on Word files', async (kind, logo, pictures) => {
  await styled(logo);
  const drawn = await pdf();
  expect(drawn.text.startsWith(name)).toBe(true);
  expect([drawn.pictures, drawn.pages]).toEqual([pictures, 1]);
  expect(drawn.roles).not.toContain('Figure');
  expect(drawn.roles.filter((role) => role === 'H1')).toHaveLength(1);
  for (const file of ['besluitenoverzicht.docx', 'oplegger.docx?moment=instemming']) {
    const { html, files } = await word(file);
    expect(html).toMatch(/^<p>(<img[^>]*>)?<strong>\s*Jeugdhulp &lt;Drenthe&gt; &amp; co<\/strong>/);
    expect([html.includes('<img'), files.includes(`word/media/logo.${kind}`)]).toEqual([pictures > 0, pictures > 0]);
  }
});
