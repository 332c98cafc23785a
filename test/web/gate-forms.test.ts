// The forms of what councils and colleges do beside saying yes or no, filled in and sent as a browser would.
import { pagesAt } from '../support/pages.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { inForm } from '../support/told.js';

let server: TestServer;
let track: Track;
const { look, send, confirm } = pagesAt(() => server.url);
const at = (gate: string, form = ''): string => `/trajecten/${track.id}/momenten/${gate}${form && `/${form}`}`;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
});
afterAll(() => server.stop());

describe('the form of a council', () => {
  it('takes a view with its tenor and points, and closes up the boxes that were left empty', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const page = await look(at('zienswijze', 'besluit'), clerk);
    expect(page.text).toContain('Zienswijze op het ontwerp');
    expect(page.text).not.toContain('Akkoord onder voorwaarden');
    const points = { 'points/0': 'Regel de uittreding.', 'points/1': '', 'points/2': 'Evalueer.' };
    const view = {
      decision: 'view',
      decidedOn: '2024-01-09',
      tenor: 'with-recommendations',
      consentItem: 'nee',
      ...points,
    };
    expect((await send(at('zienswijze', 'besluit'), clerk, view)).status).toBe(303);
    const [decision] = (await track.gate('zienswijze')).decisions;
    expect(decision).toMatchObject({
      decision: 'view',
      tenor: 'with-recommendations',
      consentItem: false,
      points: [
        { text: 'Regel de uittreding.', answer: null },
        { text: 'Evalueer.', answer: null },
      ],
    });
    const receipt = await look(at('zienswijze', `besluiten/${decision?.id}`), clerk);
    expect(receipt.text).toContain('Regel de uittreding.');
    expect(receipt.text).toContain('met aanbevelingen');
    const correction = await look(`${at('zienswijze', 'besluit')}?corrigeert=${decision?.id}`, clerk);
    expect(correction.text).toContain('Evalueer.'); // a correction begins with everything that was decided
  });

  it('asks the ground of a consent that is withheld, and keeps what was filled in', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.pass('zienswijze', 'raad', 'no-view', '2024-01-04');
    await track.put('toestemming', '2024-01-05');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const withheld = { decision: 'consent-withheld', decidedOn: '2024-01-09', reason: 'Wij willen dit niet.' };
    const refused = await send(at('toestemming', 'besluit'), clerk, withheld);
    expect([refused.status, refused.text.includes('Wij willen dit niet.')]).toEqual([400, true]);
    expect(refused.text).toContain('Grond waarop de toestemming is onthouden');
    const stated = { ...withheld, ground: 'not-stated' };
    expect((await send(at('toestemming', 'besluit'), clerk, stated)).status).toBe(303);
    expect((await track.gate('toestemming')).decisions[0]?.flags).toContain('no-ground');
  });
});

describe('the form of a college', () => {
  it('takes a reservation, with the own council first', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'west/college');
    const { text } = await look(at('ontwerp', 'besluit'), secretary);
    expect(text).toMatch(/subjectTo\/body.*?<option[^>]*>[^<]*<\/option><option value="west\/raad"/s);
    const reserved = { 'subjectTo/gate': 'toestemming', 'subjectTo/body': 'west/raad' };
    const decision = { decision: 'agree-subject-to', decidedOn: '2024-01-05', ...reserved };
    expect((await send(at('ontwerp', 'besluit'), secretary, decision)).status).toBe(303);
    expect((await track.gate('ontwerp')).tally.for).toBe(1);
  });

  it('closes a decision, shows it to its own body alone, releases it and takes it back', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'west/college');
    const closed = { 'release/scope': 'own', 'release/ground': 'art. 87 Gemeentewet' };
    await send(at('ontwerp', 'besluit'), secretary, { decision: 'agree', decidedOn: '2024-01-05', ...closed });
    const own = await track.gate('ontwerp', '', await track.recorder('west/college'));
    const decision = `besluiten/${own.decisions[0]?.id}`;
    expect((await look(at('ontwerp', decision), secretary)).text).toContain('alleen voor het eigen orgaan');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    expect((await look(at('ontwerp', decision), chair)).status).toBe(404);
    const release = { on: '2024-01-08', scope: 'region' };
    expect((await send(at('ontwerp', `${decision}/vrijgeven`), secretary, release)).status).toBe(303);
    expect((await look(at('ontwerp', decision), chair)).status).toBe(200);
    const back = { on: '2024-01-09', reason: 'Het college besluit opnieuw.' };
    const check = await send(at('ontwerp', `${decision}/intrekken`), secretary, back);
    expect([check.status, check.text.includes('Klopt dit?')]).toEqual([200, true]);
    expect((await confirm(at('ontwerp', `${decision}/intrekken`), secretary, back)).status).toBe(303);
    expect((await track.gate('ontwerp')).tally).toMatchObject({ for: 0, silent: 3 });
  });
});

describe('the forms of an open gate', () => {
  it('put a version, an agenda and a receipt, change who decides, and take the submission back', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    const sent = async (form: string, cookie: string, fields: Record<string, string>) =>
      (await send(at('zienswijze', form), cookie, fields)).status;
    expect(await sent('ontvangst', clerk, { body: 'oost/raad', on: '2024-01-08' })).toBe(303);
    expect(await sent('agenda', clerk, { body: 'oost/raad', meetingOn: '2999-02-01', stage: 'committee' })).toBe(303);
    const mandate = { 'textualMandate/1': 'west/raad' };
    expect(await sent('versie', lead, { on: '2024-01-09', title: 'Tweede versie', ...mandate })).toBe(303);
    const leaving = { ...inForm, reason: 'Heringedeeld.', 'leaves/2': 'eiland/raad' };
    expect((await confirm(at('zienswijze', 'wie-besluiten'), chair, leaving)).status).toBe(303);
    const gate = await track.gate('zienswijze');
    expect(gate).toMatchObject({
      electorate: ['oost/raad', 'west/raad'],
      proposal: { version: 2 },
      receipts: [{ body: 'oost/raad', dueOn: '2024-03-04' }],
      agendas: [{ body: 'oost/raad', stage: 'committee' }],
    });
    expect(gate.proposals[1]?.textualMandate).toEqual(['west/raad']);
    const page = (await look(at('zienswijze'), lead)).text;
    for (const words of [
      '8 weken na ontvangst',
      'Op welke tekst is besloten',
      'Wat er wijzigde',
      'Voorlegging terugnemen',
    ])
      expect(page).toContain(words);
    expect((await send(at('zienswijze', 'terugnemen'), clerk, { on: '2024-01-11', reason: 'x' })).status).toBe(403);
    const back = { on: '2024-01-11', reason: 'De stukken klopten niet.' };
    expect((await confirm(at('zienswijze', 'terugnemen'), lead, back)).status).toBe(303);
    expect((await look(`${at('zienswijze')}?ronde=1`, lead)).text).toContain('teruggenomen');
    await accepted(track.lead.post(track.path('zienswijze', 'submissions'), { on: '2024-01-12' }));
  });
});

describe('the form of a rule', () => {
  const meeting = { 'meeting/form': 'session', 'meeting/reference': 'Overleg 6 januari' };
  const asked = { on: '2024-01-06', reason: 'Eiland wordt heringedeeld.', ...meeting };
  const two = { 'rule/rule': 'threshold', 'rule/needed': '2' };

  it('shows the rule in words before it is recorded, in force from the next submission', async () => {
    await track.put('ontwerp', '2024-01-04');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    const page = (await look(at('ontwerp', 'regel'), chair)).text;
    const now = 'De regel is nu: alle 3 colleges zijn akkoord.';
    for (const words of [now, 'Ten minste 2/3 van de 3 colleges is akkoord']) expect(page).toContain(words);
    const filled = { ...asked, ...two, ingang: 'later' };
    const check = await send(at('ontwerp', 'regel'), chair, filled);
    expect([check.status, check.text.includes('Klopt dit?')]).toEqual([200, true]);
    for (const words of [
      'Ten minste 2 van de 3 colleges zijn akkoord',
      'Vanaf de volgende voorlegging',
      '6 januari 2024',
    ])
      expect(check.text).toContain(words);
    expect((await confirm(at('ontwerp', 'regel'), chair, filled)).status).toBe(303);
    const gate = await track.gate('ontwerp');
    expect(gate).toMatchObject({
      rule: { text: 'alle 3 colleges zijn akkoord' },
      amendments: [{ inForce: 'next-submission' }],
    });
    const shown = (await look(at('ontwerp'), chair)).text;
    for (const words of [
      'Eerst: alle 3 colleges zijn akkoord.',
      'in vergadering, Overleg 6 januari',
      'Nog niet bericht aan alle organen',
    ])
      expect(shown).toContain(words);
  });

  it.each([
    ['majority', 'all', 'meer dan de helft van de 3 colleges is akkoord'],
    ['majority', 'decided', 'van de colleges die besluiten, zijn er meer akkoord dan niet akkoord'],
    ['share', 'all', 'ten minste 2/3 van de 3 colleges is akkoord'],
    ['share', 'decided', 'van de colleges die voor of tegen besluiten, is ten minste 2/3 akkoord'],
    ['unanimity', 'all', 'alle 3 colleges zijn akkoord'],
  ])('makes %s of %s a rule of those who decide, at once when all agree', async (rule, among, text) => {
    await track.put('ontwerp', '2024-01-04');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    const own = { ...two, 'rule/rule': rule, 'rule/among': among };
    const filled = { ...asked, ...own, ingang: 'at-once', notifiedOn: '8-1-2024' };
    expect((await confirm(at('ontwerp', 'regel'), chair, filled)).status).toBe(303);
    const agreedBy = ['oost/college', 'west/college', 'eiland/college'];
    expect(await track.gate('ontwerp')).toMatchObject({
      rule: { text },
      amendments: [{ inForce: 'now', agreedBy, notifiedOn: '2024-01-08' }],
    });
  });

  it('is for the chair alone, and keeps what was filled in when it is refused', async () => {
    await track.put('ontwerp', '2024-01-04');
    const secretary = await server.cookieOf('secretary', 'oost/college');
    expect((await look(at('ontwerp', 'regel'), secretary)).status).toBe(403);
    expect((await look(at('ontwerp'), secretary)).text).not.toContain('Besluitregel wijzigen');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    expect((await look(at('ontwerp'), chair)).text).toContain('Besluitregel wijzigen');
    const early = await send(at('ontwerp', 'regel'), chair, {
      ...asked,
      ...two,
      ingang: 'later',
      notifiedOn: '2024-01-05',
    });
    expect(early.status).toBe(400);
    for (const words of ['Datum van het bericht aan alle organen is te vroeg; kies 6 januari', 'Overleg 6 januari'])
      expect(early.text).toContain(words);
  });
});

describe('the form of who decides', () => {
  it('merges bodies into one of them', async () => {
    await track.put('ontwerp', '2024-01-04');
    const chair = await server.cookieOf('chair', 'raadsregio/overleg');
    const fields = {
      ...inForm,
      reason: 'Herindeling.',
      'merges/0/from/1': 'west/college',
      'merges/0/from/2': 'eiland/college',
    };
    const where = await send(at('ontwerp', 'wie-besluiten'), chair, fields);
    expect([where.status, where.text.includes('de vraag &quot;Wie komt in hun plaats?')]).toEqual([400, true]);
    const who = await send(at('ontwerp', 'wie-besluiten'), chair, {
      ...inForm,
      reason: fields.reason,
      'merges/0/into': 'west/college',
    });
    expect([who.status, who.text.includes('de vraag &quot;Wie gaan samen?')]).toEqual([400, true]);
    const into = { ...fields, 'merges/0/into': 'west/college' };
    expect((await confirm(at('ontwerp', 'wie-besluiten'), chair, into)).status).toBe(303);
    expect((await track.gate('ontwerp')).electorate).toEqual(['oost/college', 'west/college']);
    expect((await look(at('ontwerp'), chair)).text).toContain('College van West komt in de plaats van');
  });
});

describe('the forms that answer a body', () => {
  it('answer a point of a zienswijze and a remark, by the process lead, the first that has none before the others', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    const view = { tenor: 'positive', points: ['Regel de uittreding.', 'Evalueer.'] };
    const given = await accepted(track.decide('zienswijze', 'oost/raad', 'view', '2024-01-05', view));
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const decision = `besluiten/${given.id}`;
    expect((await look(at('zienswijze', decision), lead)).text).toContain('Punt beantwoorden');
    const answer = { point: '0', answer: 'Dat staat in artikel 12.', on: '2024-01-09' };
    expect((await send(at('zienswijze', `${decision}/punt`), lead, answer)).status).toBe(303);
    expect((await track.gate('zienswijze')).decisions[0]?.points).toMatchObject([
      { answer: answer.answer },
      { answer: null },
    ]);
    const next = (await look(at('zienswijze', `${decision}/punt`), lead)).text;
    expect(next).toMatch(/value="1"[^>]*checked|checked[^>]*value="1"/);
    expect((await look(at('zienswijze', decision), lead)).text).toContain('antwoord: Dat staat in artikel 12.');
    const clerk = await server.cookieOf('clerk', 'oost/raad');
    expect((await look(at('zienswijze', decision), clerk)).text).not.toContain('Punt beantwoorden');
    expect((await look(at('zienswijze', `${decision}/punt`), clerk)).status).toBe(403);
  });

  it('answer a remark where there is one', async () => {
    await track.put('ontwerp', '2024-01-04');
    const remarks = ['Let op de reiskosten.'];
    const given = await accepted(
      track.decide('ontwerp', 'oost/college', 'agree-with-remarks', '2024-01-05', { remarks }),
    );
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const decision = `besluiten/${given.id}`;
    const receipt = (await look(at('ontwerp', decision), lead)).text;
    expect([receipt.includes('Aandachtspunt beantwoorden'), receipt.includes('Punt beantwoorden')]).toEqual([
      true,
      false,
    ]);
    const answer = { remark: '0', answer: 'De regio vergoedt ze.', on: '2024-01-09' };
    expect((await send(at('ontwerp', `${decision}/aandachtspunt`), lead, answer)).status).toBe(303);
    expect((await look(at('ontwerp', decision), lead)).text).toContain('antwoord: De regio vergoedt ze.');
    expect((await look(`/trajecten/${track.id}/logboek`, lead)).text).toContain(
      'Aandachtspunt 1 van het college van Oost is beantwoord.',
    );
  });
});

describe('the page of a dossier', () => {
  it('says at a phase that began which earlier gate is open again, and not on the day before', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-03');
    await track.put('zienswijze', '2024-01-04');
    await accepted(
      track.chair.post(track.path('ontwerp', 'reopenings'), { on: '2024-01-08', reason: 'Er is een fout.' }),
    );
    const lead = await server.cookieOf('process-lead', 'raadsregio/overleg');
    const words = 'Steunt op Ontwerp, dat opnieuw open staat';
    expect((await look(`/trajecten/${track.id}`, lead)).text).toContain(words);
    expect((await look(`/trajecten/${track.id}?asOf=2024-01-07`, lead)).text).not.toContain(words);
  });
});
