// Of what somebody can do here at most one is a filled button: what is the only one, or what a day puts first.
import { createElement } from 'react';
import { drawn } from '../../src/http/page/answer.js';
import { Controls, type Control } from '../../src/web/pages/controls.js';
import { languages } from '../../src/wording/wording.js';

const filled = (days: readonly Control['day'][]): string => {
  const controls = days.map((day, n) => ({ label: `Stap ${n}`, href: `/stap-${n}`, why: null, day }));
  const page = drawn(createElement(Controls, { controls }), languages.nl);
  return [...page.matchAll(/nl-button--primary" href="\/stap-(\d)"/g)].map(([, n]) => n).join();
};

it.each([
  ['the only turn', [null], '0'],
  ['a turn with a day before one that is open', ['2024-05-01', null], '0'],
  ['a turn with a day before a later one', ['2024-05-01', '2024-05-02'], '0'],
  ['none of turns on one day', ['2024-05-01', '2024-05-01'], ''],
  ['none of turns that are all open', [null, null, null], ''],
  ['the first of what is no turn', [undefined, undefined], '0'],
] as const)('%s is filled', (_, days, expected) => {
  expect(filled(days)).toBe(expected);
});
