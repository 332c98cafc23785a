// The world of the story on the server of today, which is opened, written to and played on otherwise than that of the first
// release; it loads nothing of the product before it is asked to.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LazyModuleLoader } from '@nestjs/core';
import { World } from '../fixtures/first-release/story/world.mjs';

const built = (path) => import(join(import.meta.dirname, '../../dist/src', path));

export class TodaysWorld extends World {
  /** @param more what the configuration has beside the rest */
  static async open(more = () => ({})) {
    const world = new TodaysWorld();
    world.folder = mkdtempSync(join(tmpdir(), 'sluis-rows-'));
    const { createApplication } = await built('application.js');
    const { PeopleDirectory } = await built('identity/people-directory.js');
    world.app = await createApplication({
      mode: 'serve',
      port: 0,
      host: '127.0.0.1',
      folder: world.folder,
      baseUrl: 'http://localhost:3000',
      sessionSecret: 'a secret for tests alone, long enough',
      trustProxy: [],
      clock: new Date(Date.now()).toISOString(), // the story moves it, which no machine does
      ...more(world),
    });
    await world.app.listen(0, '127.0.0.1');
    world.url = (await world.app.getUrl()).replace('[::1]', '127.0.0.1');
    const id = randomUUID();
    const role = { role: 'administrator', body: null, from: '2024-01-01', until: null };
    const administrator = { id, email: 'beheer@eerste.example', name: 'Beheerder', assignments: [role] };
    await world.app.get(PeopleDirectory).enrol([administrator]);
    world.administrator = await world.signIn(id);
    return world;
  }

  async write(job) {
    const { UnitOfWork } = await built('store/unit-of-work.js');
    return this.app.get(UnitOfWork).do(({ manager }) => job(manager));
  }

  /** A token for somebody, or what stands in a cookie. */
  async signIn(person, kind = 'token') {
    const { Session } = await built('identity/sessions.js');
    const { Secrets } = await built('identity/secrets.js');
    const secret = randomUUID();
    const hash = this.app.get(Secrets).digest(secret);
    await this.write((manager) =>
      manager.insert(Session, { hash, person, kind, expiresAt: '2999-01-01T00:00:00.000Z' }),
    );
    return secret;
  }

  async replay(name) {
    const { readReplay } = await built('replay/replay-file.js');
    const { Player } = await built('replay/play-replay.js');
    const { ReplayModule } = await built('replay/replay.module.js');
    const module = await this.app.get(LazyModuleLoader).load(() => ReplayModule);
    const file = join(import.meta.dirname, '../replays', `${name}.json`);
    const [begun] = await module.get(Player).play(readReplay(readFileSync(file)));
    return begun.reading.dossier.id;
  }

  async close() {
    await this.app.close();
  }
}
