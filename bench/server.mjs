// A production server for the bench, with thirty secretaries, a process lead and a chair who are signed in already. Prints one
// line of JSON with its address and their tokens when it listens.
import { randomUUID } from 'node:crypto';
import { createApplication } from '../dist/src/application.js';
import { Secrets } from '../dist/src/identity/secrets.js';
import { PeopleDirectory } from '../dist/src/identity/people-directory.js';
import { Session } from '../dist/src/identity/sessions.js';
import { UnitOfWork } from '../dist/src/store/unit-of-work.js';
import { names } from './region.mjs';

const configuration = {
  mode: 'serve',
  port: 0,
  host: '127.0.0.1',
  folder: process.argv[2],
  baseUrl: 'http://localhost:3000',
  sessionSecret: 'only for measuring, and long enough for it',
  trustProxy: [],
  clock: null,
  writesPerMinute: 1_000_000, // it measures the write path, and not how long anybody is asked to wait
  workflows: [new URL('./workflows/', import.meta.url)],
};

const app = await createApplication(configuration);
const secrets = app.get(Secrets);
const work = app.get(UnitOfWork);
await app.listen(0, '127.0.0.1');

const signedIn = (role, body) =>
  work.do(async (tx) => {
    const [id, token] = [randomUUID(), randomUUID()];
    const assignments = [{ role, body, from: '2024-01-01', until: null }];
    await app.get(PeopleDirectory).enrol([{ id, email: `${id}@bench.example`, name: body, assignments }], tx);
    const hash = secrets.digest(token);
    await tx.manager.insert(Session, { hash, person: id, kind: 'token', expiresAt: '2999-01-01T00:00:00.000Z' });
    return token;
  });

const lead = await signedIn('process-lead', 'benchregio/overleg');
const chair = await signedIn('chair', 'benchregio/overleg');
const secretaries = [];
for (const one of names(30))
  secretaries.push({ body: `${one}/college`, token: await signedIn('secretary', `${one}/college`) });
await app.get(PeopleDirectory).load();
console.log(JSON.stringify({ url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), lead, chair, secretaries }));
