// A client of the API that checks every answer against the OpenAPI document.
import { Agent, request } from 'node:http';
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

/** Compiling the schemas of a document takes longer than most tests: servers that describe the same share it. */
const descriptions = new Map<string, Description>();
/** A document takes as long as a tenth of a start to make: servers of this process that are told the same share it too. */
const documents = new Map<string, string>();

export class Client {
  constructor(
    readonly url: string,
    readonly description: Description,
    private readonly own: Extra = {},
  ) {}

  static async at(url: string): Promise<Client> {
    return Client.by(url, await (await fetch(`${url}/openapi.json`)).text());
  }

  /**
   * Of a server in this process.
   * @param told all that servers of one process differ in when they describe themselves
   */
  static of(url: string, told: unknown, describe: () => string): Client {
    const key = JSON.stringify(told);
    const document = documents.get(key) ?? describe();
    documents.set(key, document);
    return Client.by(url, document);
  }

  private static by(url: string, document: string): Client {
    const description = descriptions.get(document) ?? new Description(JSON.parse(document) as Described);
    descriptions.set(document, description);
    return new Client(url, description);
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

  /** The answer as it comes, for what is no JSON. */
  open(path: string, extra: Extra = {}): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, { headers: { ...this.own, ...extra } });
  }

  async send<T = Problem>(method: string, path: string, body: Sendable, extra: Extra = {}): Promise<Answer<T>> {
    const plain = typeof body === 'string' || Buffer.isBuffer(body);
    const type: Extra = body === undefined ? {} : { 'content-type': 'application/json' };
    const content = body === undefined ? null : plain ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
    const url = `${this.url}/api/v1${path}`;
    const { status, headers, text } = await sent(url, method, { ...type, ...this.own, ...extra }, content);
    const parsed = text === '' ? undefined : (JSON.parse(text) as T);
    const faults = this.description.faults(method, path, { status, headers, body: parsed });
    if (faults.length > 0) throw new Error(`${faults.slice(0, 5).join('\n')}\n${text.slice(0, 600)}`);
    return { status, headers, body: parsed as T, text };
  }
}

const agent = new Agent({ keepAlive: true });

/** By Node's own client, which takes a third of the time of `fetch`; most of the suite is sent through here. */
async function sent(
  url: string,
  method: string,
  headers: Extra,
  content: Buffer | null,
): Promise<{ status: number; headers: Headers; text: string }> {
  return new Promise((resolve, reject) => {
    const length = content ? { 'content-length': String(content.length) } : {};
    const outgoing = request(url, { agent, method, headers: { ...length, ...headers } }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const received = new Headers();
        for (let i = 0; i < incoming.rawHeaders.length; i += 2)
          received.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '');
        resolve({ status: incoming.statusCode ?? 0, headers: received, text: Buffer.concat(parts).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(content ?? undefined);
  });
}

/** What a refusal is about: its code, and for a 400 where and why; of a success the status alone. */
export const refusal = ({ status, body }: Answer): string => {
  if (status < 400) return String(status);
  const problem = body as Problem;
  const fields = problem.errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
  return problem.code === 'validation' ? `${status} ${fields}` : `${status} ${problem.code}`;
};
