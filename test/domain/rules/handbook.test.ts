// What the handbook says that abstaining does to a count, played as it stands on the page: a rule for every row; and how it
// says that each rule is written.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../../src/domain/rule.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { quorum } from '../../../src/domain/rules/quorum.js';
import { responded } from '../../../src/domain/rules/responded.js';
import { share } from '../../../src/domain/rules/share.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { veto } from '../../../src/domain/rules/veto.js';
import { explain, rules, scope } from '../../support/stands.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/handboek/besluitregels.md'), 'utf8');
/** The paragraphs of a chapter, and the rows of its table. */
function chapter(title: string): [paragraphs: string[], rows: string[][]] {
  const paragraphs = (page.split(`\n## ${title}\n\n`)[1]?.split('\n## ')[0] ?? '').split('\n\n');
  const lines = paragraphs.filter((part) => part.startsWith('|')).flatMap((table) => table.trim().split('\n').slice(2));
  const cells = (line: string) => line.split('|').slice(1, -1);
  return [paragraphs, lines.map((line) => cells(line).map((cell) => cell.trim()))];
}

const [[sentence = ''], rows] = chapter('Onthouden');

const of = 'bodies';
const named: Record<string, Rule> = {
  unanimiteit: unanimity(of),
  'drempel van 2': threshold(2, of),
  'drempel van 3': threshold(3, of),
  'aandeel van 2/3 van allen': share(2, 3, of),
  'aandeel van 2/3 onder wie besloot': share(2, 3, of, { among: 'decided' }),
  'meer dan 2/3 onder wie besloot': share(2, 3, of, { among: 'decided', least: 'more-than' }),
  'meerderheid van allen': majority(of),
  'meerderheid onder wie besloot': majority(of, 'decided'),
  'drempel van 2, en een veto van ieder': veto(of, threshold(2, of)),
  'drempel van 2, en een quorum van 4': quorum(4, of, threshold(2, of)),
  gereageerd: responded(of),
};
const signs: Record<string, string> = { akkoord: '+', 'niet akkoord': '-', onthouden: 'o' };
const outcomes: Record<string, string> = { go: 'go', 'geen go': 'no-go' };

it('says in one sentence what abstaining does, and shows it for every rule that it names', () => {
  expect([sentence, sentence.match(/[.?!](?=\s|$)/g)]).toEqual([sentence, ['.']]);
  expect([...new Set(rows.map(([rule = '']) => rule))].sort()).toEqual(Object.keys(named).sort());
});

it.each(rows)('%s: %s, %s, %s, %s is %s', (rule, ...said) => {
  const outcome = said.pop() ?? '';
  const row = said.map((one) => signs[one]).join('');
  const { outcome: found, certain } = explain(named[rule] ?? unanimity(of), row);
  expect([rule, found, certain]).toEqual([rule, outcomes[outcome], true]);
});

describe('how a rule is written', () => {
  const [paragraphs, written] = chapter('Hoe een regel is geschreven');
  const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  /** Of what a parameter may be it says that after a colon. */
  const namesIn = (cell = '') => cell.split('; ').flatMap((part) => codes(part.split(':')[0]));

  it('stands there for every rule, with what it takes and what may be left out', () => {
    const told = written.map(([rule, takes, may]) => [codes(rule), namesIn(takes).sort(), namesIn(may).sort()]);
    const taken = [...rules.values()].map(({ name, takes, may = {} }) => [
      [name],
      Object.keys(takes).sort(),
      Object.keys(may).sort(),
    ]);
    expect(told).toEqual(taken.sort(([[a = ''] = []], [[b = ''] = []]) => a.localeCompare(b)));
  });

  it('is shown by a rule that can be used so', () => {
    const example = paragraphs.find((part) => part.startsWith('```json')) ?? '';
    const rule = JSON.parse(example.split('\n').slice(1, -1).join('\n')) as Rule;
    expect(rule).toEqual(share(2, 3, 'colleges', { among: 'decided' }));
    expect(scope('...').faults({ ...rule, of: 'bodies' } as Rule)).toEqual([]);
  });
});
