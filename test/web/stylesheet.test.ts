// What pages weigh, and that they hold nothing that the content security policy would have to allow.
import { draftScript, liveScript } from '../../src/http/page/scripts.js';
import { sheet } from '../../src/http/page/stylesheet.js';
import { withOpenGate } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

it('all styles together are under 25 kB when they are sent', () => {
  expect(sheet.zipped.length).toBeLessThan(25_000);
  expect(sheet.text).not.toMatch(/url\((?!['"]?(\/|data:image\/svg))/); // nothing is fetched from elsewhere
});

it('calls nothing wrong before something was filled in, and lets a choice look like one', () => {
  expect(sheet.text).not.toMatch(/:invalid\b/);
  expect(sheet.text).toMatch(/select\.utrecht-select--html-select:not\(\[multiple\]\)\{appearance:auto/);
});

it('pages of twelve bodies are under 100 kB, without inline style or script, under a strict policy', async () => {
  const server = await TestServer.start();
  try {
    const id = await withOpenGate(server);
    const cookie = await server.cookieOf('chair', abo);
    const gate = `/trajecten/${id}/momenten/instemming`;
    for (const path of [
      '/trajecten',
      '/taken',
      `/trajecten/${id}`,
      gate,
      `${gate}/conclusie`,
      `/trajecten/${id}/logboek`,
      '/procesplannen',
      '/procesplannen/drenthe-robuuste-regio?versie=1',
    ]) {
      const answer = await fetch(server.url + path, { headers: { cookie, accept: 'text/html' } });
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(text.length).toBeLessThan(100_000);
      const own = [liveScript, draftScript].map((one) => `<script src="${one.path}" defer=""></script>`); // nothing needs them
      const rest = own.reduce((left, one) => left.replace(one, ''), text);
      expect(rest).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy.replace("script-src 'self'", '')).not.toMatch(/unsafe|script-src|\*/);
    }
    const styles = await fetch(server.url + sheet.path);
    expect([styles.status, styles.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
    expect((await fetch(`${server.url}/sluis-anders.css`)).status).toBe(404);
  } finally {
    await server.stop();
  }
});
