// The links in reminders: each is of one person, for one form of one body, as long as its gate is put in the same round and the
// body has to decide. Following one records nothing, so that whoever looks at mail before its reader does no harm.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant, LinkUse, Role, Slug } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import { Forgetting } from '../store/forgetting.js';
import { digestOf, newSecret } from '../store/one-time-links.js';
import {
  addLink,
  findLink,
  forgetLinks,
  forgetLinksOf,
  isLinkOf,
  linkDays,
  type LinkAbout,
  type StoredLink,
} from '../store/personal-links.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { reminderPlan } from '../store/reminder-plans.js';
import { Tidying } from '../store/tidying.js';
import type { Transaction } from '../store/unit-of-work.js';

/** Where one leads, on our own site. */
export const personalPath = '/antwoord/';
/** So long who recorded something by a link alone is shown what it says. */
const freshFor = 30 * 60_000;

@Injectable()
export class PersonalLinks implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.tidying.forgets.push((manager) => forgetLinks(manager, this.since));
    this.forgetting.forgets.push(forgetLinksOf);
  }

  /** In the transaction of the mail that has it. @returns its address, which nobody can be told again */
  async make({ manager }: Pick<Transaction, 'manager'>, about: LinkAbout): Promise<string> {
    const secret = newSecret();
    await addLink(manager, this.digest(secret), about, this.clock.now());
    return `${this.configuration.baseUrl}${personalPath}${secret}`;
  }

  /** Null for what is none, was revoked, or is too old. */
  find(secret: string): Promise<StoredLink | null> {
    return findLink(this.database.manager, this.digest(secret), this.since);
  }

  /** How the link of this name was used, where it is one of theirs for that gate, by who signed in. */
  async use(id: string | undefined, of: Omit<LinkAbout, 'round'>): Promise<LinkUse | null> {
    if (id === undefined) return null;
    return (await isLinkOf(this.database.manager, { id, ...of }, this.since)) ? 'signed-in' : null;
  }

  /** The roles for which their region lets the link alone do. */
  async unsignedRoles(region: Slug): Promise<readonly Role[]> {
    return (await reminderPlan(this.database.manager, region)).unsigned ?? [];
  }

  /** Whether it was recorded a moment ago. */
  isFresh(recordedAt: Instant): boolean {
    return recordedAt >= this.clock.after(-freshFor);
  }

  private digest(secret: string) {
    return digestOf(this.configuration.sessionSecret, `personal ${secret}`);
  }

  private get since(): string {
    return this.clock.after(-linkDays * dayLong);
  }
}
