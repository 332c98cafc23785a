// Mail: a capability of the server, which sends what is in the outbox and shows what became of it.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { Database } from '../store/database.js';
import { countMail } from '../store/mail-queue.js';
import { dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { Delivery } from './delivery.js';
import { MailPagesController } from './mail.controller.js';
import { mailPath } from './mail-page.js';

const failedOfLate = 7 * dayLong;

@Module({ providers: [Delivery], controllers: [MailPagesController] })
export class MailModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly delivery: Delivery,
    private readonly configuration: Configuration,
    private readonly database: Database,
  ) {}

  /** Whoever works here goes on without it, so it takes nobody off the air. */
  onModuleInit(): void {
    const says = () => (!this.configuration.mail ? 'off' : this.delivery.unreachable === null ? 'ok' : 'unreachable');
    this.places.ready.push({ name: 'mail', read: () => Promise.resolve({ works: true, says: says() }) });
    this.places.measures.push({
      name: 'sluis_mail',
      help: 'How many messages wait to be sent, and how many of the last week were not delivered.',
      kind: 'gauge',
      label: 'state',
      read: async () => ({
        ...(await countMail(this.database.manager, new Date(Date.now() - failedOfLate).toISOString())),
      }),
    });
    this.places.menu.push({
      href: mailPath,
      label: ({ mailPages }) => mailPages.menu,
      isFor: managesPeople,
      group: 'managing',
    });
  }
}
