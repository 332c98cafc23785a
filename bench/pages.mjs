// How long the server takes for a page, median over HTTP on one connection, beside the smallest answer that it has; and
// how large the page is.
import { names } from './region.mjs';
import { withServer } from './started.mjs';

const warmUps = 30;
const rounds = 101;
const dossiers = 1_000;
const begin = '2024-01-02';
const decidedOn = '2024-01-09';
/** A gate of which nothing more is to be said is shown as fast when so much was recorded elsewhere in its dossier. */
const eventsElsewhere = 3_000;
const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/besluitenlijst' }];

await withServer(async ({ url, lead, chair, post }) => {
  const started = async (workflow) =>
    (await post(lead, '/dossiers', { workflow, title: 'Meting', startedOn: begin })).id;

  /** Puts a gate and lets the first so many bodies decide. */
  const put = async (id, gate, deciding, on = begin) => {
    await post(lead, `/dossiers/${id}/phases/${gate}/starts`, { on });
    await post(lead, `/dossiers/${id}/gates/${gate}/submissions`, { on, replyBy: '2024-03-01' });
    for (const name of deciding) {
      const body = { body: `${name}/college`, decision: 'agree', decidedOn, evidence };
      await post(lead, `/dossiers/${id}/gates/${gate}/decisions`, body);
    }
  };

  const passed = async (id, gate, bodies) => {
    await put(id, gate, bodies);
    await post(chair, `/dossiers/${id}/gates/${gate}/rulings`, { ruling: 'go', ruledOn: decidedOn });
  };

  const twelve = await started('bench-twelve');
  await passed(twelve, 'besluit-1', names(12));
  await put(twelve, 'besluit-2', names(9), decidedOn);
  const old = await started('bench-twelve');
  await passed(old, 'besluit-1', names(12));
  await put(old, 'besluit-2', names(9), decidedOn);
  for (let i = 0; i < eventsElsewhere; i += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, j) => {
        const until = new Date(Date.UTC(2024, 11, 1 + i + j)).toISOString().slice(0, 10); // the same is recorded once
        return post(lead, `/dossiers/${old}/phases/besluit-3/plans`, { on: decidedOn, until, reason: 'Later.' });
      }),
    );
  const country = await started('bench-country');
  await put(country, 'besluit-1', names(300));
  for (let i = 2; i < dossiers; i += 50)
    await Promise.all(Array.from({ length: 50 }, async () => put(await started('bench-thirty'), 'besluit-1', [])));

  const measure = async (path) => {
    const headers = { authorization: `Bearer ${lead}`, accept: 'text/html' };
    const times = [];
    let size = 0;
    for (let i = -warmUps; i < rounds; i++) {
      const begun = performance.now();
      const answer = await fetch(url + path, { headers });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      size = Buffer.byteLength(text);
      if (i >= 0) times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    return { median: times[rounds >> 1], size };
  };

  const least = await measure('/health/ready');
  const rows = [];
  for (const [page, path, goal] of [
    ['dossier of 12 bodies', `/trajecten/${twelve}`, 5],
    ['gate of 12 bodies', `/trajecten/${twelve}/momenten/besluit-1`, 5],
    [`the same after ${eventsElsewhere} events elsewhere`, `/trajecten/${old}/momenten/besluit-2`, 5],
    ['dossier of 342 bodies', `/trajecten/${country}`, 60],
    ['gate of 342 bodies', `/trajecten/${country}/momenten/besluit-1`, 60],
    [`overview of ${dossiers} dossiers`, '/trajecten', 30],
    ['tasks of who leads 200 of these', '/taken', 200],
  ]) {
    const { median, size } = await measure(path);
    const times = (median / least.median).toFixed(1);
    rows.push({
      page,
      'median ms': median.toFixed(2),
      'goal ms': goal,
      'times the least': times,
      kB: (size / 1000).toFixed(1),
    });
  }
  console.table(rows);
});
