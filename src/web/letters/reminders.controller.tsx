// A reminder to those who are still to act at a gate, for who is to see that they do: sent by mail where Sluis sends any, and
// else opened in a mail program or copied. Nothing of it is recorded.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { PersonalLinks } from '../../app/personal-links.js';
import { gateAt } from '../../domain/commands/targets.js';
import { text as textOf } from '../../domain/facts/values.js';
import type { Addressee } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import { currentRound } from '../../domain/dossier/state.js';
import { remindedAt, toConfirmAt } from '../../domain/turns/reminded.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { BodyId, Id } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Answer } from '../../http/answer.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import { Directory } from '../../store/directory.js';
import { Outbox, secretMark } from '../../store/outbox.js';
import type { LinkAbout } from '../../store/personal-links.js';
import { dayLong } from '../../store/process/clock.js';
import { Configuration } from '../../store/process/configuration.js';
import { reminderPlan } from '../../store/reminder-plans.js';
import { UnitOfWork } from '../../store/unit-of-work.js';
import { VisitNowParam, VisitParam } from '../visit/asked.js';
import { mayRemind } from '../dossier/may-remind.js';
import { keyOf } from '../forms/form.js';
import type { FormContext } from '../forms/form-kind.js';
import { RemindPage, type RemindWritten } from '../pages/gate/remind.js';
import { reminderSettingsAt } from '../pages/gate/reminder-settings.js';
import { leadsIn } from './reminder-settings.controller.js';

const textMax = 4_000;
const subjectMax = 200;
/** What was sent by hand is of use for so long. */
const worksFor = 2 * dayLong;

/** In the text that goes by mail: where each gets their own link. */
const linkMark = '{link}';

const letterText = textOf(textMax, { lines: 'many' });
const letterSubject = textOf(subjectMax);

@KeepsForms()
@PageController('trajecten/:dossier/momenten/:gate/herinneren')
export class RemindersController {
  constructor(
    private readonly directory: Directory,
    private readonly configuration: Configuration,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly links: PersonalLinks,
  ) {}

  /** @throws Refusal not-your-role for who does not lead the process or chair the gate */
  @Get()
  show(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    return this.page(context, around, null);
  }

  /** Goes to who is waited for now, whoever was when it was shown; sent twice it goes once. @throws Refusal not-your-role */
  @Post()
  async send(
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
    @Req() { body: sent }: FastifyRequest,
  ): Promise<Answer> {
    const { wording, place, person, at, reading } = context;
    if (!this.outbox.isSent) throw new Refusal('unknown-path');
    const to = this.bodiesIn(context).flatMap(({ people }) => people);
    const fields = sent instanceof URLSearchParams ? sent : new URLSearchParams();
    const field = (name: string) => (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    const written = { subject: field('onderwerp'), text: field('tekst') };
    const [ofText] = letterText.judge(written.text);
    const [ofSubject] = letterSubject.judge(written.subject);
    const { reminders: words } = wording;
    const error = ofSubject ? words.subjectWrong(subjectMax) : ofText ? words.textWrong(textMax) : null;
    if (error !== null) return shown(await this.page(context, around, { ...written, error }), wording, 400);
    const key = keyOf({ sleutel: field('sleutel') });
    const own = this.ownForms(context);
    const plain = this.configuration.baseUrl + at.now.gate(place.gate);
    const mails = [...new Map(to.map((one) => [one.person, one])).values()].map((somebody) => ({
      subject: written.subject,
      text: written.text.replaceAll(linkMark, own.has(somebody.person) ? secretMark : plain),
      kind: 'reminder' as const,
      to: somebody,
      replyTo: person.email,
      about: { dossier: reading.dossier.id, gate: place.gate },
      once: ['by-hand', person.id, key, somebody.person].join(' '),
      worksFor,
    }));
    await this.work.do(async (tx) => {
      for (const mail of mails) {
        const leads = mail.text.includes(secretMark) ? own.get(mail.to.person) : undefined;
        await this.outbox.add(tx, { ...mail, ...(leads && { secret: () => this.links.make(tx, leads) }) });
      }
    });
    return seeOther(`${at.remind(place.gate)}?verstuurd=${mails.length}`);
  }

  /** Who is waited for, and who records for each. @throws Refusal not-your-role */
  private bodiesIn(context: FormContext) {
    const { reading, today, place, wording } = context;
    gateAt(reading.dossier, place.gate);
    if (!mayRemind(context, place.gate)) throw new Refusal('not-your-role');
    const gate = wording.gateShown(reading, place.gate);
    return remindedAt(reading.dossier, place.gate, today).map((body) => ({
      body,
      title: titleOf(reading.dossier.plan, body),
      word: gate.stands.find((stand) => stand.body === body)?.word ?? wording.speech[gate.asks].silent,
      people: this.recordersOf(body, today),
    }));
  }

  /** Where the own link of each leads who records for one of those that are still to decide; of more it would be one of them. */
  private ownForms(context: FormContext): ReadonlyMap<Id, LinkAbout> {
    const { reading, today, place } = context;
    const { dossier } = reading;
    const round = currentRound(dossier, place.gate)?.number ?? 0;
    const toConfirm = toConfirmAt(dossier, place.gate, today);
    const all = this.bodiesIn(context).flatMap(({ body, people }) =>
      people.map(({ person }): LinkAbout => ({ person, dossier: dossier.id, gate: place.gate, round, body })),
    );
    const isOnly = ({ person, body }: LinkAbout) =>
      !toConfirm.has(body) && all.every((one) => one.person !== person || one.body === body);
    return new Map(all.filter(isOnly).map((one) => [one.person, one]));
  }

  private recordersOf(body: BodyId, today: string): Addressee[] {
    return this.directory.holding(['secretary', 'clerk'], today, (one) => one === body);
  }

  private async page(context: FormContext, around: Surroundings, written: RemindWritten | null): Promise<ReactElement> {
    const { reading, at, place, wording, person, query } = context;
    const bodies = this.bodiesIn(context);
    const gate = wording.gateShown(reading, place.gate);
    const heading = dossierHeading(reading);
    const { region } = reading.dossier.plan;
    const plan = await reminderPlan(this.work.reading.manager, region);
    const letter = {
      dossier: heading.title,
      gate: gate.title,
      bodies,
      until: gate.dueOn,
      link: this.outbox.isSent ? linkMark : this.configuration.baseUrl + at.now.gate(place.gate),
      from: person.name,
    };
    return (
      <RemindPage
        around={around}
        at={at}
        dossier={heading}
        gate={gate}
        bodies={bodies}
        written={
          written ?? { subject: wording.reminders.subject(letter), text: wording.reminders.body(letter), error: null }
        }
        sending={this.outbox.isSent ? { key: randomUUID(), max: textMax } : null}
        sent={/^\d{1,4}$/.test(query.verstuurd ?? '') ? Number(query.verstuurd) : null}
        automatic={
          leadsIn(person, region, context.today) ? { href: reminderSettingsAt(region), isOn: plan.isOn } : null
        }
      />
    );
  }
}
