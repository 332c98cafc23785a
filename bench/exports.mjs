// How long it takes to take a dossier of 342 bodies and 19 gates along, each of which decided, as every kind of file; and how long
// somebody else, who asks for the smallest answer that there is, waits at most meanwhile.
import { names } from './region.mjs';
import { somebodyElse } from './somebody-else.mjs';
import { withServer } from './started.mjs';

const [size, gates] = [342, 19];
const rounds = 5;
const atOnce = 20;

await withServer(async ({ url, lead, chair, post }) => {
  const begin = '2024-01-02';
  const { id } = await post(lead, '/dossiers', { workflow: 'bench-wide', title: 'Meting', startedOn: begin });
  for (let i = 1; i <= gates; i++) {
    const gate = `besluit-${i}`;
    await post(lead, `/dossiers/${id}/phases/${gate}/starts`, { on: begin });
    await post(lead, `/dossiers/${id}/gates/${gate}/submissions`, { on: begin, replyBy: '2024-03-01' });
    const all = names(size);
    while (all.length > 0)
      await Promise.all(
        all.splice(0, atOnce).map((name) =>
          post(lead, `/dossiers/${id}/gates/${gate}/decisions`, {
            ...{ body: `${name}/college`, decision: 'agree', decidedOn: begin },
            evidence: [{ title: 'Besluitenlijst', url: 'https://example.org/besluitenlijst' }],
          }),
        ),
      );
    if (i < gates) await post(chair, `/dossiers/${id}/gates/${gate}/rulings`, { ruling: 'go', ruledOn: begin });
  }

  const headers = { authorization: `Bearer ${lead}`, accept: 'text/html' };
  const asks = somebodyElse(`${url}/health/live`);
  const taken = async (path) => {
    const begun = performance.now();
    const answer = await fetch(url + path, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - begun;
  };
  const measured = async (path) => {
    const times = [];
    for (let i = 0; i < rounds; i++) times.push(await taken(path));
    const middle = times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
    const stop = asks();
    for (let i = 0; i < rounds; i++) await taken(path);
    const longest = await stop();
    console.log(`${path.padEnd(72)} ${middle.toFixed(0).padStart(6)} ms, others wait at most ${longest.toFixed(0)} ms`);
  };
  const at = `/trajecten/${id}`;
  const gate = 'moment=besluit-19';
  await measured('/health/live');
  await measured(at);
  for (const file of ['matrix.xlsx', 'matrix.csv', 'besluiten.xlsx', 'logboek.xlsx', `moment.xlsx?${gate}`])
    await measured(`${at}/export/${file}`);
  for (const file of [
    `oplegger.pdf?${gate}`,
    'besluitenoverzicht.docx',
    `reactienota.docx?${gate}`,
    'traject.html',
    'archief.zip',
  ])
    await measured(`${at}/documenten/${file}`);
});
