// What the core asks about people, whoever keeps them: names, newcomers, and what is forgotten after its term.
import { randomUUID } from 'node:crypto';
import { Session } from '../../src/identity/sessions.js';
import { StoredPerson } from '../../src/identity/stored-person.js';
import type { Newcomer } from '../../src/store/directory.js';
import { keepAnswer, KeptAnswer } from '../../src/store/kept-answers.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

const newcomer = (name: string, change: Partial<Newcomer> = {}): Newcomer => ({
  id: name.toLowerCase(),
  email: `${name}@test.example`,
  name,
  assignments: [{ role: 'reader', body: 'assen/college', from: '2024-01-01', until: null }],
  ...change,
});

it('knows nobody at first, and then whoever was enrolled, by name and by role', async () => {
  const { directory } = server.sluis;
  expect([directory.isEmpty(), directory.nameOf('anna')]).toEqual([true, null]);
  const [anna, bert] = await directory.enrol([newcomer('Anna'), newcomer('Bert', { assignments: [] })]);
  expect(anna).toMatchObject({ id: 'anna', email: 'anna@test.example', assignments: [{ role: 'reader' }] });
  expect(bert?.assignments).toEqual([]);
  expect([directory.isEmpty(), directory.nameOf('anna'), directory.nameOf('bert')]).toEqual([false, 'Anna', 'Bert']);
});

it('leaves whoever is known by that id as they are, password and roles too', async () => {
  const { directory } = server.sluis;
  const password = 'een wachtwoord van een test';
  const [before] = await directory.enrol([newcomer('Anna', { password })]);
  const [after] = await directory.enrol([newcomer('Anna', { name: 'Anders', password: 'een heel ander wachtwoord' })]);
  expect(after).toEqual(before);
  expect(directory.nameOf('anna')).toBe('Anna');
  const signedIn = await server.anyone.post('/tokens', { email: 'anna@test.example', password });
  expect(signedIn.status).toBe(201);
});

it('adds nobody when the job fails in which they were to be added', async () => {
  const { directory, work } = server.sluis;
  const failing = work.do(async (tx) => {
    await directory.enrol([newcomer('Anna')], tx);
    throw new Error('as jobs can');
  });
  await expect(failing).rejects.toThrow('as jobs can');
  expect(await work.do(({ manager }) => manager.count(StoredPerson))).toBe(0);
});

it('forgets what ended more than a week ago, kept answers and sessions alike, and nothing else', async () => {
  const { tidying, work } = server.sluis;
  const { id } = await server.addPerson(); // signed in for long
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  await work.do(async ({ connection, manager }) => {
    for (const days of [6, 8]) {
      const hash = randomUUID();
      await manager.insert(Session, { hash, person: id, kind: 'cookie', expiresAt: daysAgo(days) });
      const kept = { person: id, key: `key of ${days} days`, request: hash, answer: '', keptAt: daysAgo(days) };
      await keepAnswer(connection, kept);
    }
  });
  await tidying.tidy();
  const left = await work.do(async ({ manager }) => [await manager.count(Session), await manager.count(KeptAnswer)]);
  expect(left).toEqual([2, 1]);
});
