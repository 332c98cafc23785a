// The style of a region: who sets it, what is refused with which sentence, what pages look like before and after it is
// confirmed, and whose pages they are.
import { MoreThan } from 'typeorm';
import { StoredHouseStyle } from '../../src/store/house-style-entity.js';
import { jpeg, png, webp } from '../support/pictures.js';
import { startDrenthe, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const path = '/beheer/huisstijl/jeugdhulpregio-drenthe';

let server: TestServer;
let cookie: string;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  cookie = await server.cookieOf('administrator', null);
});
afterAll(() => server.stop());

async function fill(fields: Record<string, string>, file?: Uint8Array, as = cookie, name = 'logo.png') {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  if (file) form.append('file', new Blob([new Uint8Array(file)]), name);
  const sent = { method: 'POST', body: form, redirect: 'manual', headers: { ...ownPage, cookie: as } } as const;
  const answer = await fetch(server.url + path, sent);
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
}

const fillRight = async (...sent: Parameters<typeof fill>) => {
  const { status, location, text } = await fill(...sent);
  if (status !== 303) throw new Error(textOf(text));
  return location;
};
const stylesIn = (text: string) => [...text.matchAll(/href="(\/huisstijl\/[^"]+\.css)"/g)].map(([, one = '']) => one);
const logoIn = (text: string) => /<img class="sluis-brand__logo" src="([^"]+)"/.exec(text)?.[1] ?? null;
const asset = (at: string) => fetch(server.url + at);

it('is for who gives roles, and for nobody else', async () => {
  const lead = await server.cookieOf('process-lead', abo);
  expect((await look(path, lead)).status).toBe(403);
  expect((await fill({ naam: 'Gekaapt' }, png(40, 40), lead)).status).toBe(403);
  expect((await fill({ naam: 'Gekaapt' }, png(40, 40), '')).status).not.toBe(200);
  expect((await look('/beheer/huisstijl/nergens', cookie)).status).toBe(404);
  expect((await look('/beheer', cookie)).text).toContain('href="/beheer/huisstijl"');
  expect((await look('/beheer/huisstijl', cookie)).text).toContain(path);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
it.each<[what: string, file: Buffer, sentence: string]>([
  ['an SVG', Buffer.from(svg), 'Dit is een SVG, hoe het bestand ook heet.'],
  ['an SVG behind other text', Buffer.from(`\uFEFF<?xml version="1.0"?><!-- x -->\n${svg}`), 'Dit is een SVG'],
  ['an SVG in two bytes a letter', Buffer.from(svg, 'utf16le'), 'Dit is een SVG'],
  ['a script', Buffer.from('alert(document.cookie)'), 'Dit is geen PNG, JPEG of WebP, hoe het bestand ook heet.'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'Dit is geen PNG, JPEG of WebP'],
  ['a picture of another kind', Buffer.from('474946383961', 'hex'), 'Dit is geen PNG, JPEG of WebP'],
  ['a picture with a page behind it', Buffer.concat([png(40, 40), Buffer.from('<script>')]), 'Dit beeld is niet heel'],
  ['half a picture', png(40, 40).subarray(0, 60), 'Dit beeld is niet heel'],
  ['a head alone', Buffer.from('89504e470d0a1a0a', 'hex'), 'Dit beeld is niet heel'],
  ['a JPEG that stops', jpeg(40, 40).subarray(0, 25), 'Dit beeld is niet heel'],
  ['one that moves', webp(40, 40, true), 'Dit beeld is niet heel, of beweegt.'],
  ['one that is too wide', png(2_001, 16), 'Dit beeld is 2.001 bij 16 pixels groot.'],
  ['a bomb', jpeg(60_000, 60_000), 'Dit beeld is 60.000 bij 60.000 pixels groot.'],
  ['one that nobody sees', png(1, 1), 'Dit beeld is 1 bij 1 pixels groot.'],
  ['one that is too large', Buffer.concat([png(40, 40), Buffer.alloc(200_000)]), 'Kies een logo van hoogstens 200 kB.'],
  ['nothing', Buffer.alloc(0), 'Dit bestand is leeg.'],
])('refuses %s as a logo, with its own sentence', async (_, file, sentence) => {
  const { status, text } = await fill({ naam: 'Regio', kleur: '#154273' }, file);
  expect([status, textOf(text)]).toEqual([400, expect.stringContaining(sentence)]);
  expect(text).toContain('value="Regio"');
});

it('says of a colour that cannot be read how much it lacks, and which one near it can; a logo that was chosen stays', async () => {
  const { status, text } = await fill({ naam: 'Regio', kleur: '#ffd700' }, png(64, 32));
  expect(status).toBe(400);
  const [, contrast, nearest = ''] =
    /contrast van ([\d,]+) : 1; nodig is 4,5 : 1\. .* is (#[\da-f]{6})/.exec(text) ?? [];
  expect(contrast).toBe('1,33');
  const again = await fill({ ...hiddenIn(text), naam: 'Regio', kleur: nearest });
  expect(again.status).toBe(303);
  const shown = await look(again.location, cookie);
  expect(textOf(shown.text)).toMatch(/ten minste een contrast van 4,5\d?.:.1/);
  expect(logoIn(shown.text)).not.toBeNull();
  expect((await fill({ naam: 'x'.repeat(61) })).text).toContain('hoogstens 60 tekens');
  expect((await fill({ kleur: 'groen' })).text).toContain('Dit is geen kleur.');
});

it('is on the page on which it is looked at, and on that of others once it is confirmed', async () => {
  const secretary = await server.cookieOf('secretary', 'assen/college');
  const at = await fillRight({ naam: 'Jeugd <b>Drenthe</b>', kleur: '#154273' }, png(200, 80));
  const preview = await look(at, cookie);
  expect(preview.text).toContain('Jeugd &lt;b&gt;Drenthe&lt;/b&gt;');
  expect(stylesIn(preview.text)).toHaveLength(1);
  expect(stylesIn((await look('/taken', secretary)).text)).toEqual([]);
  const before = await server.sluis.security.write().then(() => kinds());
  expect((await send(at, cookie, { bevestigd: 'ja' })).location).toBe(`${path}?bewaard=ja`);
  expect((await send(at, cookie, { bevestigd: 'ja' })).location).toBe(`${path}?bewaard=ja`); // twice is once
  expect((await kinds()) - before).toBe(1);
  const { text } = await look('/taken', secretary);
  const [styles = ''] = stylesIn(text);
  const logo = logoIn(text) ?? '';
  const css = await asset(styles);
  expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(await css.text()).toContain('--voorbeeld-kleuren-violet-500:#154273');
  const picture = await asset(logo);
  expect(Buffer.from(await picture.arrayBuffer()).equals(png(200, 80))).toBe(true);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  expect(picture.headers.get('cache-control')).toContain('immutable');
  expect(text).not.toMatch(/<style|\sstyle=/);
  expect((await look('/taken', secretary)).text.indexOf('/sluis-')).toBeLessThan(text.indexOf(styles));
  for (const odd of [
    styles.replace('.css', '.png'),
    logo.replace(/drenthe.\d+/, 'drenthe/99'),
    `${styles}x`,
    '/huisstijl/x/1/y.css',
  ])
    expect([odd, (await asset(odd)).status]).toEqual([odd, 404]);
});

const kinds = async (): Promise<number> => {
  const rows = await server.sluis.reader.rows('SELECT sequence FROM security_entry WHERE kind = ?', ['HouseStyleSet']);
  return rows.length;
};

it('keeps the logo where only the name changes, and is as Sluis again where everything is left out', async () => {
  const form = await look(path, cookie);
  const renamed = await fillRight({ ...hiddenIn(form.text), naam: 'Anders', kleur: '' });
  expect((await send(renamed, cookie, { bevestigd: 'ja' })).status).toBe(303);
  const after = (await look('/taken', cookie)).text;
  expect([logoIn(after) !== null, stylesIn(after)]).toEqual([true, []]);
  const plain = await fillRight({ ...hiddenIn((await look(path, cookie)).text), zonder: 'ja' });
  expect(textOf((await look(plain, cookie)).text)).toContain('weer uit zoals Sluis zelf');
  await send(plain, cookie, { bevestigd: 'ja' });
  expect(logoIn((await look('/taken', cookie)).text)).toBeNull();
});

it('is not confirmed over one that another confirmed meanwhile', async () => {
  const [mine, theirs] = [await fillRight({ naam: 'Van mij' }), await fillRight({ naam: 'Van hen' })];
  expect((await send(theirs, cookie, { bevestigd: 'ja' })).status).toBe(303);
  const late = await send(mine, cookie, { bevestigd: 'ja' });
  expect([late.status, textOf(late.text)]).toEqual([409, expect.stringContaining('Er is niets veranderd')]);
  expect(textOf((await look('/taken', cookie)).text)).toContain('Van hen');
});

it('is that of the region of a dossier and of who looks, and no other', async () => {
  const dossier = await startDrenthe(server);
  const own = await server.cookieOf('secretary', 'emmen/college');
  const elsewhere = await server.cookieOf('process-lead', 'twente/overleg');
  const name = async (at: string, as: string) => textOf((await look(at, as)).text).includes('Van hen');
  expect(await name(`/trajecten/${dossier}`, own)).toBe(true);
  expect(await name('/taken', own)).toBe(true);
  expect(await name('/taken', elsewhere)).toBe(false);
  expect(await name('/aanmelden', '')).toBe(true); // the only one there is
});

it('a style that was only looked at makes way for others, and is gone after a week', async () => {
  for (let i = 0; i < 25; i++) await fillRight({ naam: `Keer ${i}` });
  const left = async () =>
    (await server.sluis.reader.rows('SELECT version FROM house_style WHERE confirmed_at IS NULL')).length;
  expect(await left()).toBe(20);
  const weekAgo = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await server.sluis.work.do(({ manager }) =>
    manager.update(StoredHouseStyle, { version: MoreThan(0) }, { proposedAt: weekAgo }),
  );
  await server.sluis.tidying.tidy();
  expect(await left()).toBe(0);
  expect(textOf((await look('/taken', cookie)).text)).toContain('Van hen');
});

it('a change of the reminders of a region is in the security log', async () => {
  await withOpenGate(server);
  const lead = await server.cookieOf('process-lead', abo);
  const at = '/herinneringen/jeugdhulpregio-drenthe';
  const tekst = 'Geachte {naam}, zie {link}.';
  expect((await send(at, lead, { aan: 'ja', voor: '10, 5', na: '2', overzicht: 'ja', tekst })).status).toBe(303);
  expect((await send(at, lead, { aan: 'nee', voor: '', na: '', overzicht: 'nee', tekst })).status).toBe(303);
  const log = textOf((await look('/beveiligingslogboek?soort=RemindersSet', cookie)).text);
  expect(log).toContain(
    'van jeugdhulpregio-drenthe: aan, 10, 5 dagen voor de termijn, 2 dagen erna, met een weekoverzicht',
  );
  expect(log).toContain('van jeugdhulpregio-drenthe: uit');
  expect(log).not.toContain('Geachte');
});

it('stays after a restart', async () => {
  await server.stop({ keep: true });
  server = await TestServer.start({ folder: server.folder });
  expect(textOf((await look('/aanmelden', '')).text)).toContain('Van hen');
});
