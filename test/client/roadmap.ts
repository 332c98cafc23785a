// A program as somebody else would write it: nothing but the generated types and a client of forty lines from npm. It
// plays the first gate of the roadmap, and is compiled under --strict against the types of the served description.
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './sluis-api.js';

type Schemas = components['schemas'];

export interface Roadmap {
  url: string;
  lead: { email: string; password: string };
  /** The tokens of those who only say what they decided. */
  chair: string;
  secretaries: { body: string; token: string }[];
}

export interface Played {
  known: number;
  first: { version: number; next: string | undefined };
  refused: { status: number; code: string; pointer: string | undefined; because: string | undefined };
  ruling: Schemas['Ruling']['ruling'];
  gate: { outcome: Schemas['Gate']['outcome']; for: number; sentence: string | null; replyBy: string | null };
  unchanged: number;
}

export async function playRoadmap({ url, lead, chair, secretaries }: Roadmap): Promise<Played> {
  const anyone = createClient<paths>({ baseUrl: url });
  const { token } = must(await anyone.POST('/tokens', { body: lead }));
  const region = bearing(url, token);

  const before = must(await region.GET('/dossiers', { params: { query: { limit: 5 } } }));
  const started = must(
    await region.POST('/dossiers', {
      body: { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Robuuste regio', startedOn: '2024-04-11' },
    }),
  );
  const dossier = started.id;
  const phase = { path: { dossier, phase: 'instemming' } };
  const gate = { path: { dossier, gate: 'instemming' } };
  must(await region.POST('/dossiers/{dossier}/phases/{phase}/starts', { params: phase, body: { on: '2024-04-11' } }));
  must(
    await region.POST('/dossiers/{dossier}/gates/{gate}/submissions', {
      params: { ...gate, header: { 'Idempotency-Key': 'the letter of April' } },
      body: { on: '2024-04-11', replyBy: '2024-05-16' },
    }),
  );

  const [hasty] = secretaries;
  if (!hasty) throw new Error('somebody has to decide');
  const decisions = '/dossiers/{dossier}/gates/{gate}/decisions';
  const wrong = await bearing(url, hasty.token).POST(decisions, {
    params: gate,
    body: { body: hasty.body, decision: 'agree', decidedOn: '2024-13-01' },
  });
  if (!wrong.error) throw new Error('a day of a thirteenth month was accepted');
  for (const { body, token: own } of secretaries)
    must(
      await bearing(url, own).POST(decisions, {
        params: gate,
        body: { body, decision: 'agree', decidedOn: '2024-04-16' },
      }),
    );

  const ruled = must(
    await bearing(url, chair).POST('/dossiers/{dossier}/gates/{gate}/rulings', {
      params: gate,
      body: { ruling: 'go', ruledOn: '2024-05-20' },
    }),
  );
  // Only of a ruling that never was the gate is told instead.
  if (!('ruledOn' in ruled)) throw new Error('the conclusion is not there');
  const read = await region.GET('/dossiers/{dossier}/gates/{gate}', { params: gate });
  const { outcome, tally, sentence, replyBy } = must(read);
  const again = await region.GET('/dossiers/{dossier}/gates/{gate}', {
    params: { ...gate, header: { 'If-None-Match': read.response.headers.get('etag') ?? '' } },
  });

  return {
    known: before.items.length,
    first: { version: started.recorded.sequence, next: started.next[0]?.kind },
    refused: {
      status: wrong.error.status,
      code: wrong.error.code,
      pointer: wrong.error.errors[0]?.pointer,
      because: wrong.error.errors[0]?.code,
    },
    ruling: ruled.ruling,
    gate: { outcome, for: tally.for, sentence, replyBy },
    unchanged: again.response.status,
  };
}

const bearing = (baseUrl: string, token: string): Client<paths> =>
  createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } });

/** What was answered. What was refused says why, by its type. */
function must<T>({ data, error }: { data?: T; error?: Schemas['Problem'] }): T {
  if (data === undefined) throw new Error(error ? `${error.status} ${error.detail}` : 'there is no answer');
  return data;
}
