// The letters of a dossier on a day: to exactly those whose turn it is, and what lead and chair get to see each week. To each
// goes what they may know, and nothing that a body keeps to itself.
import { Injectable } from '@nestjs/common';
import { quietIn } from '../domain/calendars/quiet.js';
import type { DossierEvent } from '../domain/dossier/events.js';
import { currentRound, type Dossier } from '../domain/dossier/state.js';
import type { Addressee } from '../domain/people.js';
import { partyOf } from '../domain/permissions.js';
import { noticesDue } from '../domain/turns/notices.js';
import { remindersDue, type DueReminder, type ReminderPlan } from '../domain/turns/reminders-due.js';
import type { BodyId, Day, Instant, Role, Slug } from '../domain/vocabulary.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import { now } from '../domain/fold/history.js';
import { titleOf } from '../domain/workflow/plan.js';
import { CalendarBook } from '../store/calendars.js';
import { Directory } from '../store/directory.js';
import { secretMark, type NewMail } from '../store/outbox.js';
import type { LinkAbout } from '../store/personal-links.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';
import { PersonalLinks } from './personal-links.js';
import type { Transaction } from '../store/unit-of-work.js';
import { mailLetters as words } from '../wording/out/mail-letters.js';
import { inSentence } from '../wording/language/nouns.js';
import { gateShown } from '../wording/gates/views.js';

/** A reminder of last week says what is no longer so. */
const reminderWorks = 2 * dayLong;
const digestWorks = 4 * dayLong;
/** What changed so long ago is seen by who comes to decide. */
const noticeWorks = 5 * dayLong;
const unaskedSince: Instant = '';

const recording: readonly Role[] = ['secretary', 'clerk'];
/** Who answers in a body for what it does not do in time. */
const answering: readonly Role[] = ['portfolio-holder'];
const chairing: readonly Role[] = ['chair', 'deputy-chair'];
const steering: readonly Role[] = ['process-lead', 'chair', 'deputy-chair'];

const byItself = 'reminder';

/** Whether what it tells once is a reminder that nobody sent by hand. */
export const isByItself = (once: string): boolean => once.startsWith(`${byItself} `);

/** A letter, and where the link in it leads, if that is one of its own. */
export type Reminder = NewMail & { leads?: LinkAbout };

@Injectable()
export class ReminderLetters {
  constructor(
    private readonly directory: Directory,
    readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly links: PersonalLinks,
    private readonly calendars: CalendarBook,
  ) {}

  /** Those that are due today, whether or not they were written before. */
  async due(dossier: Dossier, plan: ReminderPlan): Promise<Reminder[]> {
    const isQuiet = quietIn(await this.calendars.of(dossier.plan), dossier.plan);
    const due = remindersDue(dossier, this.clock.today(), plan, isQuiet);
    return due.flatMap((one) => this.ofOne(dossier, plan, one));
  }

  /** Whether something was recorded in it that may have to be told. */
  isNew({ recordedAt }: Dossier): boolean {
    return recordedAt >= this.noticesSince(unaskedSince);
  }

  /** To all who record for a body that decides there, and who chair it: also in a recess, for it changes what they decide on. */
  notices(dossier: Dossier, plan: ReminderPlan, events: readonly DossierEvent[]): NewMail[] {
    const today = this.clock.today();
    return noticesDue(events, this.noticesSince(plan.at ?? unaskedSince)).flatMap(({ what, gate, sequence, by }) => {
      const round = currentRound(dossier, gate);
      const bodies = new Set([...(round?.electorate ?? []), ...(round ? [round.terms.gate.ruledBy] : [])]);
      const people = this.directory.holding([...recording, ...chairing], today, (body) => bodies.has(body));
      return eachOnce(people.filter(({ person }) => person !== by)).map((somebody) => ({
        ...words.notice(what, {
          naam: somebody.name,
          moment: gateTitle(dossier, gate),
          traject: dossier.title ?? '',
          link: this.linkTo(dossier, gate),
          afzender: words.byRegion(regionTitle(dossier)),
        }),
        kind: 'notice' as const,
        to: somebody,
        about: { dossier: dossier.id, gate },
        once: ['notice', dossier.id, sequence, somebody.person].join(' '),
        worksFor: noticeWorks,
      }));
    });
  }

  /** What was recorded before reminders were turned on is told by nobody any more. */
  private noticesSince(on: Instant): Instant {
    const since = this.clock.after(-noticeWorks);
    return since > on ? since : on;
  }

  /** As it is written in a job: with its own link, which is made only where the letter is new. */
  linked(tx: Pick<Transaction, 'manager'>, { leads, ...letter }: Reminder): NewMail {
    return leads === undefined ? letter : { ...letter, secret: () => this.links.make(tx, leads) };
  }

  private ofOne(dossier: Dossier, plan: ReminderPlan, one: DueReminder): Reminder[] {
    const today = this.clock.today();
    const isOf = (body: string): boolean => body === one.body;
    const own = eachOnce(this.directory.holding(recording, today, isOf));
    const forms = new Set(one.decides ? own.map(({ person }) => person) : []);
    const to = [...own, ...(one.isOver ? this.directory.holding(answering, today, isOf) : [])];
    const leads = this.leadsOf(dossier.plan.region);
    return eachOnce(to).map((somebody) => {
      // One that nobody sends is copied by hand: then nobody could read its link.
      const isPersonal = forms.has(somebody.person) && this.configuration.mail !== undefined;
      const letter = words.reminder(plan.text ?? words.reminderText, {
        naam: somebody.name,
        orgaan: inSentence(titleOf(dossier.plan, one.body)),
        moment: gateTitle(dossier, one.gate),
        traject: dossier.title ?? '',
        link: isPersonal
          ? secretMark
          : this.linkTo(dossier, one.gate) + (forms.has(somebody.person) ? formOf(one.body) : ''),
        afzender: words.signed(
          leads.map(({ name }) => name),
          regionTitle(dossier),
        ),
        until: one.until,
        today,
      });
      return {
        ...letter,
        kind: 'reminder',
        to: somebody,
        ...(leads[0] && { replyTo: leads[0].email }),
        about: { dossier: dossier.id, gate: one.gate },
        once: [byItself, dossier.id, one.gate, one.round, one.body, one.until, one.occasion, somebody.person].join(' '),
        worksFor: reminderWorks,
        ...(isPersonal && {
          leads: { person: somebody.person, dossier: dossier.id, gate: one.gate, round: one.round, body: one.body },
        }),
      };
    });
  }

  leadsOf(region: Slug): Addressee[] {
    return eachOnce(this.directory.holding(['process-lead'], this.clock.today(), (body) => partyOf(body) === region));
  }

  /** To each who steers in this region, of the dossiers that have something open. @param week the day by which it is known */
  async digests(region: Slug, dossiers: readonly Dossier[], week: Day): Promise<NewMail[]> {
    const today = this.clock.today();
    const found: NewMail[] = [];
    for (const somebody of eachOnce(this.directory.holding(steering, today, (body) => partyOf(body) === region))) {
      const person = await this.directory.known(somebody.email);
      const told = person === null ? [] : dossiers.map((dossier) => this.told(dossier, person, today));
      const open = told.filter(({ gates }) => gates.length > 0);
      const [first] = dossiers;
      if (open.length === 0 || !first) continue;
      const letter = words.digest(somebody.name, regionTitle(first), open);
      const once = ['digest', region, week, somebody.person].join(' ');
      found.push({ ...letter, kind: 'digest', to: somebody, once, worksFor: digestWorks });
    }
    return found;
  }

  private told(dossier: Dossier, person: Parameters<typeof viewerOf>[0], today: Day) {
    const { nameOf, canConclude } = this.directory;
    const viewer = viewerOf(person, dossier, nameOf, today, canConclude);
    const reading: Reading = { dossier, moment: now, day: today, viewer };
    return { title: dossier.title ?? '', gates: openGatesIn(reading, (gate) => this.linkTo(dossier, gate)) };
  }

  private linkTo({ id }: Dossier, gate: Slug): string {
    return `${this.configuration.baseUrl}/trajecten/${id}/momenten/${gate}`;
  }
}

/** What lies open, as it is told to whoever reads. */
export const openGatesIn = (reading: Reading, linkTo: (gate: Slug) => string) =>
  [...reading.dossier.plan.gates.keys()].flatMap((id) => {
    const gate = gateShown(reading, id);
    if (gate.status !== 'open') return [];
    const missing = gate.missing.map(({ body }) => titleOf(reading.dossier.plan, body));
    return [{ title: gate.title, stand: gate.headline, missing, until: gate.dueOn, link: linkTo(id) }];
  });

/** Who records for a body comes to its form at once; from there it is one choice and one button. */
const formOf = (body: BodyId): string => `/besluit?${new URLSearchParams({ orgaan: body }).toString()}`;

const gateTitle = ({ plan }: Dossier, gate: Slug): string => plan.gates.get(gate)?.title ?? gate;

const regionTitle = ({ plan }: Dossier): string =>
  plan.workflow.parties.find(({ id }) => id === plan.region)?.title ?? plan.region;

const eachOnce = (people: readonly Addressee[]): Addressee[] => [
  ...new Map(people.map((one) => [one.person, one])).values(),
];
