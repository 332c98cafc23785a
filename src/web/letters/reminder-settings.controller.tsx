// Whether a region has reminders sent by themselves, when and in which words: for who leads its process.
import { Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { text as textOf } from '../../domain/facts/values.js';
import type { KnownPerson } from '../../domain/people.js';
import { isValid, partyOf } from '../../domain/permissions.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import { Refusal } from '../../domain/refusal.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import type { Answer } from '../../http/answer.js';
import { senderOf } from '../../http/sender.js';
import { ReaderParam } from '../../http/parameters.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import { Database } from '../../store/database.js';
import { Outbox } from '../../store/outbox.js';
import { Clock } from '../../store/process/clock.js';
import type { ReminderPlan } from '../../domain/turns/reminders-due.js';
import { ReminderSettings } from '../../app/reminder-settings.js';
import { reminderPlan } from '../../store/reminder-plans.js';
import type { Wording } from '../../wording/wording.js';
import {
  ReminderSettingsPage,
  reminderSettingsAt,
  unsignedRoles,
  type SettingsWritten,
} from '../pages/gate/reminder-settings.js';

const textMax = 4_000;
const daysMax = 90;
/** So many times one body is reminded before its term. */
const timesMax = 4;

const letterText = textOf(textMax, { lines: 'many' });

@KeepsForms()
@PageController('herinneringen/:region')
export class ReminderSettingsController {
  constructor(
    private readonly database: Database,
    private readonly settings: ReminderSettings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly bodies: KnownBodies,
  ) {}

  /** @throws Refusal unknown-path for who does not lead there */
  @Get()
  async show(
    @Param('region') region: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { vastgelegd }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    mustLead(person, region, this.clock);
    const plan = await reminderPlan(this.database.manager, region);
    return this.page(region, around, plan, { ...writtenOf(plan, around.wording), errors: {} }, vastgelegd === 'ja');
  }

  /** Sent twice it changes nothing. @throws Refusal unknown-path, busy */
  @Post()
  async keep(
    @Param('region') region: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const { clock } = this;
    mustLead(person, region, clock);
    const { wording } = around;
    const { body: sent } = request;
    const fields = sent instanceof URLSearchParams ? sent : new URLSearchParams();
    const { written, plan } = read(fields, wording);
    const kept = await reminderPlan(this.database.manager, region);
    if (!plan) return shown(this.page(region, around, kept, written, false), wording, 400);
    const said = { ...plan, by: person.id, at: clock.now() };
    await this.settings.keep(region, said, { person: person.id, sender: senderOf(request) });
    return seeOther(`${reminderSettingsAt(region)}?vastgelegd=ja`);
  }

  private page(region: Slug, around: Surroundings, plan: ReminderPlan, written: SettingsWritten, recorded: boolean) {
    const title = this.bodies.regions().find(({ id }) => id === region)?.title ?? region;
    const isSent = this.outbox.isSent;
    return <ReminderSettingsPage {...{ around, region, title, plan, written, recorded, isSent }} max={textMax} />;
  }
}

/** Whether this person leads the process of a region today. */
export const leadsIn = (person: KnownPerson, region: Slug, today: Day): boolean =>
  person.assignments.some(
    (one) => one.role === 'process-lead' && one.body !== null && partyOf(one.body) === region && isValid(one, today),
  );

/** Of a region that somebody does not lead they are told nothing. @throws Refusal */
function mustLead(person: KnownPerson, region: Slug, clock: Clock): void {
  if (!leadsIn(person, region, clock.today())) throw new Refusal('unknown-path');
}

const writtenOf = ({ isOn, before, after, digest, text, unsigned = [] }: ReminderPlan, { mailLetters }: Wording) => ({
  on: isOn ? 'ja' : 'nee',
  before: before.join(', '),
  after: after === null ? '' : String(after),
  digest: digest ? 'ja' : 'nee',
  text: text ?? mailLetters.reminderText,
  unsigned: unsigned.join(' '),
});

/** What was filled in, and what it comes to; null where something is wrong with it. */
function read(fields: URLSearchParams, wording: Wording) {
  const { reminderSettings: words, mailLetters: letters, strangeMarks } = wording;
  const field = (name: string) => (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const unsigned = unsignedRoles.filter((role) => fields.has(`zonder/${role}`));
  const written = {
    on: field('aan'),
    before: field('voor'),
    after: field('na'),
    digest: field('overzicht'),
    text: field('tekst'),
    unsigned: unsigned.join(' '),
  };
  const errors: SettingsWritten['errors'] = {};
  const before = written.before.split(/[\s,;]+/).filter(Boolean);
  if (before.length > timesMax || before.some((one) => !isDays(one)))
    errors.before = words.beforeWrong(timesMax, daysMax);
  if (written.after !== '' && !isDays(written.after)) errors.after = words.afterWrong(daysMax);
  const [fault] = letterText.judge(written.text);
  const strange = strangeMarks(written.text);
  if (fault) errors.text = fault.code === 'too-long' ? words.textTooLong(textMax) : words.textWrong;
  else if (strange.length > 0) errors.text = words.strange(strange);
  else if (!written.text.includes('{link}')) errors.text = words.noLink;
  if (Object.keys(errors).length > 0) return { written: { ...written, errors }, plan: null };
  const plan = {
    isOn: written.on === 'ja',
    before: [...new Set(before.map(Number))].sort((a, b) => b - a),
    after: written.after === '' ? null : Number(written.after),
    digest: written.digest === 'ja',
    text: written.text === letters.reminderText ? null : written.text,
    unsigned,
  };
  return { written: { ...written, errors }, plan };
}

const isDays = (text: string): boolean => /^[1-9]\d?$/.test(text) && Number(text) <= daysMax;
