// People at work against a server that may fail them: twelve secretaries decide and revise, the process lead corrects and
// begins new dossiers, all at once. What was not acknowledged is sent again with the same key until it is.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedView } from '../../src/domain/views/decision-view.js';
import { Client, type Answer } from '../support/client.js';
import { accepted, college, municipalities } from '../support/drenthe.js';

/** What somebody was told is recorded. */
export interface Acknowledged {
  dossier: string;
  sequence: number;
  hash: string;
  key: string;
}

interface Said {
  id: string;
  recorded: RecordedView;
}

const password = 'demonstratie-sluis';
/** A dossier gets so many corrections before the next one begins. */
const correctionsEach = 12;
const retryMs = 60;
/** What says that it was not done, and may be asked again. */
const goesOn = new Set([429, 503, 507]);

export class Office {
  readonly acknowledged: Acknowledged[] = [];
  /** How often each status was answered; of what is a refusal with its code. */
  readonly answers = new Map<string, number>();
  /** How long each acknowledged write took, in milliseconds, without what was refused before it. */
  readonly took: number[] = [];
  private dossier = '';
  private state: 'working' | 'finishing' | 'gone' = 'working';
  private working: Promise<unknown>[] = [];

  private constructor(
    private readonly lead: Client,
    private readonly secretaries: readonly Client[],
    private readonly hears: (heard: Acknowledged) => void,
  ) {}

  /** Everyone signed in at a demonstration, with a gate open. */
  static async at(url: string, hears: (heard: Acknowledged) => void = () => undefined): Promise<Office> {
    const secretaries = await Promise.all(municipalities.map((one) => signIn(url, `secretaris.${one}`)));
    const office = new Office(await signIn(url, 'kwartiermaker'), secretaries, hears);
    await office.begin();
    return office;
  }

  /** The process lead and so many of the secretaries begin, until `finish` or `leave`. */
  work(secretaries = municipalities.length): void {
    const among = this.secretaries.slice(0, secretaries);
    this.working = [this.correct(), ...among.map((one, i) => this.decide(one, municipalities[i] ?? ''))];
    for (const one of this.working) one.catch(() => undefined); // heard by whoever ends it
  }

  /** Ends once everything that was sent is acknowledged. */
  async finish(): Promise<void> {
    this.state = 'finishing';
    await Promise.all(this.working);
  }

  /** Ends at once: of what was not answered nobody knows whether it is recorded. */
  async leave(): Promise<void> {
    this.state = 'gone';
    await Promise.all(this.working);
  }

  private async begin(): Promise<void> {
    const on = { on: '2024-04-11' };
    const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Onder vuur', startedOn: '2024-04-11' };
    const started = await this.write(this.lead, '', start);
    if (!started) return;
    if (!(await this.write(this.lead, `/${started.id}/phases/instemming/starts`, on))) return;
    if (await this.write(this.lead, `/${started.id}/gates/instemming/submissions`, on)) this.dossier = started.id;
  }

  private async decide(secretary: Client, municipality: string): Promise<void> {
    let former: { dossier: string; id: string } | null = null;
    for (let turn = 0; this.state === 'working'; turn++) {
      const dossier: string = this.dossier;
      const revises: object = former?.dossier === dossier ? { revises: former.id } : {};
      const reason = 'Omdat het zo is. '.repeat(1 + ((turn * 37) % 150));
      const decision = { body: college(municipality), decision: 'agree', decidedOn: '2024-04-16', reason, ...revises };
      const done = await this.write(secretary, `/${dossier}/gates/instemming/decisions`, decision);
      former = done && { dossier, id: done.id };
    }
  }

  private async correct(): Promise<void> {
    let corrects = 3;
    for (let turn = 1; this.state === 'working'; turn++) {
      const replyBy = `2024-06-${String((turn % 28) + 1).padStart(2, '0')}`;
      const body = { corrects, replyBy, reason: 'Verkeerd getypt.' };
      const done = await this.write(this.lead, `/${this.dossier}/gates/instemming/submissions`, body);
      corrects = done?.recorded.sequence ?? 3;
      if (turn % correctionsEach !== 0) continue;
      await this.begin();
      corrects = 3;
    }
  }

  /** @returns what was acknowledged; null where whoever asked has left before it was */
  private async write(who: Client, path: string, body: object): Promise<Said | null> {
    const key = randomUUID();
    for (;;) {
      const sent = performance.now();
      const answer = await this.sent(who.post<Said>(`/dossiers${path}`, body, { 'idempotency-key': key }));
      if (answer?.status === 201) {
        this.took.push(performance.now() - sent);
        const dossier = path === '' ? answer.body.id : (path.split('/')[1] ?? '');
        const { sequence, hash } = answer.body.recorded;
        this.acknowledged.push({ dossier, sequence, hash, key });
        this.hears({ dossier, sequence, hash, key });
        return answer.body;
      }
      if (answer && !goesOn.has(answer.status)) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      if (this.state === 'gone') return null;
      await pause(retryMs);
    }
  }

  /** Null where the connection broke: whether it was written is unknown. */
  private async sent(answer: Promise<Answer<Said>>): Promise<Answer<Said> | null> {
    const given = await answer.catch((error: unknown) => {
      if (!/fetch failed|terminated/.test((error as Error).message)) throw error; // as undici says it
      return null;
    });
    const { code } = (given?.body ?? {}) as { code?: string }; // of a refusal
    const name = given ? [given.status, code].filter(Boolean).join(' ') : 'no answer';
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
    return given;
  }
}

/** Someone of the demonstration. */
export async function signIn(url: string, name: string): Promise<Client & { token: string }> {
  const client = await Client.at(url);
  const credentials = { email: `${name}@demo.example`, password };
  const { token } = await accepted(client.post<{ token: string }>('/tokens', credentials));
  return Object.assign(client.bearing(token), { token });
}

/** How often each answer was given, in one line. */
export const counted = (answers: ReadonlyMap<string, number>): string =>
  [...answers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, times]) => `${name} ×${times}`)
    .join(', ');
