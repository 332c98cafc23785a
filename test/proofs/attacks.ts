// What an attacker tries, each time from another address on this machine, and what they are answered.
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Of the server and, of somebody who may only read, a token. */
export interface Target {
  port: number;
  token: string;
}

type Attack = (target: Target, address: string) => Promise<string>;

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const answerMax = 20_000;
/** So many names that Sluis does not know come to a megabyte. */
const names = 90_000;
const unknownNames = `{${Array.from({ length: names }, (_, i) => `"n${i}":0`).join()}}`;
const largeForm = 'a=b&'.repeat(250_000);
const largeBody = JSON.stringify({ title: 'x'.repeat(1_100_000) });

/** The status, with the code of a refusal; what is cut off is an answer too. */
function send(
  { port }: Target,
  address: string,
  [path, body, headers]: [path: string, body: string, headers: Record<string, string>],
): Promise<string> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', localAddress: address, agent: false };
    const sent = request({ ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    sent.once('error', () => resolve('cut off'));
    sent.once('response', (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += text.length < answerMax ? String(chunk) : ''));
      answer.once('error', () => resolve('cut off'));
      answer.once('end', () => {
        const code = /"code":"([\w-]+)"/.exec(text)?.[1];
        resolve([answer.statusCode, code].filter(Boolean).join(' '));
      });
    });
    sent.end(body);
  });
}

/** What a socket hears on bytes that no client of ours would send. */
function raw({ port }: Target, address: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: address });
    socket.once('data', (chunk) => {
      resolve(String(chunk).slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
      socket.destroy();
    });
    socket.once('error', () => resolve('cut off'));
    socket.write(text);
  });
}

/** By what it is. */
export const attacks: Record<string, Attack> = {
  'guesses of a password': (target, address) => {
    const guess = JSON.stringify({ email: 'griffier.assen@demo.example', password: 'een andere gok' });
    return send(target, address, ['/api/v1/tokens', guess, json]);
  },
  'forged forms': (target, address) => {
    const forged = { ...form, origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' };
    return send(target, address, ['/aanmelden', 'email=lezer%40demo.example&password=demonstratie-sluis', forged]);
  },
  'rights of others': (target, address) => {
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Van een lezer', startedOn: '2024-04-11' };
    const headers = { ...json, authorization: `Bearer ${target.token}` };
    return send(target, address, ['/api/v1/dossiers', JSON.stringify(start), headers]);
  },
  'unknown names': (target, address) => send(target, address, ['/api/v1/tokens', unknownNames, json]),
  'large forms': (target, address) => send(target, address, ['/aanmelden', largeForm, form]),
  'large bodies': (target, address) => send(target, address, ['/api/v1/tokens', largeBody, json]),
  'addresses that climb': (target, address) =>
    raw(target, address, 'GET /docs/../../package.json HTTP/1.1\r\nhost: sluis\r\nconnection: close\r\n\r\n'),
  'two lengths': (target, address) =>
    raw(
      target,
      address,
      'POST / HTTP/1.1\r\nhost: sluis\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
};

/** Bodies that never end, a byte at a time. @returns how many were still taken when it ended */
export async function slowBodies({ port }: Target, many: number, until: number): Promise<number> {
  const head =
    'POST /api/v1/tokens HTTP/1.1\r\nhost: sluis\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n';
  const sockets: Socket[] = [];
  for (let i = 0; i < many; i++) {
    const socket = connect({ host: '127.0.0.1', port, localAddress: `127.0.1.${1 + (i % 200)}` });
    socket.on('error', () => socket.destroy());
    socket.on('data', () => undefined);
    socket.write(head);
    sockets.push(socket);
  }
  while (Date.now() < until) {
    await pause(200);
    for (const socket of sockets) if (socket.writable) socket.write(' ');
  }
  const taken = sockets.filter((socket) => socket.writable && !socket.readableEnded).length;
  for (const socket of sockets) socket.destroy();
  return taken;
}
