// Telling other systems what happens: a capability of the server, which sends what was written for them and shows what became of it.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { Database } from '../store/database.js';
import { Configuration } from '../store/process/configuration.js';
import { countMessages } from '../store/webhook-queue.js';
import { Webhooks } from '../store/webhooks.js';
import { WebhookDelivery } from './delivery.js';
import { webhooksPath } from './paths.js';
import { Posting } from './posting.js';
import { WebhookChanges } from './changes.js';
import { WebhookSchemaController } from './schema.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  providers: [Posting, WebhookDelivery, WebhookChanges],
  controllers: [WebhookSchemaController, WebhooksController],
})
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly configuration: Configuration,
    private readonly database: Database,
    private readonly webhooks: Webhooks,
  ) {}

  /** Whoever works here goes on without it, so it takes nobody off the air. */
  onModuleInit(): void {
    this.places.ready.push({ name: 'webhooks', read: async () => ({ works: true, says: await this.says() }) });
    this.places.measures.push({
      name: 'sluis_webhook_messages',
      help: 'How many messages to other systems wait, and how many were refused.',
      kind: 'gauge',
      label: 'state',
      read: async () => {
        const all = (await this.webhooks.all()).map(({ id }) => id);
        return { ...(await countMessages(this.database.manager, all)) };
      },
    });
    this.places.menu.push({
      href: webhooksPath,
      label: ({ webhookPages }) => webhookPages.menu,
      isFor: managesPeople,
      group: 'managing',
    });
  }

  private async says(): Promise<string> {
    if (!this.configuration.webhooks) return 'off';
    const all = await this.webhooks.all();
    return all.some(({ stopped, failures }) => failures > 0 || (stopped !== null && stopped !== 'by-hand'))
      ? 'failing'
      : 'ok';
  }
}
