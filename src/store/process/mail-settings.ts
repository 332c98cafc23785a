// What the environment says of mail: the server that takes it, and in whose name it goes.
import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { mail as words } from '../../wording/shell/start.js';
import { emailPattern } from './duty-settings.js';

/** Where to read it apart from what it holds: the address and the password of the server are in it. */
export interface MailSettings {
  /** Of the server, with a name and a password where it asks for them. */
  server: URL;
  /** Whether a connection that cannot be encrypted is refused. */
  mustEncrypt: boolean;
  from: { name: string; address: string };
  /** How long one try may take, and how long is waited after the first that failed, in milliseconds; as it is in use unless given. */
  pace?: MailPace;
}

export interface MailPace {
  triedFor: number;
  firstPause: number;
}

const schemes = /^smtps?:$/;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const named = /^([^<>@\r\n]+)<([^<>]+)>$/;
const senderName = 'Sluis';

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

/** Where the server listens: as its address says, or at the port of its kind. */
export const portOf = ({ protocol, port }: URL): number =>
  port !== '' ? Number(port) : protocol === 'smtps:' ? 465 : 587;

export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Whether somebody there says what a server of mail says first; why not, or null. Nobody signs in. */
export async function faultOfMailServer({ server }: MailSettings, within: number): Promise<string | null> {
  const [host, port] = [hostOf(server), portOf(server)];
  const socket =
    server.protocol === 'smtps:' ? connectSafely({ host, port, servername: host }) : connect({ host, port });
  try {
    const [first] = (await once(socket, 'data', { signal: AbortSignal.timeout(within) })) as [Buffer]; // a socket gives bytes
    return /^220[ -]/.test(String(first)) ? null : String(first).slice(0, 100).trim();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    socket.destroy();
  }
}

/** @returns undefined where no mail is sent */
export function mailSettings(given: Given, fault: Fault): MailSettings | undefined {
  const [url, sender] = [given('SMTP_URL'), given('MAIL_FROM')];
  if (url === undefined && sender === undefined) return undefined;
  const server = url === undefined ? null : serverIn(url);
  const from = sender === undefined ? null : senderIn(sender);
  fault(url === undefined, words.noServer);
  fault(url !== undefined && server === null, words.server);
  fault(sender === undefined, words.noSender);
  fault(sender !== undefined && from === null, words.sender);
  if (!server || !from) return undefined;
  const mustEncrypt = server.search === '' && !loopback.test(server.hostname);
  fault(server.search !== '' && server.password !== '', words.openPassword);
  return { server, mustEncrypt, from };
}

function serverIn(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isServer = schemes.test(url.protocol) && url.hostname !== '';
  const isBare = url.hash === '' && /^\/?$/.test(url.pathname) && /^(\?tls=no)?$/.test(url.search);
  return isServer && isBare ? url : null;
}

function senderIn(text: string): MailSettings['from'] | null {
  const [, name = senderName, address = text] = named.exec(text) ?? [];
  return emailPattern.test(address.trim()) ? { name: name.trim(), address: address.trim() } : null;
}
