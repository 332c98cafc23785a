// Another system that takes messages: it checks the signature of each as Standard Webhooks has it, and answers as it is told to.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Came {
  id: string;
  path: string;
  body: string;
  event: Record<string, unknown> & { data: Record<string, unknown> };
  headers: IncomingMessage['headers'];
}

export class WebhookReceiver {
  readonly came: Came[] = [];
  /** What it answers; as if it took everything, unless it is told otherwise. */
  answers: (came: Came, response: ServerResponse) => void = (_, response) => void response.writeHead(204).end();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly port: number,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer((request, response) => void receiver.take(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const receiver = new WebhookReceiver(server, (server.address() as AddressInfo).port);
    return receiver;
  }

  at(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  cameTo(path: string): Came[] {
    return this.came.filter((one) => one.path === path);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { headers, url: path = '' } = request;
    const event = JSON.parse(body) as Came['event']; // whatever is no JSON fails here, and is never answered
    const came = { id: String(headers['webhook-id']), path, body, event, headers };
    this.came.push(came);
    this.answers(came, response);
  }
}

/** Whether somebody who has only this secret takes the message for ours. */
export function isSignedWith(secret: string, { id, body, headers }: Came): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp'] as string}.${body}`);
  const expected = `v1,${signed.digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}
