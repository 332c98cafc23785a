// Every form that is shown once more before it is given: what is recorded is what was shown, whatever others do meanwhile.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { forms } from '../../src/web/forms/register.js';
import { council, Track } from '../support/council-track.js';
import { accepted, agree, decide, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { inForm } from '../support/told.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let id: string;
let chair: string;
let lead: string;

const { send, confirm, toConfirm } = pagesAt(() => server.url);
const changed = 'Intussen is er iets veranderd';
const go = { ruling: 'go', ruledOn: '2024-05-20' };

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  [chair, lead] = await Promise.all([server.cookieOf('chair', abo), server.cookieOf('process-lead', abo)]);
});
beforeEach(async () => {
  id = await withOpenGate(server);
});
afterAll(() => server.stop());

/** What everyone may see, and no form needs. */
const something =
  (dossier: string, phase: string, by = abo) =>
  async () =>
    accepted(
      (await server.as('process-lead', by)).post(`/dossiers/${dossier}/phases/${phase}/plans`, {
        on: '2024-04-12',
        from: '2030-01-01',
        until: '2030-06-30',
        reason: 'Later dan gedacht.',
      }),
    );

const lengthOf =
  (dossier: string, by = abo) =>
  async (): Promise<number> =>
    (await (await server.as('process-lead', by)).get<DossierView>(`/dossiers/${dossier}`)).body.version;

interface Step {
  /** How much is recorded of its dossier. */
  length: () => Promise<number>;
  path: string;
  cookie: string;
  fields: Record<string, string>;
  meanwhile: () => Promise<unknown>;
}
const on = { on: '2024-05-21', reason: 'Zo besloten.' };
const drenthe = (path: string, cookie: string, fields: Record<string, string>): Step => ({
  length: lengthOf(id),
  path: `/trajecten/${id}/${path}`,
  cookie,
  fields,
  meanwhile: something(id, 'inrichting'),
});

/** Every form that is shown once more, where it can be given. */
const confirmed: Record<string, () => Promise<Step>> = {
  procesplan: async () => drenthe('procesplan', chair, { ...on, 'toVersion/plan': 'drenthe-robuuste-regio@2' }),
  herindeling: async () => {
    const parties = ['brielle', 'hellevoetsluis', 'westvoorne', 'nissewaard'];
    const track = await Track.start(server, 'wgr-collegeregeling', '2022-10-03', abo, parties);
    return {
      length: lengthOf(track.id),
      path: `/trajecten/${track.id}/herindeling`,
      cookie: lead,
      fields: { 'into/merger': 'brielle+hellevoetsluis+westvoorne>voorne-aan-zee', reason: 'Herindeling.' },
      meanwhile: something(track.id, 'zienswijze'),
    };
  },
  stoppen: async () => drenthe('stoppen', chair, on),
  'momenten/:gate/conclusie': async () => {
    await agree(server, id);
    return drenthe('momenten/instemming/conclusie', chair, go);
  },
  'momenten/:gate/heropenen': async () => {
    await agree(server, id);
    await confirm(`/trajecten/${id}/momenten/instemming/conclusie`, chair, go);
    return drenthe('momenten/instemming/heropenen', chair, on);
  },
  'momenten/:gate/voorleggen': async () => {
    const track = await Track.start(server);
    await accepted(track.lead.post(`/dossiers/${track.id}/phases/ontwerp/starts`, { on: '2024-01-03' }));
    return {
      length: lengthOf(track.id, council),
      path: `/trajecten/${track.id}/momenten/ontwerp/voorleggen`,
      cookie: await server.cookieOf('process-lead', council),
      fields: { on: '2024-01-04' },
      meanwhile: something(track.id, 'zienswijze', council),
    };
  },
  'momenten/:gate/wie-besluiten': async () =>
    drenthe('momenten/instemming/wie-besluiten', chair, {
      ...inForm,
      ...on,
      notifiedOn: '2024-05-21',
      'leaves/0': 'aa-en-hunze/college',
    }),
  'momenten/:gate/uittreden': async () =>
    drenthe('momenten/instemming/uittreden', await server.cookieOf('secretary', 'assen/college'), {
      ...on,
      body: 'assen/college',
    }),
  'momenten/:gate/terugnemen': async () => drenthe('momenten/instemming/terugnemen', lead, on),
  'momenten/:gate/regel': async () =>
    drenthe('momenten/instemming/regel', chair, {
      ...on,
      'meeting/form': 'session',
      'rule/rule': 'majority',
      'rule/among': 'decided',
      ingang: 'later',
    }),
  'momenten/:gate/besluiten/:decision/intrekken': async () => {
    const { id: decision } = await accepted(decide(server, id, 'assen'));
    const secretary = await server.cookieOf('secretary', 'assen/college');
    return drenthe(`momenten/instemming/besluiten/${decision}/intrekken`, secretary, on);
  },
  'momenten/:gate/splitsing': async () => {
    const overleg = 'inkoopregio/overleg';
    const track = await Track.start(server, 'inkoopregio', '2024-01-02', overleg);
    await track.put('keuze', '2024-01-03');
    for (let i = 1; i <= 12; i++)
      await accepted(
        track.decide('keuze', `plaats-${i}/college`, 'agree', '2024-01-04', { option: i === 1 ? 'noord' : 'zuid' }),
      );
    return {
      length: lengthOf(track.id, overleg),
      path: `/trajecten/${track.id}/momenten/keuze/splitsing`,
      cookie: await server.cookieOf('chair', overleg),
      fields: { on: '2024-04-15', reason: 'Ieder koos.' },
      meanwhile: something(track.id, 'keuze', overleg),
    };
  },
};

describe('every form that is shown once more', () => {
  it('is among these', () => {
    const all = Object.entries(forms).filter(([, kind]) => 'confirmed' in kind);
    expect(Object.keys(confirmed).sort()).toEqual(all.map(([path]) => path).sort());
  });

  it.each(Object.keys(confirmed))(
    '%s is recorded as it was shown, and comes again when the dossier moved',
    async (form) => {
      const step = await confirmed[form]?.();
      if (!step) throw new Error(`${form} is not among them`);
      const { path, cookie, fields, length, meanwhile } = step;
      const filled = await toConfirm(path, cookie, fields);
      await meanwhile();
      const before = await length();
      const { status, text } = await send(path, cookie, filled);
      expect([status, await length()]).toEqual([412, before]);
      for (const part of [changed, 'name="bevestigd"']) expect(text).toContain(part);
      expect(text.slice(text.indexOf(changed), text.indexOf('name="sleutel"'))).toContain('lanning');
      const again = await send(path, cookie, { ...hiddenIn(text), bevestigd: 'ja' });
      expect([again.status, (await length()) > before]).toEqual([303, true]);
    },
  );
});
