// Choosing whether and when a region is reminded by itself: kept, and told to the security log in the same transaction.
import { Injectable } from '@nestjs/common';
import type { Sender } from '../domain/security/entries.js';
import type { ReminderPlan } from '../domain/turns/reminders-due.js';
import type { Id, Slug } from '../domain/vocabulary.js';
import { saveReminderPlan } from '../store/reminder-plans.js';
import { SecurityLog } from '../store/security/security-log.js';
import { UnitOfWork } from '../store/unit-of-work.js';

@Injectable()
export class ReminderSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
  ) {}

  /** @throws Refusal busy */
  keep(region: Slug, plan: ReminderPlan, by: { person: Id; sender: Sender }): Promise<void> {
    const { isOn, before, after, digest } = plan;
    const facts = { region, on: isOn, before: [...before], ...(after !== null && { after }), digest };
    return this.work.do(async (tx) => {
      await saveReminderPlan(tx.manager, region, plan);
      await this.security.add(tx, { type: 'RemindersSet', ...by, facts });
    });
  }
}
