// Pages and forms without a browser: what is shown, and what a form does with what is sent to it.
export interface Shown {
  status: number;
  text: string;
  location: string | null;
}

export interface Pages {
  look: (path: string, cookie: string) => Promise<Shown>;
  send: (
    path: string,
    cookie: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Shown>;
}

/** What a browser says of a form on an own page. */
export const ownPage = { origin: 'http://localhost:3000', accept: 'text/html' };

async function shown(sent: Promise<Response>): Promise<Shown> {
  const answer = await sent;
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

/** @param at where the server is, asked each time */
export const pagesAt = (at: () => string): Pages => ({
  look: (path, cookie) => shown(fetch(at() + path, { headers: { accept: 'text/html', cookie }, redirect: 'manual' })),
  send: (path, cookie, fields, headers = ownPage) =>
    shown(
      fetch(at() + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, cookie },
        body: new URLSearchParams(fields),
      }),
    ),
});
