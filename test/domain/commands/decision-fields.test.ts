// What of a decision could not succeed as it was written, field by field.
import { window } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { decisionKinds, kindsBeside, type DecisionKind } from '../../../src/domain/vocabulary.js';
import { gate, phase, type GatePlan } from '../../../src/domain/workflow/define.js';
import { begin, colleges, evidence, lead, own, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const asking = (title: string, electorate: string, more: Partial<GatePlan> = {}) =>
  phase(title, window('2024'), {
    source: 'test',
    gate: gate(title, { verb: 'instemmen', electorate, ruledBy, rule: unanimity(electorate), ...more }),
  });
const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
const kinds = [...decisionKinds];
const mandate = { body: 'oost/college', from: '2024-02-10', until: '2024-02-20', source: 'mandaatbesluit' };
const forEver = { ...mandate, body: 'west/college', until: null };

/** Gates that take every kind of decision, a gate that takes few, a poll, and one with options and mandates. */
const plan = planOf({
  alles: asking('Alles', 'colleges', { kinds }),
  raden: asking('Raden', 'councils', { kinds }),
  twee: asking('Twee', 'colleges', { kinds, questions: ['tekst', 'geld'].map((id) => ({ id, text: `${id}?` })) }),
  weinig: asking('Weinig', 'colleges', { kinds: ['agree', 'disagree'] }),
  peiling: asking('Peiling', 'colleges', { polls: options }),
  vorm: asking('Vorm', 'colleges', { proposes: options, mandates: [mandate, forEver] }),
});
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
  for (const id of ['alles', 'raden', 'twee', 'weinig', 'peiling', 'vorm'])
    staged.put(id, begin, id === 'vorm' ? { option: 'bvo' } : {});
});

const oost = 'oost/college';
/** What is wrong with a decision, as its own body records it; null when nothing is. */
const refused = (id: string, decision: DecisionKind, more: Partial<RecordDecision> = {}, as = own(more.body ?? oost)) =>
  staged.refused('record-decision', { gate: id }, { body: oost, decision, decidedOn: begin, ...more }, as);
const wrong = (pointer: string, code: string, allowed?: string[]) => [
  { pointer, code, ...(allowed ? { allowed } : {}) },
];
const notHere = (pointer: string) => wrong(pointer, 'not-allowed-here');

describe('the body of a decision', () => {
  it('is one of the electorate', () => {
    const byLead = (body: string) => refused('alles', 'agree', { body, evidence }, lead);
    expect(byLead('elders/college')).toEqual(wrong('/body', 'unknown-body', colleges));
    expect(byLead('oost/raad')).toEqual(wrong('/body', 'not-in-electorate', colleges));
    expect(byLead(oost)).toBeNull();
  });

  it('is one of those who decide now, or who left since: what it did then is still recorded', () => {
    const other = new Staged(plan).put('alles');
    const leaves = { on: begin, reason: 'gaat over in West', ...told(begin), leaves: [oost] };
    other.give('change-electorate', { gate: 'alles' }, leaves, { role: 'chair', body: ruledBy });
    const asked = { body: oost, decision: 'agree', decidedOn: begin } as const;
    expect(other.refused('record-decision', { gate: 'alles' }, asked, own(oost))).toBeNull();
  });

  it('is judged by the plan before the gate was put', () => {
    const asked = { body: 'oost/raad', decision: 'agree', decidedOn: begin } as const;
    expect(new Staged(plan).refused('record-decision', { gate: 'alles' }, asked, own('oost/raad'))).toEqual(
      wrong('/body', 'not-in-electorate', colleges),
    );
  });
});

describe('the kind of a decision', () => {
  const allowed: DecisionKind[] = ['agree', 'disagree'];

  it('is one that a body of its kind takes, and so is every answer', () => {
    const all = [...allowed, ...kindsBeside(allowed, 'college')];
    expect(refused('weinig', 'noted')).toBeNull();
    expect(refused('weinig', 'consent')).toEqual(wrong('/decision', 'not-offered-here', all));
    expect(refused('weinig', 'agree', { answers: { vraag: 'view' } })).toContainEqual(
      wrong('/answers/vraag', 'not-offered-here', all)[0],
    );
    expect(refused('twee', 'agree', { answers: { tekst: 'disagree' } })).toBeNull();
  });

  it('is that of one of its answers at least', () => {
    const because = 'past bij geen van de antwoorden; kies een besluit dat bij een van de antwoorden hoort';
    const none = (kinds: string[]) => [{ ...wrong('/decision', 'not-allowed-here', kinds)[0], because }];
    expect(refused('weinig', 'agree', { answers: { vraag: 'disagree' } })).toEqual(none(['disagree']));
    const answers = { tekst: 'noted', geld: 'deferred' } as const;
    expect(refused('twee', 'agree', { answers })).toEqual(none(['noted', 'deferred']));
    expect(refused('twee', 'deferred', { answers })).toBeNull();
  });

  it('answers questions that were asked', () =>
    expect(refused('weinig', 'agree', { answers: { geld: 'agree' } })).toEqual(
      wrong('/answers/geld', 'unknown-property', ['vraag']),
    ));
});

describe('the day of a decision', () => {
  it('is not tomorrow, and not before the dossier', () => {
    const limit = (decidedOn: string) => refused('alles', 'agree', { decidedOn });
    expect(limit('2024-12-02')).toEqual([{ pointer: '/decidedOn', code: 'date-in-future', limit: today }]);
    expect(limit('2024-01-31')).toEqual([{ pointer: '/decidedOn', code: 'date-too-early', limit: begin }]);
    expect(limit(today)).toBeNull();
  });

  it.each<[string, DecisionKind, (day: string) => Partial<RecordDecision>]>([
    ['/nextDate', 'deferred', (nextDate) => ({ nextDate })],
    ['/listAdoptedOn', 'agree', (listAdoptedOn) => ({ listAdoptedOn })],
    ['/publishedOn', 'agree', (publishedOn) => ({ publishedOn })],
    ['/release/from', 'agree', (from) => ({ release: { scope: 'region', from, ground: 'art. 87' } })],
    [
      '/conditions/1/dueOn',
      'agree-with-conditions',
      (dueOn) => ({ conditions: [{}, { dueOn }].map((one) => ({ text: 'geld', effect: 'elaboration', ...one })) }),
    ],
  ])('is not after %s', (pointer, kind, dated) => {
    const decidedOn = '2024-03-01';
    const early = [{ pointer, code: 'date-too-early', limit: decidedOn }];
    expect(refused('alles', kind, { decidedOn, ...dated('2024-02-29') })).toEqual(early);
    expect(refused('alles', kind, { decidedOn, ...dated('2024-03-01') })).toBeNull();
    expect(refused('alles', kind, { decidedOn, ...dated('2024-03-02') })).toBeNull();
  });

  it('is before an adoption of the list or a publication that has been, while what is planned may lie ahead', () => {
    const tomorrow = '2024-12-02';
    const future = (pointer: string) => [{ pointer, code: 'date-in-future', limit: today }];
    expect(refused('alles', 'agree', { listAdoptedOn: tomorrow })).toEqual(future('/listAdoptedOn'));
    expect(refused('alles', 'agree', { publishedOn: tomorrow })).toEqual(future('/publishedOn'));
    expect(refused('alles', 'agree', { listAdoptedOn: today, publishedOn: today })).toBeNull();
    expect(refused('alles', 'deferred', { nextDate: tomorrow })).toBeNull();
  });
});

describe('what goes with one kind of answer', () => {
  const conditions = [{ text: 'geld', effect: 'elaboration' as const }];
  const companions: [DecisionKind, keyof RecordDecision, Partial<RecordDecision>][] = [
    ['agree-with-conditions', 'conditions', { conditions }],
    ['agree-subject-to', 'subjectTo', { subjectTo: { gate: 'raden', body: 'oost/raad' } }],
    ['consent-withheld', 'ground', { ground: 'not-stated' }],
    ['deferred', 'nextDate', { nextDate: today }],
    ['view', 'tenor', { tenor: 'positive' }],
    ['view', 'points', { points: ['Let op het geld.'] }],
    ['signed', 'signatory', { signatory: 'de burgemeester' }],
    ['signed', 'capacity', { capacity: 'voorzitter' }],
    ['signed', 'authorisedOn', { authorisedOn: begin }],
  ];

  it.each(companions)('%s takes %s, which an agreement does not', (kind, name, more) => {
    expect(refused('alles', kind, more)).toBeNull();
    expect(refused('alles', 'agree', more)).toEqual(notHere(`/${name}`));
    expect(refused('twee', 'agree', { answers: { geld: kind }, ...more })).toBeNull();
  });

  it.each<[DecisionKind, string, string, Partial<RecordDecision>]>([
    ['agree-with-remarks', '/remarks', 'remarks-required', { remarks: [] }],
    ['agree-with-conditions', '/conditions', 'conditions-required', { conditions: [] }],
    ['consent-withheld', '/ground', 'ground-required', {}],
    ['agree-subject-to', '/subjectTo', 'required', {}],
  ])('%s says nothing without %s', (kind, pointer, code, nothing) => {
    expect(refused('alles', kind)).toEqual(wrong(pointer, code));
    expect(refused('alles', kind, nothing)).toEqual(wrong(pointer, code));
    expect(refused('twee', 'agree', { answers: { geld: kind } })).toEqual(wrong(pointer, code));
  });

  it('remarks go with every kind', () => {
    expect(refused('alles', 'agree-with-remarks', { remarks: ['Let op het geld.'] })).toBeNull();
    expect(refused('alles', 'disagree', { remarks: ['Let op het geld.'] })).toBeNull();
  });

  it('an empty list says nothing, so it goes with every kind', () => {
    expect(refused('alles', 'agree', { conditions: [], points: [] })).toBeNull();
    expect(refused('alles', 'agree', { amendments: [], motions: [] })).toBeNull();
  });

  it.each<[string, Partial<RecordDecision>]>([
    ['/tabled', { tabled: [{ kind: 'motion', text: 'Motie 3', result: 'rejected' }] }],
    ['/groupVotes', { groupVotes: [{ group: 'Lijst 1', for: 3 }] }],
    ['/unanimous', { unanimous: true }],
    ['/amendments', { amendments: ['Schrapt punt 2.'] }],
    ['/motions', { motions: ['Motie 3'] }],
    ['/pledges', { pledges: [{ text: 'Het college komt terug.', promisedBy: 'de wethouder' }] }],
    ['/commitments', { commitments: ['Het college komt terug.'] }],
  ])('%s is of councils alone', (pointer, more) => {
    expect(refused('raden', 'agree', { body: 'oost/raad', ...more })).toBeNull();
    expect(refused('alles', 'agree', more)).toEqual(notHere(pointer));
  });
});

describe('the option of a decision', () => {
  const allowed = ['bvo', 'lichaam'];

  it('is chosen on a poll by who is for', () => {
    expect(refused('peiling', 'agree')).toEqual(wrong('/option', 'option-required', allowed));
    expect(refused('peiling', 'agree', { option: 'stichting' })).toEqual(wrong('/option', 'unknown-option', allowed));
    expect(refused('peiling', 'agree', { option: 'bvo' })).toBeNull();
    expect(refused('peiling', 'disagree')).toBeNull();
    expect(refused('peiling', 'noted')).toBeNull();
  });

  it('is a preference where one was proposed, and nothing where there is no choice', () => {
    expect(refused('vorm', 'agree')).toBeNull();
    expect(refused('vorm', 'agree', { option: 'lichaam' })).toBeNull();
    expect(refused('vorm', 'agree', { option: 'stichting' })).toEqual(wrong('/option', 'unknown-option', allowed));
    expect(refused('alles', 'agree', { option: 'bvo' })).toEqual(notHere('/option'));
  });
});

describe('the form of a decision', () => {
  it('is that of its own kind of body', () => {
    expect(refused('alles', 'agree', { form: 'college-decision' })).toBeNull();
    expect(refused('alles', 'agree', { form: 'council-decision' })).toEqual(notHere('/form'));
    const council = (form: RecordDecision['form']) => refused('raden', 'agree', { body: 'oost/raad', form });
    expect(council('council-decision')).toBeNull();
    expect(council('college-decision')).toEqual(notHere('/form'));
    for (const form of ['letter', 'announcement'] as const) expect(refused('alles', 'agree', { form })).toBeNull();
  });

  it('is mandated wherever it was decided so: whether a mandate covers it is a flag', () => {
    for (const gate of ['alles', 'vorm'])
      expect(refused(gate, 'agree', { body: oost, decidedOn: '2024-02-09', form: 'mandated-decision' })).toBeNull();
  });

  it('is about a version that was put', () => {
    const other = new Staged(plan);
    const about = (proposalVersion: number) =>
      other.refused(
        'record-decision',
        { gate: 'alles' },
        { body: oost, decision: 'agree', decidedOn: begin, proposalVersion },
        own(oost),
      );
    expect(about(2)).toEqual(wrong('/proposalVersion', 'unknown-option', ['1']));
    other.put('alles');
    expect(about(1)).toBeNull();
    expect(about(2)).toEqual(wrong('/proposalVersion', 'unknown-option', ['1']));
    other.give('revise-proposal', { gate: 'alles' }, { on: begin, title: 'Tweede versie' });
    expect(about(2)).toBeNull();
    expect(about(3)).toEqual(wrong('/proposalVersion', 'unknown-option', ['1', '2']));
    expect(about(0)).toEqual(wrong('/proposalVersion', 'unknown-option', ['1', '2']));
  });
});

it('a decision is about a version that was put by its day', () => {
  const [day, later] = ['2024-02-10', '2024-02-20'];
  const other = new Staged(plan).put('alles', later, { proposal: { title: 'Eerste versie' } });
  const early = { body: oost, decision: 'agree', decidedOn: day, proposalVersion: 1 } as const;
  expect(other.refused('record-decision', { gate: 'alles' }, early, own(oost))).toBeNull(); // the first was its draft
  for (const [on, title] of [
    [day, 'Tweede versie'],
    [later, 'Derde versie'],
  ] as const)
    staged.give('revise-proposal', { gate: 'alles' }, { on, title });
  const about = (proposalVersion: number, decidedOn: string) =>
    refused('alles', 'agree', { proposalVersion, decidedOn });
  const because = (decided: string) =>
    `lag op ${decided} nog niet voor; kies een versie van die dag of eerder, of verbeter de datum`;
  const notYet = (decided: string) => [{ ...notHere('/proposalVersion')[0], because: because(decided) }];
  expect([about(1, begin), about(2, day), about(2, later), about(3, later)]).toEqual([null, null, null, null]);
  expect(about(2, '2024-02-09')).toEqual(notYet('2024-02-09'));
  expect(about(3, day)).toEqual(notYet(day));
});

it('what the region records has evidence', () => {
  expect(refused('alles', 'agree', {}, lead)).toEqual(wrong('/evidence', 'evidence-required'));
  expect(refused('alles', 'agree', { evidence: [] }, lead)).toEqual(wrong('/evidence', 'evidence-required'));
  expect(refused('alles', 'agree', { evidence }, lead)).toBeNull();
  expect(refused('alles', 'agree')).toBeNull();
});

it('a correction says why, and is no revision at the same time', () => {
  const reason = 'verkeerd overgenomen';
  const corrects = staged.decide('alles', oost, 'disagree');
  expect(refused('alles', 'agree', { corrects })).toEqual(wrong('/reason', 'reason-required'));
  expect(refused('alles', 'agree', { corrects, revises: 'x', reason })).toEqual(notHere('/revises'));
  expect(refused('alles', 'agree', { corrects, reason })).toBeNull();
  const unknown = wrong('/corrects', 'unknown-decision', [corrects]);
  expect(refused('alles', 'agree', { corrects: 'x', reason })).toEqual(unknown);
  expect(refused('alles', 'agree', { revises: 'x' })).toEqual(wrong('/revises', 'unknown-decision'));
});

it('everything that is wrong is said at once', () => {
  const found = refused('weinig', 'consent', { decidedOn: '2024-12-02', option: 'bvo', form: 'council-decision' });
  expect(found).toMatchObject([
    { pointer: '/decision' },
    { pointer: '/decidedOn' },
    { pointer: '/option' },
    { pointer: '/form' },
  ]);
});
