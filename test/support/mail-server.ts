// A server of mail, on this machine: what it is told of an address decides how it treats what goes there.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import type { MailSettings } from '../../src/store/process/mail-settings.js';

/** What came in whole. */
export interface Received {
  to: string;
  messageId: string;
  text: string;
}

type Behaviour = 'greylists' | 'unknown' | 'policy' | 'spam' | 'dies' | 'hangs';

/** How an address is treated, by the first word of it: once where it gets better, or for ever. */
const behaviours: readonly Behaviour[] = ['greylists', 'unknown', 'policy', 'spam', 'dies', 'hangs'];
const isOnce: ReadonlySet<Behaviour> = new Set<Behaviour>(['greylists', 'dies', 'hangs']);

const fault = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

const refusals: Partial<Record<Behaviour, Error>> = {
  greylists: fault(450, '4.7.1 Try again later'),
  unknown: fault(550, '5.1.1 No such user here'),
  policy: fault(550, '5.7.1 Relaying denied'),
  spam: fault(554, '5.6.0 This looks like spam'),
};

export class MailServer {
  readonly received: Received[] = [];
  /** How many connections were open at the same time. */
  most = 0;
  /** Before each message is taken. */
  slow: () => Promise<unknown> = () => Promise.resolve();
  /** Said to the next sender, before anything else of the message. */
  refusesNext: { code: number; text: string } | null = null;
  private open = 0;
  private readonly met = new Set<string>();

  private constructor(private server: SMTPServer | null) {}

  static async start(port = 0): Promise<MailServer> {
    const one = new MailServer(null);
    await one.listen(port);
    return one;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.server?.server.address() as AddressInfo).port; // it listens
  }

  settings(pace: MailSettings['pace']): MailSettings {
    return {
      server: new URL(this.url),
      mustEncrypt: false,
      from: { name: 'Sluis', address: 'sluis@sluis.example' },
      pace,
    };
  }

  async listen(port: number): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 10,
      onConnect: (_, done) => {
        this.most = Math.max(this.most, ++this.open);
        done();
      },
      onClose: () => void this.open--,
      onMailFrom: (_, __, done) => {
        const refused = this.refusesNext;
        this.refusesNext = null;
        done(refused && fault(refused.code, refused.text));
      },
      onRcptTo: (address, _, done) => this.judge(address, done),
      onData: (stream, session, done) => {
        let raw = '';
        stream.setEncoding('utf8');
        stream.on('data', (part: string) => (raw += part));
        stream.on('end', () => void this.take(raw, session.envelope.rcptTo[0]?.address ?? '', done));
      },
    });
    this.server.on('error', () => undefined);
    this.server.listen(port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    this.open = 0;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private behaviourOf(address: string): Behaviour | undefined {
    const found = behaviours.find((one) => address.startsWith(one));
    if (!found || (isOnce.has(found) && this.met.has(address))) return undefined;
    this.met.add(address);
    return found;
  }

  private judge({ address }: SMTPServerAddress, done: (error?: Error) => void): void {
    const behaviour = /^(spam|dies)/.test(address) ? undefined : this.behaviourOf(address); // those hear the text first
    if (behaviour === 'hangs') return;
    done(behaviour === undefined ? undefined : refusals[behaviour]);
  }

  private async take(raw: string, to: string, done: (error?: Error | null, message?: string) => void): Promise<void> {
    await this.slow();
    const behaviour = this.behaviourOf(to);
    if (behaviour === 'spam') {
      done(refusals.spam);
      return;
    }
    this.received.push({ to, messageId: /^message-id: <(.*)>/im.exec(raw)?.[1] ?? '', text: raw });
    if (behaviour === 'dies') this.server?.connections.forEach((one) => (one as { close(): void }).close());
    else done(null, '2.0.0 Taken');
  }
}

/** Takes connections, and never says a word. */
export async function silentServer(): Promise<{ url: string; server: Server; stop(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, server, stop };
}
