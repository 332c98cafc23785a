// The pages about mail, for who gives roles.
import { Get, Param, Post, UseGuards } from '@nestjs/common';
import type { ReactElement } from 'react';
import { Refusal } from '../domain/refusal.js';
import type { Answer } from '../http/answer.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { PageController } from '../http/page/page-controller.js';
import { Database } from '../store/database.js';
import { findMail, newestMail, sendAgain } from '../store/mail-queue.js';
import { secretMark } from '../store/outbox.js';
import { dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Delivery } from './delivery.js';
import { MailPage, mailPath, OneMailPage } from './mail-page.js';
import { messageIdOf } from './smtp.js';

/** Of what waits, of what went, and of what was not delivered. */
const shownMax = 100;
/** One that is tried again is of use for so long. */
const againFor = 3 * dayLong;

@UseGuards(ManagesPeople)
@PageController(mailPath)
export class MailPagesController {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly configuration: Configuration,
    private readonly delivery: Delivery,
  ) {}

  @Get()
  async all(@AroundParam() around: Surroundings): Promise<ReactElement> {
    const { manager } = this.database;
    const mail = {
      server: this.configuration.mail?.server.host ?? null,
      unreachable: this.delivery.unreachable,
      failed: await newestMail(manager, ['failed'], shownMax),
      waiting: await newestMail(manager, ['waiting', 'sending'], shownMax),
      sent: await newestMail(manager, ['sent'], shownMax),
      max: shownMax,
    };
    return <MailPage around={{ ...around, here: mailPath }} mail={mail} />;
  }

  @Get(':mail')
  async one(@Param('mail') id: string, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const mail = await findMail(this.database.manager, id);
    if (!mail) throw new Refusal('unknown-path');
    const from = this.configuration.mail?.from.address;
    const text = mail.text.replace(secretMark, around.wording.mailPages.secret);
    const messageId = from === undefined ? null : messageIdOf(id, from);
    return <OneMailPage around={{ ...around, here: mailPath }} {...{ mail, messageId, text }} />;
  }

  /** @throws Refusal unknown-path where it is not there, or was not refused */
  @Post(':mail/opnieuw')
  async again(@Param('mail') id: string): Promise<Answer> {
    const [now, until] = [new Date(), new Date(Date.now() + againFor)].map((at) => at.toISOString());
    const isBegun = await this.work.do(({ manager }) => sendAgain(manager, id, now ?? '', until ?? ''));
    if (!isBegun) throw new Refusal('unknown-path');
    return seeOther(mailPath);
  }
}
