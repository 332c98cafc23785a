// A real server in this process, on a database of its own, with the people that a test needs.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import 'reflect-metadata';
import { Demonstration } from '../../src/app/demonstration.js';
import { Clock } from '../../src/store/process/clock.js';
import { Configuration } from '../../src/store/process/configuration.js';
import { People } from '../../src/identity/people.js';
import { PeopleDirectory } from '../../src/identity/people-directory.js';
import { DossierCache } from '../../src/app/dossier-cache.js';
import { Dossiers } from '../../src/app/dossiers.js';
import { Database } from '../../src/store/database.js';
import { ReadModels } from '../../src/app/read-models.js';
import { Readings } from '../../src/app/readings.js';
import { Secrets } from '../../src/identity/secrets.js';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { Description } from '../../src/api/openapi.js';
import { createApplication } from '../../src/application.js';
import type { Role } from '../../src/domain/vocabulary.js';
import type { KnownAssignment } from '../../src/domain/people.js';
import { Session } from '../../src/identity/sessions.js';
import { Metrics } from '../../src/http/metrics.js';
import { Places } from '../../src/http/places.js';
import { ClockWatch } from '../../src/store/watch/clock-watch.js';
import { SecurityLog } from '../../src/store/security/security-log.js';
import { StorageWatch } from '../../src/store/watch/storage-watch.js';
import { TellingSystems } from '../../src/app/telling.js';
import { Reminding } from '../../src/app/reminding.js';
import { CalendarBook } from '../../src/store/calendars.js';
import { Forgetting } from '../../src/store/forgetting.js';
import { Outbox } from '../../src/store/outbox.js';
import { Tidying } from '../../src/store/tidying.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { Client } from './client.js';

export const abo = 'jeugdhulpregio-drenthe/abo';
const sessionSecret = 'a secret for tests alone, long enough';

export class TestServer {
  readonly tokens = new Map<string, string>();
  private stopping: Promise<void> | undefined;

  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly app: NestFastifyApplication,
    private readonly client: Client,
  ) {}

  static async start({ workflows = [], change = {}, folder = mkdtempSync(join(tmpdir(), 'sluis-')) }: Options = {}) {
    const configuration: Configuration = {
      mode: 'serve',
      port: 0,
      host: '127.0.0.1',
      folder,
      baseUrl: 'http://localhost:3000',
      sessionSecret,
      trustProxy: [],
      clock: null,
      contact: { name: 'Proef', url: 'https://sluis.example', email: 'api@sluis.example' },
      workflows,
      writesPerMinute: 1_000_000, // tests write faster than people do
      ...change,
    };
    const app = await createApplication(configuration);
    await app.listen(configuration.port, '127.0.0.1');
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const { baseUrl, contact } = configuration;
    const client = Client.of(url, { baseUrl, contact }, () => app.get(Description).text);
    return new TestServer(url, folder, app, client);
  }

  /** What stands behind HTTP. */
  get sluis() {
    return {
      configuration: this.app.get(Configuration),
      clock: this.app.get(Clock),
      demonstration: this.app.get(Demonstration),
      work: this.app.get(UnitOfWork),
      catalogue: this.app.get(PlanCatalogue),
      directory: this.app.get(PeopleDirectory),
      people: this.app.get(People),
      dossiers: this.app.get(Dossiers),
      readings: this.app.get(Readings),
      cache: this.app.get(DossierCache),
      reader: this.app.get(Database).reader,
      manager: this.app.get(Database).manager,
      outbox: this.app.get(Outbox),
      reminding: this.app.get(Reminding),
      telling: this.app.get(TellingSystems),
      calendars: this.app.get(CalendarBook),
      forgetting: this.app.get(Forgetting),
      metrics: this.app.get(Metrics),
      security: this.app.get(SecurityLog),
      tidying: this.app.get(Tidying),
      places: this.app.get(Places),
      rebuild: () => this.app.get(ReadModels).rebuild(),
    };
  }

  /** What looks at the clock of the machine. */
  get watch(): ClockWatch {
    return this.app.get(ClockWatch);
  }

  /** What looks at the files of the database, and for space. */
  get storage(): StorageWatch {
    return this.app.get(StorageWatch);
  }

  /** Someone who has this token already. */
  bearing(token: string): Client {
    return this.client.bearing(token);
  }

  /** Someone with these roles, signed in by a token. */
  async person(...assignments: Partial<KnownAssignment>[]): Promise<Client & { id: string }> {
    const { id, token } = await this.addPerson(...assignments);
    return Object.assign(this.client.bearing(token), { id });
  }

  async addPerson(...assignments: Partial<KnownAssignment>[]): Promise<{ id: string; token: string; email: string }> {
    const id = randomUUID();
    const token = randomUUID();
    const email = `${id}@test.example`;
    const hash = this.app.get(Secrets).digest(token);
    const plain = { role: 'reader', body: null, from: '2020-01-01', until: null } as const;
    const given = assignments.map((one) => ({ ...plain, ...one }));
    const session = { hash, person: id, kind: 'token', expiresAt: '2999-01-01T00:00:00.000Z' } as const;
    await this.sluis.work.do(async (tx) => {
      await this.sluis.directory.enrol([{ id, email, name: `Persoon ${id.slice(0, 4)}`, assignments: given }], tx);
      await tx.manager.insert(Session, session);
    });
    return { id, token, email };
  }

  /** The session cookie of someone with this role, as a browser would send it. */
  async cookieOf(role: Role, body: string | null): Promise<string> {
    return this.signIn((await this.addPerson({ role, body })).id);
  }

  /** The session cookie of somebody who is in the database. */
  async signIn(person: string): Promise<string> {
    const secret = randomUUID();
    const hash = this.app.get(Secrets).digest(secret);
    const session = { hash, person, kind: 'cookie', expiresAt: '2999-01-01T00:00:00.000Z' } as const;
    await this.sluis.work.do(({ manager }) => manager.insert(Session, session));
    return `sluis=${secret}`;
  }

  /** The server of Node itself. */
  get http(): unknown {
    return this.app.getHttpServer();
  }

  get anyone(): Client {
    return this.client;
  }

  lead = () => this.as('process-lead', abo);
  chair = () => this.as('chair', abo);
  secretary = (municipality: string) => this.as('secretary', `${municipality}/college`);
  clerk = (municipality: string) => this.as('clerk', `${municipality}/raad`);

  /** One person for each role and body, made when first asked for. */
  async as(role: Role, body: string | null): Promise<Client> {
    const name = `${role} ${body}`;
    const token = this.tokens.get(name) ?? (await this.addPerson({ role, body })).token;
    this.tokens.set(name, token);
    return this.client.bearing(token);
  }

  /** Once is enough: a test may stop it and leave the rest to `afterAll`. */
  async stop({ keep = false } = {}): Promise<void> {
    await (this.stopping ??= this.app.close());
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Options {
  workflows?: URL[];
  change?: Partial<Configuration>;
  folder?: string;
}
