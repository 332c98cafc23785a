// Plays the story of the first release over HTTP with the extra rows said in every command, and tells what came of them: in
// each event, in the log, and in the description of the API.
import { rmSync } from 'node:fs';
import './extra-rows.mjs';
import { whole } from '../fixtures/first-release/story/whole.mjs';
import { TodaysWorld } from './todays-world.mjs';

const said = {
  trialDay: '2018-02-03',
  trialText: 'Een proef met <b>tekens</b>.',
  trialList: ['Eerste proefpunt.', 'Tweede proefpunt.'],
};

/** What the story calls otherwise than the API of today. */
const nouns = { start: 'starts', complete: 'completions', rework: 'reworks', stop: 'stops', end: 'endings' };
const today = (path) => path.replace(/[^/]+$/, (last) => nouns[last] ?? last);
/** The newest versions that there were when the story was written: every other plan had one. */
const versions = { 'drenthe-robuuste-regio': 2 };
const isCommand = (path) => path.startsWith('/dossiers');

/** In every group and list of a request too, where those have tables of their own. */
const withRows = (body) => {
  const more = { ...body, ...said };
  for (const name of ['meeting', 'release']) if (body[name]) more[name] = { ...body[name], ...said };
  if (body.conditions) more.conditions = body.conditions.map((one) => ({ ...one, ...said }));
  return more;
};

const world = await TodaysWorld.open();
/** The dossiers, each with the token of who leads it. */
const dossiers = new Map();
const post = world.post.bind(world);
world.post = async (token, path, body, headers) => {
  const then = path === '/dossiers' ? { version: versions[body.workflow] ?? 1, ...body } : body;
  const answer = await post(token, today(path), isCommand(path) ? withRows(then) : then, headers);
  if (path === '/dossiers') dossiers.set(answer.id, token);
  return answer;
};
await whole(world);

const events = [];
const logs = [];
for (const [dossier, token] of dossiers) {
  for (let more = ''; more !== null;) {
    const { items, next } = await world.get(token, `/dossiers/${dossier}/events?limit=1000${more}`);
    events.push(...items);
    more = next === null ? null : `&cursor=${next}`;
  }
  const cookie = await cookieOf(token);
  for (let path = `/trajecten/${dossier}/logboek`; path;) {
    const text = await page(path, cookie);
    logs.push(text);
    path = /href="([^"]*logboek[^"]*)"[^>]*>[^<]*[Oo]uder/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
}
const description = await (await fetch(`${world.url}/openapi.json`)).json();

/** The dossier whose first gate lies open, and who decides there. */
const [, open] = [...dossiers.keys()];
const gate = `/trajecten/${open}/momenten/instemming`;
const secretary = await cookieOf(await world.as('secretary', 'noordenveld/college'));
const send = (path, fields) =>
  fetch(`${world.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: secretary,
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });
const filled = {
  ...{ body: 'noordenveld/college', decision: 'agree', decidedOn: '2025-06-24', trialDay: '2018-02-03' },
  ...{ trialText: 'Uit het formulier.', 'trialList/0': 'Een.', 'trialList/1': 'Twee.' },
};
const form = await page(`${gate}/besluit?orgaan=noordenveld/college`, secretary);
const wrong = await (await send(`${gate}/besluit`, { ...filled, trialDay: '2018-02-31' })).text();
const sent = await send(`${gate}/besluit`, filled);
const receipt = sent.headers.get('location') ?? (await sent.text());
const decided = receipt.split('?')[0].split('/').at(-1);
const pages = {
  ...{ form, wrong, receipt: await page(receipt, secretary) },
  correction: await page(`${gate}/besluit?corrigeert=${decided}`, secretary),
};
const refused = await fetch(`${world.url}/api/v1/dossiers/${open}/gates/instemming/decisions`, {
  method: 'POST',
  headers: { authorization: `Bearer ${dossiers.get(open)}`, 'content-type': 'application/json' },
  body: JSON.stringify({
    body: 'emmen/college',
    decision: 'agree',
    decidedOn: '2025-06-24',
    trialDay: 7,
    trialList: [''],
  }),
});
const { schemas } = description.components;
process.stdout.write(JSON.stringify({ events, logs, schemas, pages, refusal: await refused.json() }));
await world.close();
rmSync(world.folder, { recursive: true });

async function cookieOf(token) {
  const { id } = [...world.people.values()].find((one) => one.token === token);
  return `sluis=${await world.signIn(id, 'cookie')}`;
}

async function page(path, cookie) {
  return (await fetch(`${world.url}${path}`, { headers: { cookie } })).text();
}
