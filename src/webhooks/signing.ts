// The signature of a message, as Standard Webhooks has it: who receives it knows that it is ours, whole, and of just now.
import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** @param secrets the newest first; each signs, so that a receiver can change from one to the other */
export function signedHeaders(
  { id, body }: { id: string; body: string },
  secrets: readonly string[],
  at: Date,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(`${id}.${seconds}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret).digest('base64')}`).join(' '),
  };
}
