// Roles are a record: who was given what, by whom and why; and a name or an address that was wrong, or is to be forgotten.
import type { PersonEventView, PersonView } from '../../src/domain/views/person-view.js';
import { dayOf } from '../../src/domain/calendar.js';
import { type Answer, type Client, type Problem, refusal } from '../support/client.js';
import { accepted, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let administrator: Client & { id: string };

beforeAll(async () => {
  server = await TestServer.start();
  administrator = await server.person({ role: 'administrator' });
});
afterAll(() => server.stop());

const today = dayOf(new Date().toISOString());
const chair = { role: 'chair', body: abo, from: '2024-01-01' };

let counter = 0;
const add = (email = `nieuw-${++counter}@gemeente.example`, name = 'Sara de Boer', by: Client = administrator) =>
  accepted(by.post<PersonView>('/people', { email, name }));
const give = (person: string, role: object = chair, by: Client = administrator) =>
  by.post<PersonView>(`/people/${person}/assignments`, role);
const idOf = ({ assignments }: PersonView): string => assignments[0]?.id ?? 'no role';
const end = ({ id, ...person }: PersonView, said: object, by: Client = administrator) =>
  by.post<PersonView>(`/people/${id}/assignments/${idOf({ id, ...person })}/endings`, said);
const recordOf = async (person: string): Promise<PersonEventView[]> =>
  (await administrator.get<{ items: PersonEventView[] }>(`/people/${person}/roles`)).body.items;
/** What is wrong, with the sentence about its first field. */
const told = (answer: Answer): [string | null, string | undefined] => [
  refusal(answer),
  (answer.body as Problem).errors[0]?.detail,
];

describe('truth no. 14: a role', () => {
  it('is given once: the same role for the same body on one day is refused, with the one that is there', async () => {
    const { id } = await add();
    await accepted(give(id));
    const sentence = /valt samen met dezelfde rol, die al geldt vanaf 1 januari 2024; .*beëindig die rol eerst/;
    expect(told(await give(id))).toEqual(['400 /from not-allowed-here', expect.stringMatching(sentence)]);
    expect(refusal(await give(id, { ...chair, from: '2030-01-01' }))).toBe('400 /from not-allowed-here');
    expect(refusal(await give(id, { ...chair, from: '2020-01-01', until: '2024-01-01' }))).toBe(
      '400 /from not-allowed-here',
    );
    await accepted(give(id, { ...chair, from: '2020-01-01', until: '2023-12-31' }));
    await accepted(give(id, { ...chair, role: 'deputy-chair' }));
  });

  it('that has ended is never given life again: an end only comes forward', async () => {
    const person = await accepted(give((await add()).id));
    const ended = await accepted(end(person, { until: '2024-06-01' }));
    const sentence = /ligt na het einde dat deze rol al heeft, 1 juni 2024; kies een dag daarvoor/;
    expect(told(await end(person, { until: '2099-06-01' }))).toEqual([
      '400 /until not-allowed-here',
      expect.stringMatching(sentence),
    ]);
    expect(refusal(await end(person, { until: '2024-06-02' }))).toBe('400 /until not-allowed-here');
    expect(refusal(await end(person, { until: '2024-06-01' }))).toBe('409 not-in-this-state');
    expect(refusal(await end(person, { until: '2023-12-31' }))).toBe('400 /until date-too-early');
    const [listed] = (await accepted(end(person, { until: '2024-05-31' }))).assignments;
    expect([idOf(ended), listed?.until]).toEqual([listed?.id, '2024-05-31']);
  });

  it('says who gave and ended it, when and why', async () => {
    const person = await accepted(give((await add()).id, { ...chair, reason: 'Gekozen op 4 juni.' }));
    await accepted(end(person, { until: '2024-06-01', reason: 'Weg bij de gemeente.' }));
    const found = await recordOf(person.id);
    const by = { id: administrator.id, role: 'administrator', body: null, name: expect.stringMatching(/^Persoon/) };
    const own = { person: person.id, by: { role: 'administrator' }, commitments: expect.anything() };
    const assignment = idOf(person);
    expect(
      found.map(({ type, on, recordedBy, facts, texts }) => [type, on, recordedBy, facts, texts.reason?.text]),
    ).toEqual([
      ['PersonAdded', today, by, own, undefined],
      ['RoleGiven', today, by, { ...own, assignment, ...chair }, 'Gekozen op 4 juni.'],
      ['RoleEnded', today, by, { ...own, assignment, until: '2024-06-01' }, 'Weg bij de gemeente.'],
    ]);
    expect(found[2]?.previous).toBe(found[1]?.hash);
  });

  it('was there before it was recorded, or came without anybody: then nobody is named', async () => {
    const { id } = await server.person({ role: 'reader', body: abo });
    expect((await recordOf(id)).map(({ type, recordedBy, facts }) => [type, recordedBy, facts])).toEqual([
      ['PersonAdded', null, expect.objectContaining({ origin: 'sluis' })],
      ['RoleGiven', null, expect.objectContaining({ origin: 'sluis', role: 'reader' })],
    ]);
  });

  it('that two end at once is ended once, and the other is told', async () => {
    const person = await accepted(give((await add()).id));
    const other = await server.person({ role: 'administrator' });
    const both = await Promise.all([administrator, other].map((by) => end(person, { until: '2024-06-01' }, by)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map(refusal)).toContain('409 not-in-this-state');
    expect(await recordOf(person.id)).toHaveLength(3);
  });

  it('of who gives them does not end where nobody would give them any more', async () => {
    const leaving = await TestServer.start();
    try {
      const last = await leaving.addPerson({ role: 'administrator' });
      const goes = await leaving.person({ role: 'administrator', until: '2999-01-01' });
      const { assignments } = (await goes.get<{ items: PersonView[] }>('/people')).body.items.find(
        ({ id }) => id === last.id,
      ) ?? { assignments: [] };
      const ending = (until: string) =>
        goes.post(`/people/${last.id}/assignments/${assignments[0]?.id}/endings`, { until });
      expect(refusal(await ending('2999-01-01'))).toBe('409 last-administrator');
      expect((await ending('2998-12-31')).status).toBe(201);
    } finally {
      await leaving.stop();
    }
  });

  it('is given by nobody whose own role ended while their request waited', async () => {
    const goes = await server.addPerson({ role: 'administrator' });
    const caller = { person: await server.sluis.directory.authenticate(goes.token, 'token'), key: null, ifMatch: null };
    const { id } = await add();
    const said = { payload: { role: 'chair', body: abo, from: '2024-01-01' } } as const;
    const byThem = () => server.sluis.people.assign(caller, { person: id, shown: null }, said, () => 'given');
    await accepted(administrator.post(`/people/${goes.id}/erasures`, { reason: 'Weg.' }));
    await expect(byThem()).rejects.toMatchObject({ code: 'sign-in-required' });
    expect(await recordOf(id)).toHaveLength(1);
  });

  it('is not for oneself, and its record is for administrators alone', async () => {
    const own = await give(administrator.id);
    expect([refusal(own), (own.body as unknown as Problem).detail]).toEqual([
      '403 not-your-role',
      'Niemand doet dit voor zichzelf; vraag een andere beheerder.',
    ]);
    const { id } = await add();
    expect(refusal(await (await server.lead()).get(`/people/${id}/roles`))).toBe('403 not-your-role');
    expect(refusal(await administrator.get('/people/niemand/roles'))).toBe('404 unknown-person');
  });

  it('is recorded in pages, of which each goes on after the last', async () => {
    const { id } = await accepted(give((await add()).id));
    const first = await administrator.get<{ items: PersonEventView[]; next: string }>(`/people/${id}/roles?limit=1`);
    const next = await administrator.get<{ items: PersonEventView[]; next: null }>(
      `/people/${id}/roles?limit=1&cursor=${first.body.next}`,
    );
    expect([first, next].map(({ body }) => body.items.map(({ type }) => type))).toEqual([
      ['PersonAdded'],
      ['RoleGiven'],
    ]);
    expect(next.body.next).toBeNull();
  });
});

describe('a one-time link, by which whoever has it signs in as somebody', () => {
  it('is in the record: who made it, and that a password was chosen by it', async () => {
    const { id, email } = await add();
    const { link } = await accepted(administrator.post<{ link: string }>(`/people/${id}/invitations`, {}));
    const body = new URLSearchParams({ password: 'een goed lang wachtwoord' });
    const at = link.replace('http://localhost:3000', server.url);
    expect((await fetch(at, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
    const found = (await recordOf(id)).slice(1);
    expect(found.map(({ type, recordedBy, facts, texts }) => [type, recordedBy?.id, facts, texts])).toEqual([
      ['LinkMade', administrator.id, { person: id, by: { role: 'administrator' } }, {}],
      ['PasswordChosen', undefined, { person: id, origin: 'link' }, {}],
    ]);
    expect((await server.anyone.post('/tokens', { email, password: 'een goed lang wachtwoord' })).status).toBe(201);
  });
});

describe('truth no. 24: a typo in a name or an address', () => {
  const correct = (person: string, said: object) =>
    administrator.post<PersonView>(`/people/${person}/corrections`, { reason: 'Tikfout.', ...said });

  it('is mended, and what was said first stays in the record', async () => {
    const { id } = await add('sra@gemeente.example', 'Sra de Boer');
    const mended = await accepted(correct(id, { name: 'Sara de Boer', email: 'SARA@gemeente.example' }));
    expect(mended).toMatchObject({ name: 'Sara de Boer', email: 'sara@gemeente.example' });
    expect((await recordOf(id)).map(({ texts }) => [texts.name?.text, texts.email?.text, texts.reason?.text])).toEqual([
      ['Sra de Boer', 'sra@gemeente.example', undefined],
      ['Sara de Boer', 'sara@gemeente.example', 'Tikfout.'],
    ]);
    expect(server.sluis.directory.nameOf(id)).toBe('Sara de Boer');
    await add('sra@gemeente.example');
  });

  it('is refused without a reason, without what it should be, or with the address of somebody else', async () => {
    const { id } = await add();
    const { email } = await add();
    expect(refusal(await correct(id, { name: 'Sara', reason: undefined }))).toBe('400 /reason required');
    expect(told(await correct(id, {}))).toEqual([
      '400 /name required',
      '/name ontbreekt; noem de naam of het adres zoals het moet zijn.',
    ]);
    expect(told(await correct(id, { email }))).toEqual([
      '400 /email not-allowed-here',
      '/email hoort al bij iemand anders; kies een ander adres.',
    ]);
    expect(refusal(await correct('niemand', { name: 'Sara' }))).toBe('404 unknown-person');
    await accepted(
      correct(id, {
        email: (await administrator.get<{ items: PersonView[] }>('/people?limit=100')).body.items.find(
          (one) => one.id === id,
        )?.email,
      }),
    );
  });
});

describe('truth no. 24: who is erased', () => {
  const erase = (person: string, said: object = {}, by: Client = administrator) =>
    by.post<PersonView>(`/people/${person}/erasures`, { reason: 'Op eigen verzoek.', ...said });

  it('is nobody any more: no name, no address, no way in, and everything that they recorded', async () => {
    const dossier = await withOpenGate(server);
    const { id, token, email } = await server.addPerson({ role: 'secretary', body: 'assen/college' });
    const secretary = server.anyone.bearing(token);
    const path = `/dossiers/${dossier}/gates/instemming/decisions`;
    const said = { body: 'assen/college', decision: 'agree', decidedOn: '2024-04-16' };
    await accepted(secretary.post(path, said, { 'idempotency-key': 'a decision of theirs' }));
    await accepted(
      administrator.post(
        `/people/${id}/corrections`,
        { name: 'Hella Haasse', reason: 'Hella heet zo.' },
        { 'idempotency-key': 'their name' },
      ),
    );
    const before = await recordOf(id);

    const erased = await accepted(erase(id));
    expect(erased).toMatchObject({ name: null, email: null, erasedOn: today, assignments: [{ until: today }] });
    expect(refusal(await secretary.get('/me'))).toBe('401 sign-in-required');
    const after = await recordOf(id);
    expect(after.slice(0, before.length).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
    expect(after.at(-1)).toMatchObject({ type: 'PersonErased', texts: { reason: { text: 'Op eigen verzoek.' } } });
    const [decision] = (await gateOf(server, dossier)).decisions;
    expect(decision?.recorded.recordedBy).toMatchObject({ id, role: 'secretary', name: null });

    const { reader } = server.sluis;
    for (const { name } of await reader.rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)) {
      const rows = JSON.stringify(await reader.rows(`SELECT * FROM ${name}`));
      expect([name, rows.includes(email), rows.includes('Hella')]).toEqual([name, false, false]);
    }
    const again = await accepted(
      administrator.post<PersonView>(
        `/people/${id}/corrections`,
        { name: 'Hella Haasse', reason: 'Hella heet zo.' },
        { 'idempotency-key': 'their name' },
      ),
    );
    expect([again.id, again.name, again.email]).toEqual([id, null, null]);
    expect((await administrator.get(`/people?limit=100`)).text).not.toContain(email);
    expect((await add(email)).email).toBe(email);
  });

  it('cannot be changed any more, or erased again', async () => {
    const { id } = await add();
    await accepted(erase(id, { on: '2024-06-01' }));
    const detail = 'Dit kan nu niet: dit is iemand van wie de gegevens zijn gewist; kies iemand anders.';
    const again = await erase(id);
    expect([refusal(again), (again.body as unknown as Problem).detail]).toEqual(['409 not-in-this-state', detail]);
    for (const [call, body] of [
      ['assignments', chair],
      ['corrections', { name: 'Sara', reason: 'x' }],
      ['invitations', {}],
    ] as const)
      expect([call, refusal(await administrator.post(`/people/${id}/${call}`, body))]).toEqual([
        call,
        '409 not-in-this-state',
      ]);
  });

  it('is not oneself, not the last who gives roles, and not erased on a day to come or without a reason', async () => {
    expect(refusal(await erase(administrator.id))).toBe('403 not-your-role');
    const { id } = await add();
    expect(refusal(await erase(id, { on: '2999-01-01' }))).toBe('400 /on date-in-future');
    expect(refusal(await erase(id, { reason: undefined }))).toBe('400 /reason required');
    const leaving = await TestServer.start();
    try {
      const last = await leaving.person({ role: 'administrator' });
      const goes = await leaving.person({ role: 'administrator', until: today });
      expect(refusal(await erase(last.id, {}, goes))).toBe('409 last-administrator');
      await leaving.person({ role: 'administrator' });
      await accepted(erase(last.id, {}, goes));
    } finally {
      await leaving.stop();
    }
  });
});

it('decides for nobody: what the erased recorded goes on counting', async () => {
  const dossier = await withOpenGate(server);
  await accepted(decide(server, dossier, 'emmen'));
  const { tally } = await gateOf(server, dossier);
  const { id } = (await (await server.secretary('emmen')).get<{ id: string }>('/me')).body;
  await accepted(administrator.post(`/people/${id}/erasures`, { reason: 'Met pensioen.' }));
  expect((await gateOf(server, dossier)).tally).toEqual(tally);
});
