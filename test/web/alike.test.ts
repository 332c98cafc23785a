// Of many who stand alike one row is enough: how many, with each of them behind it. Nobody is left out.
import { accepted, agree, municipalities, withOpenGate } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** The list of who is to act, as it is read, and everyone who has a row in it. */
async function toAct(id: string): Promise<{ text: string; named: number; rows: number }> {
  const { text } = await look(`/trajecten/${id}`, await server.cookieOf('process-lead', abo));
  const list = text.slice(text.indexOf('<ul class="sluis-needed">'), text.indexOf('ABO Jeugd</strong>'));
  return {
    text: textOf(list),
    named: list.split('College van ').length - 1,
    rows: list.replace(/<details.*?<\/details>/gs, '').split('<li class="sluis-act"').length - 1,
  };
}

it('six or more share a row, in which each is named; fewer have a row each', async () => {
  const id = await withOpenGate(server);
  const begun = await toAct(id);
  expect([begun.named >= municipalities.length, begun.rows]).toEqual([true, 2]); // and that of the chair
  expect(begun.text).toContain('12 colleges Nog geen besluit');
  await agree(server, id, municipalities.slice(0, 6));
  expect((await toAct(id)).text).toContain('6 colleges Nog geen besluit');
  await agree(server, id, municipalities.slice(6, 7));
  const few = await toAct(id);
  expect([few.text.includes('colleges Nog geen besluit'), few.rows]).toEqual([false, 6]);
});

it('one that is on an agenda has a row of its own', async () => {
  const id = await withOpenGate(server);
  const lead = await server.lead();
  const planned = { body: 'assen/college', meetingOn: '2999-01-05', stage: 'college' };
  await accepted(lead.post(`/dossiers/${id}/gates/instemming/agendas`, planned));
  const { text, rows } = await toAct(id);
  expect(text).toContain('11 colleges Nog geen besluit');
  expect(rows).toBe(3);
});
