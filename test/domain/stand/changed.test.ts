// Which difference with how a body stood at a conclusion is a change, and which says nothing.
import { differing } from '../../../src/domain/stand/changed.js';
import type { StoodBody } from '../../../src/domain/dossier/state.js';

const stood = (said: Partial<StoodBody> & Pick<StoodBody, 'side'>): StoodBody => ({
  body: 'oost/college',
  option: null,
  against: [],
  ...said,
});
const forIt = stood({ side: 'for' });

it.each<[string, StoodBody[], StoodBody[], boolean]>([
  ['the same', [forIt], [forIt], false],
  ['another side', [forIt], [stood({ side: 'against' })], true],
  ['for, and undecided now', [forIt], [stood({ side: 'undecided' })], true],
  ['for, and silent now', [forIt], [stood({ side: 'silent' })], true],
  ['abstained, and for now', [stood({ side: 'abstained' })], [forIt], true],
  ['another option', [stood({ side: 'for', option: 'a' })], [stood({ side: 'for', option: 'b' })], true],
  [
    'against another question',
    [stood({ side: 'against', against: ['p'] })],
    [stood({ side: 'against', against: ['q'] })],
    true,
  ],
  [
    'against one more question',
    [stood({ side: 'against', against: ['p'] })],
    [stood({ side: 'against', against: ['p', 'q'] })],
    true,
  ],
  ['silent, and for now', [stood({ side: 'silent' })], [forIt], false],
  ['undecided, and for now', [stood({ side: 'undecided' })], [forIt], false],
  ['silent, and against now', [stood({ side: 'silent' })], [stood({ side: 'against' })], true],
  ['undecided, and against now', [stood({ side: 'undecided' })], [stood({ side: 'against' })], true],
  ['silent, and abstained now', [stood({ side: 'silent' })], [stood({ side: 'abstained' })], false],
  ['came in, and for', [], [forIt], false],
  ['came in, and against', [], [stood({ side: 'against' })], true],
  ['for, and gone', [forIt], [], true],
  ['silent, and gone', [stood({ side: 'silent' })], [], false],
  ['undecided, and gone', [stood({ side: 'undecided' })], [], false],
])('%s', (_, was, is, isChange) => {
  expect(differing(was, is)).toEqual(isChange ? ['oost/college'] : []);
});

it('names everyone who changed, those who stayed first', () => {
  const [gone, came, other] = ['a', 'b', 'c'].map((name) => `${name}/college`);
  const was = [stood({ side: 'for', body: gone }), stood({ side: 'for', body: other })];
  const is = [stood({ side: 'against', body: other }), stood({ side: 'against', body: came })];
  expect(differing(was, is)).toEqual([other, came, gone]);
});
