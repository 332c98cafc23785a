// Whether a mail is still of use when it is sent. A server of mail can be away for a day: by then its reader may have decided, the
// gate may be concluded, or they may read nothing here any more.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Dossier } from '../domain/dossier/state.js';
import { isValid } from '../domain/permissions.js';
import { remindedAt } from '../domain/turns/reminded.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { Outbox } from '../store/outbox.js';
import { reminderPlan } from '../store/reminder-plans.js';
import type { StoredMail } from '../store/stored-mail.js';
import { DossierCache } from './dossier-cache.js';
import { isByItself, ReminderLetters } from './reminder-letters.js';

/** Of a dossier that did not change the same is due for so many milliseconds. */
const freshFor = 2_000;

interface Due {
  dossier: Dossier;
  at: number;
  onces: ReadonlySet<string | undefined>;
}

@Injectable()
export class StillMeant implements OnModuleInit {
  private last: Due | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly directory: Directory,
    private readonly letters: ReminderLetters,
  ) {}

  onModuleInit(): void {
    this.outbox.isStillMeant = (mail) => this.isMeant(mail);
  }

  /** @throws Refusal busy, damaged */
  private async isMeant({ kind, person, dossier: id, gate, once }: StoredMail): Promise<boolean> {
    if (kind === 'link' || person === null) return true;
    const today = this.letters.clock.today();
    const known = await this.directory.byId(person);
    if (!known?.assignments.some((one) => isValid(one, today))) return false;
    if (kind !== 'reminder' || id === null || gate === null) return true;
    const dossier = await this.cache.latest(this.database.reader, id);
    if (once !== null && isByItself(once)) return (await this.dueIn(dossier)).has(once);
    const bodies = new Set(remindedAt(dossier, gate, today));
    return known.assignments.some((one) => isValid(one, today) && one.body !== null && bodies.has(one.body));
  }

  private async dueIn(dossier: Dossier): Promise<Due['onces']> {
    const now = Date.now();
    if (this.last?.dossier === dossier && now - this.last.at < freshFor) return this.last.onces;
    const plan = await reminderPlan(this.database.manager, dossier.plan.region);
    const due = plan.isOn ? await this.letters.due(dossier, plan) : [];
    this.last = { dossier, at: now, onces: new Set(due.map(({ once }) => once)) };
    return this.last.onces;
  }
}
