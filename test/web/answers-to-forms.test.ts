// What a browser gets for a form that it sends: another address to ask for, or the form as it was filled in with what is wrong.
// Never a page, which going back would send once more. On every page that is looked at in a browser, and behind its buttons.
import { buttonsIn, formsIn, type SentForm } from '../support/forms-in.js';
import { statesOn, type Stage } from '../support/page-states.js';
import { ownPage } from '../support/pages.js';
import { furtherOn, muchChanged, openedAgain } from '../support/staged.js';
import { demonstrationHere } from '../support/visitor.js';

let stage: Stage;
let forms: Found[];

beforeAll(async () => {
  const place = await demonstrationHere('2024-05-15T09:00:00Z');
  stage = { place, second: await furtherOn(place), third: await muchChanged(place), fourth: await openedAgain(place) };
  forms = await everyForm();
}, 120_000);
afterAll(() => stage.place.stop());

/** Which buttons are answered by a page after all, and why going back over it does no harm. */
const answered: [button: RegExp, why: string][] = [
  [/ meer,/, 'the form comes back with room for more: nothing was recorded, and it has its key'],
];
/** What was sent, and is another each time a page is made. */
const ofThePage = /^(sleutel|gelezen|gezien|shownAt|bevestigd)$/;

const cookies = new Map<string, string>();
async function cookieOf(name: string | undefined): Promise<string> {
  if (name === undefined) return '';
  const known = cookies.get(name);
  if (known !== undefined) return known;
  const body = new URLSearchParams({ email: `${name}@demo.example`, password: 'demonstratie-sluis' });
  const answer = await fetch(`${stage.place.base}/aanmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: sender(),
    body,
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  cookies.set(name, cookie);
  return cookie;
}
/** Which forms that ask something are not kept while they are filled in, and why. */
const notKept: [action: RegExp, why: string][] = [
  [/^\/aanmelden/, 'asks a password'],
  [/^\/account$/, 'asks a password'],
  [/^\/account\/telefoon$/, 'is one number, and stands beside a password'],
  [/^\/account\/tweede-stap$/, 'asks a code'],
  [/^\/agenda$/, 'is one choice from a list'],
];
const sender = () => ({ ...ownPage, origin: stage.place.base });

async function look(path: string, cookie: string): Promise<string> {
  const url = new URL(path, stage.place.base);
  const answer = await fetch(url, { headers: { accept: 'text/html', cookie } });
  return (answer.headers.get('content-type') ?? '').startsWith('text/html') ? answer.text() : '';
}

interface Found extends SentForm {
  who: string | undefined;
  /** The page on which it was seen. */
  seenAt: string;
}

/** Each form once, however many of its kind there are. */
async function everyForm(): Promise<Found[]> {
  const found = new Map<string, Found>();
  const seen = new Set<string>();
  const visit = async (path: string, who: string | undefined, deep: boolean): Promise<void> => {
    if (seen.has(`${who} ${path}`)) return;
    seen.add(`${who} ${path}`);
    const page = await look(path, await cookieOf(who));
    for (const form of formsIn(page, path)) {
      const kind = `${kindOf(form.action)} ${form.button}`;
      if (!found.has(kind)) found.set(kind, { ...form, who, seenAt: path });
    }
    if (deep) for (const href of buttonsIn(page)) if (href.startsWith('/')) await visit(href, who, false);
  };
  for (const state of statesOn(() => stage)) await visit(state.at().replace(stage.place.base, ''), state.who, true);
  const people = await look('/mensen', await cookieOf('beheerder'));
  for (const [href] of [...people.matchAll(/\/mensen\/[0-9a-f-]{36}/g)].slice(0, 3))
    await visit(href, 'beheerder', true);
  return [...found.values()].sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
}

/** What ends what the others need. */
const isLast = ({ action }: SentForm): boolean => action.includes('afmelden');

const kindOf = (action: string): string =>
  action
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id')
    .replace(/trajecten\/[^/]+/, 'trajecten/:id');

/** What most forms ask that begins empty: why, and a day. */
const isEmpty = ([name, value]: [string, string]): boolean =>
  value === '' && /(^|\/)(reason|on|until|from)$/.test(name);

const post = async (action: string, fields: [string, string][], cookie: string): Promise<Response> =>
  fetch(new URL(action, stage.place.base), {
    ...{ method: 'POST', redirect: 'manual', headers: { ...sender(), cookie } },
    body: new URLSearchParams(fields),
  });

async function answerTo({ action, fields, who }: Found): Promise<string | null> {
  const cookie = await cookieOf(who);
  const answer = await post(action, fields, cookie);
  if (answer.status === 303) return null;
  if (answer.status >= 400 && fields.some(isEmpty)) {
    const more = fields.map((one): [string, string] =>
      isEmpty(one) ? [one[0], one[0].endsWith('reason') ? 'Zo besloten.' : '2024-05-15'] : one,
    );
    const { status } = await post(action, more, cookie);
    if (status !== 303 && status < 400) return `${status} with more filled in`;
  }
  const page = await answer.text();
  if (answer.status < 400) return `${answer.status}`;
  if (answer.status >= 500) return `${answer.status}`;
  const back = formsIn(page, action).map(({ fields: own }) => new Map(own));
  const lost = fields.filter(
    ([name, value]) => value !== '' && !ofThePage.test(name) && !back.some((own) => own.get(name) === value),
  );
  if (back.length === 0) return `${answer.status} without the form`;
  return lost.length > 0 ? `${answer.status} without ${lost.map((one) => one.join('=')).join('&')}` : null;
}

/** Something that can be typed in one of its fields. */
const mark = 'Half ingevuld';
const typedIn = (fields: SentForm['fields'], asks: string[]): string | undefined =>
  asks.find(
    (name) => /reden|reason|tekst|text|title|naam|name|bron|source|sheet|adres/i.test(name) && !name.includes('file'),
  ) ?? asks.find((name) => fields.some(([one, value]) => one === name && value === ''));

it('every form that asks something holds what was filled in when one comes back, until one begins with it empty', async () => {
  const asking = forms.filter(({ asks, action }) => asks.length > 0 && !action.includes('#'));
  const lacking = asking.filter(({ keptAt, action }) => keptAt === null && !notKept.some(([at]) => at.test(action)));
  expect(lacking.map(({ action }) => action)).toEqual([]);
  const wrong: string[] = [];
  const places = new Set<string>();
  for (const { who, action, keptAt, fields, asks, button, seenAt } of asking) {
    if (keptAt === null || places.has(keptAt) || /[^=]wijzigen|verwijderen/.test(button)) continue;
    places.add(keptAt);
    const name = typedIn(fields, asks);
    if (name === undefined) continue;
    const cookie = await cookieOf(who);
    const sent = [...fields.filter(([one]) => one !== name), [name, mark] satisfies [string, string]];
    const kept = await post(keptAt, sent, cookie);
    const there = await look(seenAt, cookie);
    const emptied = await post(keptAt.replace('?', '/weg?'), [], cookie);
    const after = await look(emptied.headers.get('location') ?? '', cookie);
    const told = [
      kept.status,
      there.includes(mark),
      there.includes('Leeg beginnen'),
      emptied.status,
      after.includes(mark),
    ];
    if (told.join() !== '204,true,true,303,false') wrong.push(`${who} ${action} ${name}: ${told.join()}`);
  }
  expect(wrong).toEqual([]);
  expect(places.size).toBeGreaterThan(25);
}, 120_000);

it('every form of every page is answered by another address, or comes back as it was filled in', async () => {
  expect(forms.length).toBeGreaterThan(40);
  const wrong: string[] = [];
  const used = new Set<string>();
  for (const form of forms) {
    const name = `${kindOf(form.action)} ${form.button}`;
    const said = await answerTo(form);
    const exception = answered.find(([button]) => button.test(name));
    if (said !== null && exception) used.add(exception[1]);
    if (said !== null && !exception) wrong.push(`${form.who} ${name}: ${said}`);
  }
  expect(wrong).toEqual([]);
  for (const one of ['/mensen/:id/link ', '/mensen/:id/wissen ', '/trajecten/:id/stoppen '])
    expect(forms.map(({ action, button }) => `${kindOf(action)} ${button}`)).toContain(one);
  expect([...used]).toEqual(answered.map(([, why]) => why));
}, 120_000);
