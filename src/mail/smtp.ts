// A server that takes mail: one message at a time is offered to it, and what it answers is judged. It knows nothing of rows.
import { noAnswerWithin } from '../store/mail-told.js';
import { hostOf, portOf, type MailSettings } from '../store/process/mail-settings.js';

/** What is offered: the same id is the same message, however often it is offered. */
export interface Letter {
  id: string;
  to: { name: string; address: string };
  replyTo: string | null;
  subject: string;
  text: string;
}

/**
 * sent: the server has it · address: it takes nothing for this address, ever · refused: it does not take this message, ever ·
 * later: not now · unreachable: nothing can be offered to it now
 */
export interface Offered {
  became: 'sent' | 'address' | 'refused' | 'later' | 'unreachable';
  answer: string;
}

/** So many connections at the same time. */
export const atOnceMax = 8;
/** A server that takes longer than this for one message is left alone for a while. */
const triedForUnasked = 60_000;
const answerMax = 500;

export const triedFor = ({ pace }: MailSettings): number => pace?.triedFor ?? triedForUnasked;

type Transport = Awaited<ReturnType<typeof transportTo>>;

export class Smtp {
  private constructor(
    private readonly settings: MailSettings,
    private readonly transport: Transport,
  ) {}

  static async to(settings: MailSettings): Promise<Smtp> {
    return new Smtp(settings, await transportTo(settings));
  }

  /** Never fails: what went wrong is what it became. */
  async offer({ id, to, replyTo, subject, text }: Letter): Promise<Offered> {
    const { from } = this.settings;
    try {
      const sent: unknown = await this.transport.sendMail({
        messageId: messageIdOf(id, from.address),
        from,
        to,
        replyTo: replyTo ?? undefined,
        envelope: { from: from.address, to: [to.address] },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(triedFor(this.settings)),
      });
      const { response } = sent as { response: string }; // as its documentation says
      return { became: 'sent', answer: shortened(response) };
    } catch (error) {
      const fault = error as MailFault; // as the library throws it
      const isLate = fault.name === 'AbortError' || fault.name === 'TimeoutError';
      const said = isLate ? noAnswerWithin(triedFor(this.settings) / 1_000) : (fault.response ?? fault.message);
      return { became: becameBy(fault), answer: shortened(said) };
    }
  }

  /** What is being offered fails. */
  close(): void {
    this.transport.close({ force: true });
  }
}

/** The same for every copy of a message, so that whoever gets two knows it. */
export const messageIdOf = (id: string, from: string): string => `<${id}@${from.slice(from.indexOf('@') + 1)}>`;

/** The library is read when it is needed: most of what is served sends no mail. */
async function transportTo(settings: MailSettings) {
  const { createTransport } = await import('nodemailer');
  const { username, password, protocol, search } = settings.server;
  const within = triedFor(settings);
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return createTransport({
    pool: true,
    maxConnections: atOnceMax,
    maxRequeues: 0,
    host: hostOf(settings.server),
    port: portOf(settings.server),
    secure,
    requireTLS: settings.mustEncrypt && !secure,
    ignoreTLS: search !== '',
    ...(username === '' ? {} : { auth }),
    connectionTimeout: within,
    greetingTimeout: within,
    dnsTimeout: within,
    socketTimeout: within,
    idleTimeout: within,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

interface MailFault extends Error {
  command?: string;
  response?: string;
  responseCode?: number;
}

/** What is wrong with the sender or with the connection is wrong with every message. */
function becameBy({ command = '', response = '', responseCode = 0 }: MailFault): Offered['became'] {
  const isTooLarge = command.startsWith('MAIL') && responseCode === 552; // the only fault of a sender that is of one message
  const isOfMessage = isTooLarge || /^(RCPT|DATA|BDAT)/.test(command);
  if (!isOfMessage || responseCode === 0 || responseCode === 421) return 'unreachable';
  if (responseCode < 500) return 'later';
  const isOfAddress = command.startsWith('RCPT') && !/^\d{3}[ -]5\.7\./.test(response); // 5.7 is of who may send what
  return isOfAddress ? 'address' : 'refused';
}

const shortened = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, answerMax);
