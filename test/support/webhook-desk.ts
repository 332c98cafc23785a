// What an administrator does with other systems on the pages, and what came to them.
import { setTimeout as pause } from 'node:timers/promises';
import { StoredWebhook } from '../../src/store/webhook-entities.js';
import { pagesAt, textOf } from './pages.js';
import type { TestServer } from './server.js';
import type { Came, WebhookReceiver } from './webhook-receiver.js';

const thereMax = 20_000;

interface On {
  other: WebhookReceiver;
  server: TestServer;
  /** The cookie of one. */
  administrator: string;
}

/** @param on asked each time */
export function desk(on: () => On) {
  const { look, send } = pagesAt(() => on().server.url);
  return {
    until: async (isThere: () => Promise<boolean> | boolean): Promise<void> => {
      const end = Date.now() + thereMax;
      while (!(await isThere())) {
        const came = on().other.came.map(({ path, event }) => `${path} ${String(event.data.event)}`);
        if (Date.now() > end) throw new Error(`it did not come: ${came.join()}`);
        await pause(10);
      }
    },

    /** Has a system told of everything in a region. */
    add: async (path: string, region = 'raadsregio'): Promise<{ id: string; at: string; secret: string }> => {
      const { other, administrator } = on();
      const page = await send('/webhooks', administrator, { regio: region, adres: other.at(path) });
      const [, secret = ''] = /(whsec_[A-Za-z0-9+/=]{44})/.exec(page.text) ?? [];
      const [, id = ''] = /href="\/webhooks\/([^"]+)">Verder/.exec(page.text) ?? [];
      expect([page.status, secret.length, id.length]).toEqual([200, 50, 36]);
      return { id, at: `/webhooks/${id}`, secret };
    },

    drop: ({ at }: { at: string }) => send(`${at}/verwijderen`, on().administrator, {}),

    standOf: ({ id }: { id: string }): Promise<StoredWebhook> =>
      on().server.sluis.manager.findOneByOrFail(StoredWebhook, { id }),

    /** As a receiver counts them: a copy of what it knows is none. */
    events: (path: string): string[] => [
      ...new Map(
        on()
          .other.cameTo(path)
          .map(({ id, event }) => [id, String(event.data.event)]),
      ).values(),
    ],

    lastTo: (path: string): Came => {
      const last = on().other.cameTo(path).at(-1);
      if (!last) throw new Error(`nothing came to ${path}`);
      return last;
    },

    page: async ({ at }: { at: string }) => textOf((await look(at, on().administrator)).text),
  };
}
