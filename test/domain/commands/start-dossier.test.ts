// How a dossier begins: on which day, as what it is marked, and over which parties where its plan leaves them open.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { window } from '../../../src/domain/calendar.js';
import { planAsked } from '../../../src/domain/commands/plan-asked.js';
import {
  namedErrors,
  nameParties,
  startDossier,
  startFields,
  type StartDossier,
} from '../../../src/domain/commands/start-dossier.js';
import { Municipalities } from '../../../src/domain/municipalities.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type WorkflowPlan,
} from '../../../src/domain/workflow/define.js';
import { publish } from '../../../src/domain/workflow/plan.js';
import { asking, begin, councilTrack, planOf, today, worded } from '../../support/staged-play.js';
import { rules } from '../../support/stands.js';

const place = (id: string, more: object = {}) => ({
  id,
  code: `GM-${id}`,
  name: `Plaats ${id}`,
  province: 'PV1',
  ...more,
});
/** Three that are there; one that went up in two of them, and one that is yet to come. */
const register = new Municipalities([
  ...[place('oost'), place('west'), place('noord')],
  place('oud', { until: '2023-01-01', successors: ['oost', 'west'] }),
  place('nieuw', { from: '2025-01-01' }),
]);
const stands = { verb: 'instemmen', electorate: 'colleges', ruledBy: 'regio/overleg', rule: threshold(1, 'colleges') };
/** A plan that leaves its parties open, for three municipalities or more. */
const leavingOpen = (more: Partial<WorkflowPlan> = {}) => {
  const parties = [
    municipality('gemeente', 'Gemeente', null),
    region('regio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
  ];
  const workflow = defineWorkflow({
    id: 'open',
    version: 1,
    title: 'Open',
    source: 'test',
    parties,
    open: { municipality: 'gemeente', consultation: 'regio/overleg', least: 3 },
    phases: { akkoord: phase('Akkoord', window(null), { source: 'test', gate: gate('Akkoord', stands) }) },
    ...more,
  });
  return publish(workflow, 'f'.repeat(64), rules);
};
const open = leavingOpen();
const asked: StartDossier = { workflow: 'proef', title: 'Proef', startedOn: begin };
const parties = (...names: string[]) => startFields(open, { ...asked, parties: names }, today, register);

describe('the plan that is asked', () => {
  const catalogue = new PlanCatalogue([1, 2].map((version) => planOf({ moment: asking() }, { version })));
  const ask = (sent: object) => {
    const found = planAsked(catalogue, sent, '/version');
    return 'errors' in found ? found.errors : found.workflow.version;
  };

  it('is the version that is named, else the newest; a refusal says what there is', () => {
    expect(ask({ workflow: 'proef', version: 1 })).toBe(1);
    expect(ask({ workflow: 'proef' })).toBe(2);
    const code = 'unknown-workflow';
    expect(ask({ workflow: 'proef', version: 3 })).toEqual([{ pointer: '/version', code, allowed: ['2', '1'] }]);
    for (const workflow of ['feest', 7, undefined])
      expect(ask({ workflow, version: 1 })).toEqual([{ pointer: '/workflow', code, allowed: ['proef'] }]);
  });
});

describe('the start of a dossier', () => {
  it('is today at the latest, and not before the document that it follows', () => {
    const on = (startedOn: string, notBefore: string | null = null) => {
      const plan = { ...councilTrack, workflow: { ...councilTrack.workflow, notBefore } };
      return startFields(plan, { ...asked, startedOn }, today, register);
    };
    const pointer = '/startedOn';
    expect(on('2024-12-02')).toEqual([{ pointer, code: 'date-in-future', limit: today }]);
    expect([on(today), on('1990-01-01'), on('2024-04-11', '2024-04-11')]).toEqual([[], [], []]);
    expect(on('2024-04-10', '2024-04-11')).toEqual([{ pointer, code: 'date-too-early', limit: '2024-04-11' }]);
  });

  it('names its plan, and whether it was invented or played back', () => {
    const facts = { dossier: 'd', workflow: 'raadstraject', version: 1, workflowHash: councilTrack.hash };
    const plain = startDossier(councilTrack, asked, 'd', { demonstration: false });
    expect(plain).toEqual({ type: 'DossierStarted', on: begin, facts, texts: { title: 'Proef' } });
    const marked = startDossier(councilTrack, asked, 'd', { demonstration: true, replayed: true });
    expect(marked.facts).toEqual({ ...facts, demonstration: true, replayed: true });
  });
});

describe('the parties of a dossier', () => {
  const wrong = (code: string, because: string, pointer = '/parties') => [{ pointer, code, because }];

  it('are named where its plan leaves them open, and nowhere else', () => {
    expect(startFields(councilTrack, { ...asked, parties: ['oost'] }, today, register).map(worded)).toEqual(
      wrong('not-offered-here', 'kan hier niet: dit procesplan noemt zijn eigen partijen; laat dit veld weg'),
    );
    expect(startFields(open, asked, today, register).map(worded)).toEqual(
      wrong('required', 'ontbreekt: dit procesplan laat de partijen open; noem ten minste 3 gemeenten'),
    );
    expect(parties().map(worded)).toEqual(wrong('required', 'heeft er geen; noem ten minste 3 gemeenten'));
    expect(parties('oost', 'west').map(worded)).toEqual(wrong('required', 'heeft er 2; noem ten minste 3 gemeenten'));
    expect(parties('oost', 'west', 'noord')).toEqual([]);
  });

  it('are municipalities that were there on that day, each once', () => {
    expect(parties('oost', 'Oost', 'oost').map(worded)).toEqual([
      ...wrong(
        'unknown-body',
        'is geen gemeente uit het register; schrijf de naam als in een adres, zoals aa-en-hunze',
        '/parties/1',
      ),
      ...wrong('not-allowed-here', 'staat er twee keer; noem elke gemeente één keer', '/parties/2'),
    ]);
    expect(parties('oud', 'nieuw')).toMatchObject([
      { pointer: '/parties/0', code: 'not-allowed-here', absent: { yet: false }, allowed: ['oost', 'west'] },
      { pointer: '/parties/1', code: 'not-allowed-here', absent: { yet: true }, allowed: [] },
    ]);
  });

  it('are called as in the register, in the order in which they were named', () => {
    const ruledBy = { id: 'regio/tafel', title: 'Tafel', region: 'Regio' };
    const named = nameParties({ ...asked, parties: ['west', 'elders', 'oost'] }, ruledBy, register);
    expect(named).toEqual({
      parties: [
        { id: 'west', title: 'Plaats west', code: 'GM-west' },
        { id: 'oost', title: 'Plaats oost', code: 'GM-oost' },
      ],
      ruledBy,
    });
    expect(nameParties(asked, ruledBy, register)).toEqual({ parties: [], ruledBy });
    expect(namedErrors(open, named)).toEqual([]);
    const steps = ['one-council-moment', 'no-consent', 'no-enactment', 'no-publication', 'no-registration'];
    const accepts = Object.fromEntries(steps.map((name) => [name, 'verzonnen']));
    expect(namedErrors(leavingOpen({ makes: 'collegeregeling', accepts }), named)).toEqual([]); // warned, not refused
    const facts = startDossier(open, asked, 'd', { demonstration: false, named }).facts;
    expect(facts).toMatchObject({ workflow: 'open', named });
  });

  it('are refused with every name that the plan has already', () => {
    const named = nameParties(
      { ...asked, parties: ['oost', 'west', 'noord'] },
      { id: 'oost/tafel', title: 'Tafel', region: 'Oost' },
      register,
    );
    expect(namedErrors(open, named).map(worded)).toMatchObject([
      {
        pointer: '/parties',
        code: 'not-allowed-here',
        because: expect.stringMatching(/^passen niet in dit procesplan: .*"oost" staat er twee keer/),
      },
    ]);
  });
});
