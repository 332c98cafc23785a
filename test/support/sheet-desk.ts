// Sends a sheet as its page does, with a file or without, and reads what comes of it: the page on which it is looked at once more.
import { ownPage } from './pages.js';

/** The words of a page, without what is only markup. */
export const plain = (text: string): string =>
  text
    .replace(/<(head|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** @param at the whole address of the page */
export async function sendSheet(at: string, cookie: string, fields: Record<string, string>, file?: SentFile) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
  const headers = { ...ownPage, cookie };
  const sent = await fetch(at, { method: 'POST', body: form, redirect: 'manual', headers });
  const next = sent.headers.get('location');
  const answer = next?.includes('?controle=') ? await fetch(new URL(next, at), { headers: { cookie } }) : sent;
  const html = await answer.text();
  return { status: answer.status, html, text: plain(html), location: answer.headers.get('location') };
}

/** The rows that are looked at, each by its number. */
export const rowsIn = (html: string): Map<number, string> =>
  new Map(
    [...html.matchAll(/<tr[^>]*><th[^>]*>Rij (\d+)<\/th>([^]*?)<\/tr>/g)].map(([, n, rest]) => [
      Number(n),
      plain(rest ?? ''),
    ]),
  );
