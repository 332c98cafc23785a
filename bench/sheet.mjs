// How long it takes to look at a sheet of 342 decisions, and to record them all at once; and how long somebody else, who asks for the
// smallest answer that there is, waits at most meanwhile.
import { names } from './region.mjs';
import { withServer } from './started.mjs';

const size = 342;
const rounds = 3;

await withServer(async ({ url, lead, chair, post }) => {
  const begin = '2024-01-02';
  const headers = { authorization: `Bearer ${lead}`, accept: 'text/html', origin: url };
  const wait = async () => {
    const begun = performance.now();
    await (await fetch(`${url}/health/live`)).arrayBuffer();
    return performance.now() - begun;
  };
  const hiddenIn = (page) =>
    Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)].map(([, name, value]) => [
        name,
        value.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ]),
    );
  const results = { look: [], record: [] };
  for (let i = 0; i < rounds; i++) {
    const asked = { workflow: 'bench-country', title: 'Meting', startedOn: begin };
    const { id } = await post(lead, '/dossiers', asked);
    await post(lead, `/dossiers/${id}/phases/besluit-1/starts`, { on: begin });
    await post(lead, `/dossiers/${id}/gates/besluit-1/submissions`, { on: begin, replyBy: '2024-03-01' });
    const path = `${url}/trajecten/${id}/besluiten-uit-lijst`;
    const rows = names(size).map((_, n) => `Gemeente ${n + 1}\takkoord\t10-1-2024\tZ-${n}`);
    const sheet = ['Gemeente\tBesluit\tDatum\tKenmerk', ...rows].join('\n');
    const source = { moment: 'besluit-1', bron: 'Overzicht', bronLink: 'https://example.org/overzicht' };
    const send = async (kind, fields, status) => {
      const waits = [];
      let done = false;
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const begun = performance.now();
      const sent = fetch(path, { method: 'POST', body: form, redirect: 'manual', headers }).then(async (answer) => {
        const text = await answer.text();
        done = true;
        if (answer.status !== status) throw new Error(`${kind}: ${answer.status} ${text.slice(-2_000)}`);
        return text;
      });
      while (!done) waits.push(await wait());
      const text = await sent;
      results[kind].push({ took: performance.now() - begun, waited: Math.max(...waits) });
      return text;
    };
    const looked = await send('look', { sleutel: `bench-key-${i}`, sheet, ...source }, 200);
    await send('record', { ...hiddenIn(looked), bevestigd: 'ja' }, 303);
  }
  for (const [kind, label] of [
    ['look', 'looking at a sheet'],
    ['record', 'recording it'],
  ]) {
    const times = results[kind].map(({ took }) => took).sort((a, b) => a - b);
    const longest = Math.max(...results[kind].map(({ waited }) => waited));
    const middle = times[Math.floor(rounds / 2)];
    console.log(
      `${label} of ${size} decisions`.padEnd(72),
      `${middle.toFixed(0).padStart(6)} ms, others wait at most ${longest.toFixed(0)} ms`,
    );
  }
});
