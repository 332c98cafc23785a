// Moves in the invented council track (test/workflows/raadstraject.v1.ts).
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import type { Answer, Client } from './client.js';
import { accepted } from './drenthe.js';
import type { TestServer } from './server.js';

export const council = 'raadsregio/overleg';
export const places = ['oost', 'west', 'eiland'];

/** One dossier, with everyone who has a part in it. */
export class Track {
  private constructor(
    readonly id: string,
    readonly lead: Client,
    readonly chair: Client,
    private readonly server: TestServer,
    private readonly taking: string[],
  ) {}

  /** `named`: the parties, for a workflow that leaves them open. */
  static async start(
    server: TestServer,
    workflow = 'raadstraject',
    startedOn = '2024-01-02',
    ruledBy = council,
    named?: string[],
  ): Promise<Track> {
    const lead = await server.as('process-lead', ruledBy);
    const chair = await server.as('chair', ruledBy);
    const asked = { workflow, title: 'Raadstraject (test)', startedOn, parties: named };
    const { id } = await accepted(lead.post<DossierView>('/dossiers', asked));
    return new Track(id, lead, chair, server, named ?? places);
  }

  /** The secretary of a college, or the clerk of a council. */
  recorder(body: string): Promise<Client> {
    return this.server.as(body.endsWith('/raad') ? 'clerk' : 'secretary', body);
  }

  path(gate: string, call = ''): string {
    return `/dossiers/${this.id}/gates/${gate}${call === '' ? '' : `/${call}`}`;
  }

  async put(gate: string, on: string, more: object = {}): Promise<GateView> {
    await accepted(this.lead.post(`/dossiers/${this.id}/phases/${gate}/starts`, { on }));
    return accepted(this.lead.post<GateView>(this.path(gate, 'submissions'), { on, ...more }));
  }

  async decide(gate: string, body: string, decision: string, decidedOn: string, more: object = {}) {
    const who = await this.recorder(body);
    return who.post<DecisionView>(this.path(gate, 'decisions'), { body, decision, decidedOn, ...more });
  }

  async all(gate: string, kind: 'college' | 'raad', decision: string, on: string, more: object = {}): Promise<void> {
    for (const place of this.taking) await accepted(this.decide(gate, `${place}/${kind}`, decision, on, more));
  }

  rule(gate: string, ruling: string, ruledOn: string, more: object = {}): Promise<Answer> {
    return this.chair.post(this.path(gate, 'rulings'), { ruling, ruledOn, ...more });
  }

  /** A phase from its start to a go, with every body for. */
  async pass(gate: string, kind: 'college' | 'raad', decision: string, on: string, more: object = {}): Promise<void> {
    await this.put(gate, on);
    await this.all(gate, kind, decision, on, more);
    await accepted(this.rule(gate, 'go', on));
  }

  async gate(gate: string, query = '', who: Client = this.lead): Promise<GateView> {
    return (await who.get<GateView>(this.path(gate) + query)).body;
  }

  /** Outcome, and who is missing why. */
  async stand(gate: string, query = ''): Promise<[string | null, Record<string, string>]> {
    const { outcome, missing } = await this.gate(gate, query);
    return [outcome, Object.fromEntries(missing.map(({ body, why }) => [body, why]))];
  }
}
