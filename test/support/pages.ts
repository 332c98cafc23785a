// Pages and forms without a browser: what is shown, and what a form does with what is sent to it.
export interface Shown {
  status: number;
  text: string;
  location: string | null;
}

/** What somebody reads of a page. */
export const textOf = (page: string): string =>
  page
    .replace(/<(style|script|svg)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

export interface Pages {
  look: (path: string, cookie: string) => Promise<Shown>;
  send: (
    path: string,
    cookie: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Shown>;
  /** Sends a form that is shown once more. @returns what the button there sends */
  toConfirm: (path: string, cookie: string, fields: Record<string, string>) => Promise<Record<string, string>>;
  /** The same, and presses that button. */
  confirm: (path: string, cookie: string, fields: Record<string, string>) => Promise<Shown>;
}

/** What a page carries along with its form, hidden. */
export const hiddenIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g)].map(([, name = '', value = '']) => [
      plain(name),
      plain(value),
    ]),
  );

/** As a browser reads what stands in an attribute. */
export const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

/** What a browser says of a form on an own page. */
export const ownPage = { origin: 'http://localhost:3000', accept: 'text/html' };

async function shown(sent: Promise<Response>): Promise<Shown> {
  const answer = await sent;
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

/** @param at where the server is, asked each time */
export function pagesAt(at: () => string): Pages {
  const look: Pages['look'] = (path, cookie) =>
    shown(fetch(at() + path, { headers: { accept: 'text/html', cookie }, redirect: 'manual' }));
  // What is to be read once more or changed, or a link that was made, stands at an address to which a browser goes by itself.
  const send: Pages['send'] = async (path, cookie, fields, headers = ownPage) => {
    const answer = await shown(
      fetch(at() + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, cookie },
        body: new URLSearchParams(fields),
      }),
    );
    return answer.location !== null && ('wijzigen' in fields || /[?&](controle|sleutel)=/.test(answer.location))
      ? look(answer.location, cookie)
      : answer;
  };
  const toConfirm: Pages['toConfirm'] = async (path, cookie, fields) => {
    const { status, text } = await send(path, cookie, fields);
    if (status !== 200 || !text.includes('name="bevestigd"')) throw new Error(`${path}: ${status} ${text}`);
    return { ...hiddenIn(text), bevestigd: 'ja' };
  };
  return {
    send,
    toConfirm,
    confirm: async (path, cookie, fields) => send(path, cookie, await toConfirm(path, cookie, fields)),
    look,
  };
}
