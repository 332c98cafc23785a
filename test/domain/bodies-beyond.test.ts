// Bodies beyond municipalities, each with its noun and its roles; and a board that comes to exist in the process.
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { bodyKinds, worksAs } from '../../src/domain/vocabulary.js';
import { municipality, province, region, waterAuthority, withMayor } from '../../src/domain/workflow/define.js';
import { groupsByKind } from '../../src/domain/workflow/groups.js';
import { areCouncils, planWith } from '../../src/domain/workflow/plan.js';
import { recorderOf } from '../../src/domain/turns/recorder.js';
import { sentenceFigures } from '../../src/domain/stand/sentence.js';
import { concluderWords, foundedWords } from '../../src/wording/gates/concluding.js';
import { inSentence, theOne } from '../../src/wording/language/nouns.js';
import { sentenceOf } from '../../src/wording/gates/sentence.js';
import { asking, begin, planOf, Staged, today } from '../support/staged-play.js';

const parties = [
  withMayor(municipality('assen', 'Assen', 'GM0106')),
  province('drenthe', 'Drenthe'),
  waterAuthority('vechtstromen', 'Waterschap Vechtstromen'),
  region(
    'raadsregio',
    'Raadsregio',
    [{ id: 'overleg', title: 'Bestuurlijk overleg' }],
    [{ id: 'bestuur', title: 'Bestuur van de regeling', foundedBy: 'treffen' }],
  ),
];
const board = 'raadsregio/bestuur';
const ask = (electorate: string, startsAfter: string[] = []) => ({
  ...asking({ electorate, rule: unanimity(electorate), kinds: ['agree', 'disagree', 'deferred'] }),
  startsAfter,
});
const plan = planOf(
  {
    treffen: ask('colleges'),
    gs: ask('provincial-executives', ['treffen']),
    ps: ask('provincial-councils', ['treffen']),
    water: ask('water-boards', ['treffen']),
    burgemeester: ask('mayors', ['treffen']),
    bestuur: {
      ...asking({ electorate: 'boards', rule: unanimity('boards'), concludes: 'by-itself', ruledBy: board }),
      startsAfter: ['treffen'],
    },
  },
  { parties },
);

describe('a kind of body', () => {
  it.each(bodyKinds)('%s has a group and a noun with its article', (kind) => {
    const [group] = Object.values(groupsByKind([{ id: 'a/b', kind }]));
    expect(theOne(group?.noun ?? { one: '', many: '' })).toMatch(/^(het|de) [a-z]+$|staten$/);
    expect(worksAs(kind)).toBeDefined();
  });

  it.each([
    ['gs', 'drenthe/gs', 'gedeputeerde staten van Drenthe', 'secretary'],
    ['ps', 'drenthe/ps', 'provinciale staten van Drenthe', 'clerk'],
    ['water', 'vechtstromen/ab', 'het algemeen bestuur van Waterschap Vechtstromen', 'clerk'],
    ['burgemeester', 'assen/burgemeester', 'de burgemeester van Assen', 'secretary'],
  ])('%s is spoken of and recorded for as what it is', (gate, body, name, role) => {
    const staged = new Staged(plan).pass('treffen', ['assen/college']).put(gate);
    expect(inSentence(plan.bodies.get(body)?.title ?? '')).toBe(name);
    expect(recorderOf(staged.dossier, [body])).toBe(role);
    expect(areCouncils(plan, [body])).toBe(role === 'clerk');
    staged.decide(gate, body, 'agree', begin, {}, { role: role === 'clerk' ? 'clerk' : 'secretary', body });
    expect(sentenceOf(sentenceFigures(staged.at(gate), staged.standing(gate)))).toContain(theOneOf(gate));
  });
});

const theOneOf = (gate: string): string => {
  const nouns: Record<string, string> = {
    gs: 'gedeputeerde staten zijn akkoord',
    ps: 'provinciale staten zijn akkoord',
    water: 'het waterschapsbestuur is akkoord',
    burgemeester: 'de burgemeester is akkoord',
  };
  return nouns[gate] ?? '';
};

describe('a board that is founded in the process', () => {
  const who = { role: 'secretary', body: board } as const;
  const said = { body: board, decision: 'agree', decidedOn: begin } as const;

  it('decides nothing before it exists, and the refusal says after what it does', () => {
    const staged = new Staged(plan).put('treffen');
    expect(staged.refused('record-decision', { gate: 'bestuur' }, said, who)).toMatchObject({
      code: 'prerequisite-open',
      exists: ['treffen'],
    });
    expect(foundedWords(plan, [board])).toEqual(['Bestuur van de regeling bestaat pas na een go bij 1. Fase']);
  });

  it('takes its place after that: its decision is its own end', () => {
    const staged = new Staged(plan).pass('treffen', ['assen/college']).put('bestuur');
    staged.give('record-decision', { gate: 'bestuur' }, said, who, today);
    expect(staged.events.at(-1)).toMatchObject({ type: 'GateRuled', facts: { ruling: 'go', byItself: true } });
  });

  it('is asked for nothing before it, or the plan is refused', () => {
    const early = {
      bestuur: { ...asking({ electorate: 'boards', rule: unanimity('boards') }) },
      treffen: ask('colleges'),
    };
    expect(() => planOf(early, { parties })).toThrow('before-founded');
    const nowhere = region(
      'raadsregio',
      'R',
      [{ id: 'overleg', title: 'O' }],
      [{ id: 'b', title: 'B', foundedBy: 'x' }],
    );
    expect(() => planOf({ treffen: ask('colleges') }, { parties: [...parties.slice(0, 3), nowhere] })).toThrow(
      'founded-nowhere',
    );
  });

  it('is the board of the region that starts, where a plan leaves its parties open', () => {
    const open = planOf(
      {
        treffen: ask('colleges'),
        bestuur: {
          ...asking({ electorate: 'boards', rule: unanimity('boards'), concludes: 'by-itself' }),
          startsAfter: ['treffen'],
        },
      },
      {
        parties: [
          municipality('gemeente', 'een gemeente', null),
          region(
            'raadsregio',
            'De regio die start',
            [{ id: 'overleg', title: 'Overleg' }],
            [{ id: 'bestuur', title: 'Bestuur', foundedBy: 'treffen' }],
          ),
        ],
        open: { municipality: 'gemeente', consultation: 'raadsregio/overleg', least: 2 },
      },
    );
    const named = planWith(open, {
      parties: [
        { id: 'goes', title: 'Goes', code: 'GM0664' },
        { id: 'veere', title: 'Veere', code: 'GM0717' },
      ],
      ruledBy: { id: 'zeeland/overleg', title: 'Bestuurlijk overleg', region: 'Zeeland' },
    });
    expect(named.gates.get('bestuur')?.electorate).toEqual(['zeeland/bestuur']);
    expect(named.bodies.get('zeeland/bestuur')).toMatchObject({ title: 'Bestuur van Zeeland', foundedBy: 'treffen' });
  });
});

it('says of a consultation that it has no power by law, and of a decision that ends a gate that nobody concludes', () => {
  const [first, last] = ['treffen', 'bestuur'].flatMap((id) => plan.gates.get(id) ?? []);
  expect(first && concluderWords(plan, first)).toBe(
    'Bestuurlijk overleg (over het verloop; een overleg heeft geen wettelijke bevoegdheid)',
  );
  expect(last && concluderWords(plan, last)).toBe('niemand: het besluit zelf sluit dit moment');
});
