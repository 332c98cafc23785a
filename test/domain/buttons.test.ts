// A button exists if and only if what needs no payload holds: place, role and state.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { refusalOf, type CommandName, type PlaceOf } from '../../src/domain/commands/commands.js';
import type { DossierEvent, NewEvent } from '../../src/domain/dossier/events.js';
import { evolve } from '../../src/domain/fold/evolve.js';
import type { Dossier } from '../../src/domain/dossier/state.js';
import type { Person } from '../../src/domain/permissions.js';
import type { BodyId, Role } from '../../src/domain/vocabulary.js';
import { emptyHead, seal, type Head } from '../../src/store/seal.js';

const catalogue = await loadPlans([shippedWorkflows]);
const plan = catalogue.get('drenthe-robuuste-regio', 1, '');
const abo = 'jeugdhulpregio-drenthe/abo';
const today = '2024-06-01';

const person = (role: Role, body: BodyId): Person => ({
  id: role,
  assignments: [{ role, body, from: '2024-01-01', until: null }],
});
const lead = person('process-lead', abo);
const chair = person('chair', abo);
const secretary = person('secretary', 'assen/college');

function dossierAfter(...events: NewEvent[]): Dossier {
  const start: NewEvent = {
    type: 'DossierStarted',
    on: '2024-04-11',
    texts: { title: 'Proef' },
    facts: { dossier: 'proef-12345', workflow: plan.workflow.id, version: 1, workflowHash: plan.hash },
  };
  let dossier: Dossier | null = null;
  let head: Head = emptyHead;
  for (const event of [start, ...events]) {
    const acting = { person: 'x', role: 'process-lead', body: abo } as const;
    const stored: DossierEvent = seal('proef-12345', head, event, acting, '2024-06-01T12:00:00.000Z').event;
    dossier = evolve(catalogue, dossier, stored);
    head = stored;
  }
  if (!dossier) throw new Error('a dossier was started');
  return dossier;
}

const begun: NewEvent = { type: 'PhaseStarted', on: '2024-04-11', facts: { phase: 'instemming' }, texts: {} };
const put: NewEvent = {
  type: 'GateSubmitted',
  on: '2024-04-11',
  texts: {},
  facts: {
    gate: 'instemming',
    round: 1,
    electorate: ['assen/college'],
    rule: { rule: 'unanimity', of: 'colleges' } as never,
  },
};

const why = <N extends CommandName>(name: N, dossier: Dossier, place: PlaceOf<N>, who: Person): string | undefined =>
  refusalOf({ dossier, person: who, today }, name, place)?.code;

describe('a button', () => {
  it('is there for who may, while it can; to decide also before the gate is put', () => {
    expect(why('record-decision', dossierAfter(begun), { gate: 'instemming' }, secretary)).toBeUndefined();
    expect(why('start-phase', dossierAfter(), { phase: 'instemming' }, lead)).toBeUndefined();
    expect(why('submit-gate', dossierAfter(begun), { gate: 'instemming' }, lead)).toBeUndefined();
    expect(why('record-decision', dossierAfter(begun, put), { gate: 'instemming' }, secretary)).toBeUndefined();
    expect(why('rule-gate', dossierAfter(begun, put), { gate: 'instemming' }, chair)).toBeUndefined();
  });

  it('is not there for who may not, and says why', () => {
    expect(why('start-phase', dossierAfter(), { phase: 'instemming' }, chair)).toBe('not-your-role');
    expect(why('rule-gate', dossierAfter(begun, put), { gate: 'instemming' }, lead)).toBe('not-your-role');
  });

  it('is not there while it cannot, and says why', () => {
    expect(why('start-phase', dossierAfter(), { phase: 'themas' }, lead)).toBe('prerequisite-open');
    expect(why('submit-gate', dossierAfter(), { gate: 'instemming' }, lead)).toBe('not-in-this-state');
    expect(why('rule-gate', dossierAfter(begun), { gate: 'instemming' }, chair)).toBe('gate-not-open');
    expect(why('rule-gate', dossierAfter(), { gate: 'feest' }, chair)).toBe('unknown-gate');
  });
});

describe('a record that cannot have happened', () => {
  it('is not folded', () => {
    expect(() => dossierAfter(put)).toThrow(/corrupt record: event 2/);
  });
});
