// What the address of a look ahead asks: only what can be reckoned with, and of the rest it is said that it was left out.
import { loadPlans } from '../../src/app/plan-catalogue.js';
import { whatIfIn } from '../../src/web/dossier/what-if.js';
import { testWorkflows } from '../support/workflows.js';

const plan = (await loadPlans(testWorkflows)).get('raadstraject', 1, '');
const asked = (query: string) => whatIfIn(Object.fromEntries(new URLSearchParams(query)), plan, '2024-04-29');
const body = 'later=oost%2Fcollege';
const put = 'voorleggen=ontwerp';

it.each([
  ['a number of meetings', `${body}&vergaderingen=2`, [{ body: 'oost/college', gate: null, meetings: 2 }], {}, null],
  ['one meeting where none is said', body, [{ body: 'oost/college', gate: null, meetings: 1 }], {}, null],
  ['a day', `${put}&op=2024-04-29`, [], { ontwerp: '2024-04-29' }, null],
  ['a chance', 'kans=0', null, null, 0],
])('%s is reckoned with', (_, query, later, putOn, percent) => {
  const { assumptions, bad, chance } = asked(query);
  expect([bad, assumptions?.later ?? null, assumptions?.putOn ?? null]).toEqual([[], later, putOn]);
  expect(chance?.latePercent ?? null).toBe(percent);
});

it.each([
  [`${body}&vergaderingen=-1`, ['meetings']],
  [`${body}&vergaderingen=10`, ['meetings']],
  [`${body}&vergaderingen=1000000000`, ['meetings']],
  [put, ['on']],
  [`${put}&op=2024-02-30`, ['on']],
  [`${put}&op=0001-01-01`, ['on']],
  [`${put}&op=2024-04-28`, ['on']],
  ['kans=200', ['chance']],
  ['kans=abc', ['chance']],
  ['kans=', ['chance']],
  ['later=niemand&vergaderingen=-1&voorleggen=__proto__&nogo=constructor', []],
])('of %s nothing is reckoned, and it is said', (query, bad) => {
  const found = asked(query);
  expect([found.bad, found.assumptions, found.chance]).toEqual([bad, null, null]);
});
