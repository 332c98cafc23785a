// Every cell of the table of permissions, over HTTP: each right × role, for the own body and for others.
import { permissions, rights, type Reach, type Right } from '../../src/domain/permissions.js';
import { roles, type Role } from '../../src/domain/vocabulary.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { refusal, type Answer, type Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';
import { overleg, testWorkflows } from '../support/workflows.js';

let server: TestServer;
let id: string;
/** A dossier of which the gate asks papers and criteria. */
let asking: string;
let informing: string;
const decisionOf: Record<string, string> = {};
const conditionOf: Record<string, string> = {};

/** Where each role of a person belongs: in the dossier's region, at another body there, and in another region. */
const bodies: Record<Role, { own: string | null; other: string | null; elsewhere: string | null }> = {
  'process-lead': { own: overleg, other: null, elsewhere: abo },
  secretary: { own: 'noord/college', other: 'zuid/college', elsewhere: 'assen/college' },
  clerk: { own: 'noord/raad', other: 'zuid/raad', elsewhere: 'assen/raad' },
  chair: { own: overleg, other: null, elsewhere: abo },
  'deputy-chair': { own: overleg, other: null, elsewhere: abo },
  'chair-secretary': { own: overleg, other: null, elsewhere: abo },
  contact: { own: 'noord/college', other: 'zuid/college', elsewhere: 'assen/college' },
  'portfolio-holder': { own: 'noord/college', other: 'zuid/college', elsewhere: 'assen/college' },
  reader: { own: overleg, other: null, elsewhere: abo },
  administrator: { own: null, other: null, elsewhere: null },
};

/** The body that a call is about: the clerk's is a council, everyone else's a college. */
const subjectOf = (role: Role): string => (role === 'clerk' ? 'noord/raad' : 'noord/college');
const gateOf = (role: Role): string => (role === 'clerk' ? 'raden' : 'colleges');

/** Calls that are refused as written (400) once they are allowed, so that no cell changes anything. */
const attempts: Record<Right, (who: Client, role: Role) => Promise<Answer>> = {
  'start-dossier': (who) => who.post('/dossiers', { workflow: 'testregio' }),
  'start-phase': (who) => who.post(`/dossiers/${id}/phases/ronde/starts`, {}),
  'complete-phase': (who) => who.post(`/dossiers/${id}/phases/ronde/completions`, {}),
  'rework-phase': (who) => who.post(`/dossiers/${id}/phases/colleges/reworks`, {}),
  'visit-body': (who) => who.post(`/dossiers/${id}/phases/ronde/visits`, {}),
  'inform-body': (who, role) => who.post(`/dossiers/${informing}/phases/raden/visits`, { body: subjectOf(role) }),
  'record-publication': (who, role) => who.post(`/dossiers/${id}/phases/ronde/publications`, { body: subjectOf(role) }),
  'plan-phase': (who) => who.post(`/dossiers/${id}/phases/ronde/plans`, {}),
  'record-meeting': (who) => who.post(`/dossiers/${id}/phases/ronde/meetings`, {}),
  'submit-gate': (who) => who.post(`/dossiers/${id}/gates/colleges/submissions`, {}),
  'withdraw-gate': (who) => who.post(`/dossiers/${id}/gates/colleges/withdrawn-submissions`, {}),
  'revise-proposal': (who) => who.post(`/dossiers/${id}/gates/colleges/proposals`, {}),
  'record-receipt': (who, role) =>
    who.post(`/dossiers/${id}/gates/${gateOf(role)}/receipts`, { body: subjectOf(role) }),
  'schedule-item': (who, role) => who.post(`/dossiers/${id}/gates/${gateOf(role)}/agendas`, { body: subjectOf(role) }),
  'lay-paper': (who) => who.post(`/dossiers/${asking}/gates/besluit/papers`, {}),
  // A form without a file: judged once its sender may upload.
  'upload-paper': (who) =>
    who.send('POST', `/dossiers/${id}/papers`, '--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
  'state-criterion': (who) =>
    who.post(`/dossiers/${asking}/gates/besluit/criterion-statements`, { criterion: 'van-de-regio' }),
  'state-as-chair': (who) =>
    who.post(`/dossiers/${asking}/gates/besluit/criterion-statements`, { criterion: 'van-de-voorzitter' }),
  'state-for-body': (who, role) =>
    who.post(`/dossiers/${asking}/gates/besluit/criterion-statements`, {
      criterion: role === 'clerk' ? 'van-de-raad' : 'van-het-college',
    }),
  'extend-term': (who) => who.post(`/dossiers/${id}/gates/colleges/extensions`, {}),
  'change-electorate': (who) => who.post(`/dossiers/${id}/gates/colleges/electorate-changes`, {}),
  'leave-gate': (who, role) => who.post(`/dossiers/${id}/gates/${gateOf(role)}/exits`, { body: subjectOf(role) }),
  'merge-parties': (who) => who.post(`/dossiers/${id}/mergers`, {}),
  'amend-rule': (who) => who.post(`/dossiers/${id}/gates/colleges/rule-amendments`, {}),
  'notify-amendment': (who) => who.post(`/dossiers/${id}/gates/colleges/rule-notices`, {}),
  'withdraw-decision': (who, role) =>
    who.post(`/dossiers/${id}/gates/${gateOf(role)}/withdrawals`, { decision: decisionOf[subjectOf(role)] }),
  'release-decision': (who, role) => about(who, role, 'releases'),
  'adopt-list': (who, role) => about(who, role, 'list-adoptions'),
  'answer-point': (who, role) => about(who, role, 'point-answers'),
  'record-decision': (who, role) =>
    who.post(`/dossiers/${id}/gates/${gateOf(role)}/decisions`, { body: subjectOf(role) }),
  'correct-decision': (who, role) => {
    const corrects = { body: subjectOf(role), corrects: decisionOf[subjectOf(role)] };
    return who.post(`/dossiers/${id}/gates/${gateOf(role)}/decisions`, corrects);
  },
  'record-mandate': (who, role) => who.post(`/dossiers/${id}/mandates`, { body: subjectOf(role) }),
  'confirm-decision': (who, role) => about(who, role, 'confirmations'),
  'rule-gate': (who) => who.post(`/dossiers/${id}/gates/colleges/rulings`, {}),
  'split-gate': (who) => who.post(`/dossiers/${id}/gates/colleges/splits`, {}),
  'reopen-gate': (who) => who.post(`/dossiers/${id}/gates/colleges/reopenings`, {}),
  'settle-condition': (who, role) => answer(who, role, 'adopted'),
  'close-condition': (who, role) => answer(who, role, 'waived'),
  'meet-elaboration': (who, role) => answer(who, role, 'met'),
  'record-fact': (who) => who.post(`/dossiers/${id}/facts`, {}),
  'correct-fact': (who) => who.post(`/dossiers/${id}/phases/ronde/starts`, { corrects: 1 }),
  'migrate-dossier': (who) => who.post(`/dossiers/${id}/migrations`, {}),
  'stop-dossier': (who) => who.post(`/dossiers/${id}/stops`, {}),
  'read-dossier': (who) => who.get(`/dossiers/${id}`),
  'read-workflows': (who) => who.get('/workflows'),
  'manage-people': (who) => who.get('/people'),
};

const about = (who: Client, role: Role, call: string) =>
  who.post(`/dossiers/${id}/gates/${gateOf(role)}/decisions/${decisionOf[subjectOf(role)]}/${call}`, {});

const answer = (who: Client, role: Role, word: string) =>
  who.post(`/dossiers/${id}/gates/${gateOf(role)}/conditions/${conditionOf[subjectOf(role)]}/answers`, {
    answer: word,
  });

const allowed = ({ status }: Answer): boolean => status === 200 || status === 400;
/** Of which any body of a dossier will do. */
const byDossier: readonly Right[] = ['read-dossier', 'upload-paper'];
const aboutDossiers = (right: Right) => !['start-dossier', 'read-workflows', 'manage-people'].includes(right);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  const lead = await server.as('process-lead', overleg);
  const start = { workflow: 'testregio', title: 'Rechten', startedOn: '2024-01-10' };
  id = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
  const other = { workflow: 'stukken', title: 'Rechten op stukken', startedOn: '2024-01-10' };
  asking = (await accepted(lead.post<DossierView>('/dossiers', other))).id;
  const inform = { workflow: 'inlichten', title: 'Inlichten', startedOn: '2024-01-10' };
  informing = (await accepted(lead.post<DossierView>('/dossiers', inform))).id;
  for (const [gate, body] of [
    ['colleges', 'noord/college'],
    ['raden', 'noord/raad'],
  ] as const) {
    await accepted(lead.post(`/dossiers/${id}/phases/${gate}/starts`, { on: '2024-01-10' }));
    await accepted(lead.post(`/dossiers/${id}/gates/${gate}/submissions`, { on: '2024-01-10' }));
    const decision = await accepted(
      lead.post<DecisionView>(`/dossiers/${id}/gates/${gate}/decisions`, {
        body,
        decision: 'agree-with-conditions',
        decidedOn: '2024-01-16',
        conditions: [{ text: 'Eerst de kosten.', effect: 'elaboration' }],
        evidence: [{ title: 'Lijst', url: 'https://example.org/' }],
      }),
    );
    decisionOf[body] = decision.id;
    conditionOf[body] = decision.conditions[0] ?? '';
  }
});
afterAll(() => server.stop());

/** Whoever may record decisions may correct them too. */
function reachOf(right: Right, role: Role): Reach {
  const reach = permissions[right][role];
  return right === 'correct-decision' && reach === 'never' ? permissions['record-decision'][role] : reach;
}

describe('the table', () => {
  it('has a cell for every right and role, and an attempt for every right', () => {
    const reaches: Reach[] = ['never', 'own', 'region', 'all'];
    for (const right of rights) for (const role of roles) expect(reaches).toContain(permissions[right][role]);
    expect(Object.keys(attempts).sort()).toEqual([...rights].sort());
  });
});

describe.each(rights)('%s', (right) => {
  it.each(roles)('by a %s', async (role) => {
    const reach = reachOf(right, role);
    const { own, other, elsewhere } = bodies[role];
    const here = await attempts[right](await server.as(role, own), role);
    expect([role, refusal(here), allowed(here)]).toEqual([role, refusal(here), reach !== 'never']);
    const sees = permissions['read-dossier'][role] !== 'never';
    if (reach === 'never') expect([403, 404]).toContain(here.status);
    if (reach === 'never' && sees) expect(refusal(here)).toMatch(/^403 not-your-(role|body)$/);

    if (other !== null) {
      const beside = await attempts[right](await server.as(role, other), role);
      if (reach === 'own' && !byDossier.includes(right)) expect(refusal(beside)).toBe('403 not-your-body');
      else expect(allowed(beside)).toBe(reach !== 'never');
    }
    if (elsewhere !== null && reach !== 'all') {
      const abroad = await attempts[right](await server.as(role, elsewhere), role);
      if (aboutDossiers(right)) expect(refusal(abroad)).toBe('404 unknown-dossier');
      else expect(abroad.status).toBe(403);
    }
    await noLongerNorYet(right, role, own, reach);
  });

  /** The same role, ended yesterday or beginning tomorrow. */
  async function noLongerNorYet(right_: Right, role: Role, body: string | null, reach: Reach): Promise<void> {
    if (reach === 'never' || reach === 'all') return;
    const ended = await server.person({ role, body, from: '2020-01-01', until: '2020-12-31' });
    const coming = await server.person({ role, body, from: '2998-01-01' });
    for (const who of [ended, coming])
      expect(refusal(await attempts[right_](who, role))).toBe('403 assignment-not-valid');
  }
});

describe('someone with several roles', () => {
  const decide = (who: Client, body: string) => who.post(`/dossiers/${id}/gates/colleges/decisions`, { body });

  it('acts in the one that allows it', async () => {
    const both = await server.person({ role: 'reader', body: overleg }, { role: 'secretary', body: 'zuid/college' });
    expect((await decide(both, 'zuid/college')).status).toBe(400);
    expect(refusal(await decide(both, 'noord/college'))).toBe('403 not-your-body');
  });

  it('who chairs does not record for the own college, in whatever role', async () => {
    const chairs = { role: 'chair', body: overleg } as const;
    const secretary = await server.person(chairs, { role: 'secretary', body: 'zuid/college' });
    expect(refusal(await decide(secretary, 'zuid/college'))).toBe('403 not-your-role');
    const alderman = await server.person(
      chairs,
      { role: 'portfolio-holder', body: 'zuid/college' },
      { role: 'process-lead', body: overleg },
    );
    expect(refusal(await decide(alderman, 'zuid/college'))).toBe('403 not-your-role');
    expect((await decide(alderman, 'noord/college')).status).toBe(400);
  });

  it('nor corrects what was recorded of it, as its own word or by the region', async () => {
    const gate = `/dossiers/${id}/gates/colleges`;
    const correct = (who: Client, body: string) =>
      who.post(`${gate}/decisions`, { body, corrects: decisionOf[body], noDecision: true });
    for (const role of ['chair', 'deputy-chair'] as const)
      for (const other of ['secretary', 'portfolio-holder', 'contact'] as const) {
        const both = await server.person({ role, body: overleg }, { role: other, body: 'noord/college' });
        expect(refusal(await correct(both, 'noord/college'))).toBe('403 not-your-role');
      }
    const chairs = { role: 'chair', body: overleg } as const;
    const elsewhere = await server.person(chairs, { role: 'secretary', body: 'zuid/college' });
    expect(refusal(await correct(elsewhere, 'noord/college'))).toBe('400 /reason reason-required');
  });

  it('and readers alone see no names', async () => {
    const nameIn = async (who: Client) => {
      const { body } = await who.get<{ items: { recordedBy: { name: string | null } }[] }>(`/dossiers/${id}/events`);
      return body.items[0]?.recordedBy.name;
    };
    expect(await nameIn(await server.as('reader', overleg))).toBeNull();
    expect(await nameIn(await server.as('contact', 'noord/college'))).toMatch(/^Persoon/);
  });
});
