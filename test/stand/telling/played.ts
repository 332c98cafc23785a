// The long dossier, played over HTTP: on each day of recording a server with the clock of that day carries out what was
// asked then, on one and the same folder.
import { readFileSync } from 'node:fs';
import { TestServer } from '../../support/server.js';
import { accepted } from '../../support/drenthe.js';
import { begin, lead, plansFolder } from './maker.js';
import { namesOf, renamed, type Asked } from './request.js';

export const asked = JSON.parse(readFileSync(new URL('facts.json', import.meta.url), 'utf8')) as readonly Asked[]; // as make.mjs wrote it

export const onClock = (clock: string, folder?: string): Promise<TestServer> =>
  TestServer.start({ workflows: [plansFolder], change: { clock }, ...(folder === undefined ? {} : { folder }) });

interface Recorded {
  id: string;
  conditions?: string[];
}

/** @returns the dossier, in the folder of a server that was stopped */
export async function play(): Promise<{ dossier: string; folder: string }> {
  const days = [...new Set(asked.map(({ recorded }) => recorded))];
  const names = new Map<string, string>();
  const tokens = new Map<string, string>();
  let folder: string | undefined;
  let dossier = '';
  for (const day of days) {
    const server = await onClock(`${day}T08:00:00.000Z`, folder);
    folder = server.folder;
    for (const [who, token] of tokens) server.tokens.set(who, token);
    if (dossier === '') dossier = await startIn(server);
    for (const [place, { recorded, as, path, says }] of asked.entries()) {
      if (recorded !== day) continue;
      const who = await server.as(as.role, as.body);
      const sent = renamed({ path, says }, names);
      const made = await accepted(who.post<Recorded>(`/dossiers/${dossier}/${sent.path}`, sent.says));
      const isDecision = path.endsWith('/decisions');
      for (const [name, id] of namesOf(place, {
        decision: isDecision ? made.id : null,
        conditions: made.conditions ?? [],
      }))
        names.set(name, id);
    }
    for (const [who, token] of server.tokens) tokens.set(who, token);
    await server.stop({ keep: true });
  }
  if (folder === undefined) throw new Error('nothing is asked in the long dossier');
  return { dossier, folder };
}

async function startIn(server: TestServer): Promise<string> {
  const says = { workflow: 'lang-traject', title: 'Een lang traject', startedOn: begin };
  return (await accepted((await server.as(lead.role, lead.body)).post<Recorded>('/dossiers', says))).id;
}
