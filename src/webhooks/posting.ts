// Offers one message to another system, signed, and judges what it answers. It knows nothing of rows.
import { Injectable } from '@nestjs/common';
import { isPublic, postElsewhere } from '../http/elsewhere.js';
import { Configuration } from '../store/process/configuration.js';
import { productVersion } from '../store/process/version.js';
import type { StoredWebhook, WebhookFault, WebhookMessage } from '../store/webhook-entities.js';
import { Webhooks } from '../store/webhooks.js';
import { signedHeaders } from './signing.js';

/** What became of it; `later` where it is to be tried again, after so many milliseconds at least where the other said so. */
export type Posted =
  | { became: 'sent'; status: number }
  | { became: 'gone'; status: number }
  | { became: 'refused'; why: WebhookFault; status: number | null }
  | { became: 'later'; why: WebhookFault; status: number | null; after: number };

const triedForUnasked = 15_000;
/** What another server says of a message that it will never take. */
const refusing = new Set([400, 413, 415, 422]);
const gone = 410;

@Injectable()
export class Posting {
  constructor(
    private readonly configuration: Configuration,
    private readonly webhooks: Webhooks,
  ) {}

  /** Never fails: what went wrong is what it became. */
  async post(
    webhook: StoredWebhook,
    message: Pick<WebhookMessage, 'id' | 'body'>,
    signal?: AbortSignal,
  ): Promise<Posted> {
    const { webhooks: settings, baseUrl } = this.configuration;
    const secrets = this.webhooks.secretsOf(webhook);
    if (!settings || secrets.length === 0) return { became: 'later', why: 'no-secret', status: null, after: 0 };
    const url = new URL(webhook.address);
    const isInside = settings.inside.includes(url.hostname);
    if (url.protocol !== 'https:' && !isInside) return { became: 'later', why: 'bad-address', status: null, after: 0 };
    const answer = await postElsewhere(webhook.address, {
      body: message.body,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': String(Buffer.byteLength(message.body)),
        'user-agent': `Sluis/${productVersion}`,
        'webhook-request-origin': new URL(baseUrl).hostname,
        ...signedHeaders(message, secrets, new Date()),
      },
      within: settings.pace?.triedFor ?? triedForUnasked,
      mayConnect: isInside ? () => true : isPublic,
      ...(signal && { signal }),
    });
    if ('fault' in answer) return { became: 'later', why: whyOf(answer.fault.code), status: null, after: 0 };
    const { status, retryAfter } = answer;
    if (status >= 200 && status < 300) return { became: 'sent', status };
    if (status === gone) return { became: 'gone', status };
    if (refusing.has(status)) return { became: 'refused', why: 'refused', status };
    return { became: 'later', why: 'bad-status', status, after: (retryAfter ?? 0) * 1_000 };
  }
}

const whyOf = (code: string): WebhookFault => (code === 'bad-address' || code === 'not-public' ? code : 'no-answer');
