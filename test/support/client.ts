// A client of the API that checks every answer against the OpenAPI document.
import { Description, type Described } from './described.js';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

export interface Problem {
  code: string;
  status: number;
  detail: string;
  errors: { pointer: string; code: string; detail: string }[];
  facts: {
    exists?: string[];
    missing?: { body: string; why: string; until: string | null }[];
    explanation?: { text: string };
    allowed?: string[];
    version?: number;
    retryAfter?: number;
    sequence?: number;
  };
}

type Sendable = string | Buffer | object | undefined;

/** What a test sends beside the body. */
export type Extra = Record<string, string>;

export class Client {
  constructor(
    readonly url: string,
    private readonly description: Description,
    private readonly own: Extra = {},
  ) {}

  static async at(url: string): Promise<Client> {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as Described;
    return new Client(url, new Description(document));
  }

  with(headers: Extra): Client {
    return new Client(this.url, this.description, { ...this.own, ...headers });
  }

  bearing(token: string): Client {
    return this.with({ authorization: `Bearer ${token}` });
  }

  get<T = Problem>(path: string, extra: Extra = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, extra);
  }

  post<T = Problem>(path: string, body: Sendable, extra: Extra = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, extra);
  }

  async send<T = Problem>(method: string, path: string, body: Sendable, extra: Extra = {}): Promise<Answer<T>> {
    const plain = typeof body === 'string' || Buffer.isBuffer(body);
    const type: Extra = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...type, ...this.own, ...extra },
      ...(body === undefined ? {} : { body: plain ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const parsed = text === '' ? undefined : (JSON.parse(text) as T);
    const kind = response.headers.get('content-type') ?? '';
    const faults = this.description.faults(method, `/api/v1${path}`, response.status, kind, parsed);
    if (faults.length > 0) throw new Error(`${faults.slice(0, 5).join('\n')}\n${text.slice(0, 600)}`);
    return { status: response.status, headers: response.headers, body: parsed as T, text };
  }
}

/** What a refusal is about: its code, and for a 400 where and why; of a success the status alone. */
export const refusal = ({ status, body }: Answer): string => {
  if (status < 400) return String(status);
  const problem = body as Problem;
  const fields = problem.errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
  return problem.code === 'validation' ? `${status} ${fields}` : `${status} ${problem.code}`;
};
