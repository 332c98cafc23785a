// A dossier of Drenthe as its process lead and its chair send calls to it, for tests that correct what was recorded.
import type { PhaseView } from '../../src/domain/views/dossier-view.js';
import type { Answer, Client, Problem } from './client.js';
import { accepted, dossierOf } from './drenthe.js';
import type { TestServer } from './server.js';

export class Track {
  id = '';

  private constructor(
    readonly server: TestServer,
    readonly lead: Client,
    readonly chair: Client,
  ) {}

  static async on(server: TestServer): Promise<Track> {
    return new Track(server, await server.lead(), await server.chair());
  }

  at = (path: string) => `/dossiers/${this.id}/${path}`;

  post<T>(path: string, body: object, who = this.lead): Promise<Answer<T & Problem>> {
    return who.post<T & Problem>(this.at(path), body);
  }

  /** @returns the sequence of what was recorded */
  async recorded(path: string, body: object, who = this.lead): Promise<number> {
    return (await accepted(this.post<{ recorded: { sequence: number } }>(path, body, who))).recorded.sequence;
  }

  async sequence(): Promise<number> {
    return (await dossierOf(this.server, this.id)).version;
  }

  async phase(phase: string, query = ''): Promise<PhaseView> {
    const found = (await dossierOf(this.server, this.id, query)).phases.find((one) => one.id === phase);
    if (!found) throw new Error(`there is no phase ${phase}`);
    return found;
  }

  /** The moment of what was recorded last; what is recorded next is later, which within a millisecond it would not be. */
  async known(): Promise<string> {
    const { body } = await this.lead.get<{ items: { recordedAt: string }[] }>(this.at('events?limit=1000'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return encodeURIComponent(body.items.at(-1)?.recordedAt ?? '');
  }
}
