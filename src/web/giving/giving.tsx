// Giving by a form: shown, filled in, checked, perhaps shown once more, and given as a command. What was filled in is never
// lost to a refusal, and the same form sent twice is recorded once.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Drafts } from '../../app/drafts.js';
import { Dossiers } from '../../app/dossiers.js';
import type { CommandResult } from '../../app/recorder.js';
import { commands, refusalOf, rehearse } from '../../domain/commands/commands.js';
import { Refusal } from '../../domain/refusal.js';
import { erased } from '../../domain/facts/shown.js';
import type { Day, LinkUse } from '../../domain/vocabulary.js';
import { statusOfCode } from '../../http/statuses.js';
import { again, digestOf, policyOf } from '../visit/again.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { inDossier, type Surroundings } from '../../http/page/frame.js';
import { areSeen, doubtfulDays, keyOf, payloadOf, valuesOf, type Form, type Values } from '../forms/form.js';
import type { FormContext, FormKind } from '../forms/form-kind.js';
import { ConfirmPage, FormPage, type FormPageProps } from '../forms/form-page.js';
import { shownAt, shownAtIn } from '../forms/shown-at.js';
import { lostFrom } from '../forms/typed.js';
import { Meanwhile, stillStands } from '../log/meanwhile.js';
import { AlreadyPage } from '../pages/already.js';
import type { Changes } from '../pages/log/changes.js';
import { afterRecording } from '../visit/visit.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { shapeBody } from '../../http/shape.js';

/** A form that somebody is at. */
export interface AtForm {
  kind: FormKind;
  request: FastifyRequest;
  context: FormContext;
  around: Surroundings;
  /** How they came by a link from a mail; null where they did not. */
  link: LinkUse | null;
  /** The same, once more, for the dossier as it is by then. */
  anew: () => Promise<FormContext>;
  /** Where one goes, where that is not what the form says: for who is not signed in. */
  after?: (done: CommandResult) => string;
  /** What is so whatever was sent: a link is for one body. */
  fixed?: Values;
  /** Under which name it is kept to be read once more, where its own address is a secret. */
  keptAs?: string;
}

@Injectable()
export class Giving {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly meanwhile: Meanwhile,
    private readonly drafts: Drafts,
  ) {}

  /** @throws Refusal */
  async show(at: AtForm): Promise<Page> {
    const { kind, context, request } = at;
    const { place, key } = checkAt(request.url);
    if (key !== null) return this.check(at, place, key);
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const elsewhere = kind.instead?.(context);
    const { recorded } = context;
    if (elsewhere) return seeOther(afterRecording(elsewhere, recorded));
    if (refusal) throw refusal;
    const values = kind.begins?.(context) ?? {};
    const props = propsOf(at, formOf(at, values), values, randomUUID());
    if (isAlone(at)) return formPage(props);
    const kept = await this.drafts.of(context.person.id, place);
    const begun = kept ? (await this.sent(at, new URLSearchParams(kept.fields))).props : props;
    return formPage({ ...begun, recorded: recorded?.type, draft: { place, kept } });
  }

  /**
   * What was sent, to be read once more, at an address of its own: going back and forth sends nothing. Once it was recorded
   * it says so.
   */
  private async check(at: AtForm, place: string, key: string): Promise<Page> {
    const { context } = at;
    const { id } = context.person;
    const kept = await this.drafts.ofKey(id, at.keptAs ?? place, key);
    const answer = kept || isAlone(at) ? null : await this.drafts.answerTo(id, key);
    if (!kept) return answer === null ? seeOther(place) : alreadyRecorded(answer, at);
    const sent = await this.sent(at, kept);
    try {
      return shown(onceMore(sent, context, doubtfulDays(sent.props.form, sent.values)), context.wording);
    } catch (error) {
      return again(error, sent.props);
    }
  }

  /** Also of a day in a weekend: where it can be kept it goes on to an address of its own, else it is the answer to what was sent. */
  private async toCheck(at: AtForm, sent: Sent, doubts: Day[]): Promise<Page> {
    const { request, context } = at;
    const page = onceMore(sent, context, doubts);
    const { place } = checkAt(request.url);
    const values = { ...sent.values, sleutel: sent.key };
    const isKept = await this.drafts.keepForCheck(context.person.id, at.keptAs ?? place, values);
    return isKept ? seeOther(checkAddress(place, sent.key)) : page;
  }

  /** Back to the form that holds it, at an address that sends nothing; where it cannot be kept the form is the answer. */
  private async toChange(at: AtForm, { values, key, props }: Sent): Promise<Page> {
    const { id } = at.context.person;
    const { place } = checkAt(at.request.url);
    if (isAlone(at)) return formPage(props);
    if ((await this.drafts.answerTo(id, key)) !== null) return seeOther(checkAddress(place, key)); // which says so
    return (await this.drafts.keepForCheck(id, place, { ...values, sleutel: key })) ? seeOther(place) : formPage(props);
  }

  /** @throws Refusal */
  async take(at: AtForm): Promise<Page> {
    const { request, context, link } = at;
    const sent = await this.sent(at);
    const { kind, values, key, props, changes } = sent;
    if (values.wijzigen !== undefined) return this.toChange(at, sent);
    if (values.meer !== undefined) return formPage(props);
    try {
      const doubts = doubtfulDays(props.form, values);
      const isConfirmed = values.bevestigd === 'ja' && shownAtIn(values, context) !== null;
      if (kind.confirmed ? !isConfirmed : !areSeen(doubts, values)) return await this.toCheck(at, sent, doubts);
      const caller = {
        person: context.person,
        key: { value: key, request: digestOf(request, values) },
        ifMatch: stillStands(kind, context, changes),
        ...(link && { link }),
      };
      const after = at.after ?? ((done) => afterRecording(kind.after(context, done), done.events[0]));
      const place = kind.place(context.place);
      const { answer } = await this.dossiers.give(
        kind.command,
        caller,
        context.place.dossier,
        place,
        askedIn(sent),
        after,
      );
      await this.drafts.remove(context.person.id, at.keptAs ?? request.url).catch(() => undefined); // then it is gone after a week
      return seeOther(answer);
    } catch (error) {
      if (!hasMoved(error)) return again(error, props);
      const now = await at.anew();
      return moved(error, await this.sent({ ...at, context: now }), now);
    }
  }

  /** What was sent, for the dossier as it is now. @throws Refusal that nothing filled in could change */
  private async sent(at: AtForm, body: unknown = at.request.body): Promise<Sent> {
    const { kind, context, request } = at;
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const said = { command: kind.command, says: commands[kind.command].says };
    const values = { ...valuesOf(body, said.says), ...at.fixed };
    const key = keyOf(values);
    const form = formOf(at, values);
    const changes = await this.meanwhile.since(kind, context, values);
    const lost = lostFrom(form, values, said, context.wording);
    const kept = isAlone(at) ? {} : { draft: { place: checkAt(request.url).place, kept: null } };
    const props = { ...propsOf(at, form, values, key), changes, lost, ...kept };
    return { kind, values, key, props, changes };
  }
}

/** Whether a link alone says who it is: then no draft is offered or kept, but what they read once more, and no file can come along. */
const isAlone = ({ link }: AtForm): boolean => link === 'unsigned';

function formOf(at: AtForm, values: Values): Form {
  const form = at.kind.form(at.context, values);
  if (!isAlone(at)) return form;
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ kind }) => kind !== 'file'),
  }));
  return { ...form, sections };
}

/** A form as it was sent, with all that is made of it. */
interface Sent {
  kind: FormKind;
  values: Values;
  key: string;
  props: FormPageProps;
  changes: Changes | null;
}

/** What the form asks for, as its command takes it. */
const askedIn = ({ kind, props, values }: Sent) =>
  shapeBody(commands[kind.command].says, payloadOf(props.form, values));

/** The form is shown once more before it is given: to be confirmed, or because of a day in a weekend. @throws Refusal */
function onceMore(sent: Sent, { occasion, wording, place }: FormContext, doubts: Day[]): ReactElement {
  const { kind, props } = sent;
  const rehearsed = rehearse(occasion, kind.command, kind.place(place), askedIn(sent));
  if (rehearsed) throw rehearsed;
  if (!kind.confirmed) return <FormPage {...props} draft={undefined} doubts={doubts} />; // nothing is filled in there any more
  const title = kind.confirmed(wording);
  return <ConfirmPage {...props} title={title} submit={wording.labels[kind.command]} doubts={doubts} />;
}

/** Behind the address of a form: that what was sent with this key is to be read once more. */
const checkAddress = (place: string, key: string): string =>
  `${place}${place.includes('?') ? '&' : '?'}controle=${key}`;

function checkAt(url: string): { place: string; key: string | null } {
  const [, place = url, key = null] = /^(.+)[?&]controle=([\w-]{8,64})$/.exec(url) ?? [];
  return { place, key };
}

const alreadyRecorded = (href: string, { around, context: { reading, wording } }: AtForm): Page =>
  shown(<AlreadyPage around={inDossier(around, reading.dossier)} href={href} />, wording);

const formPage = (props: FormPageProps): Page =>
  shown(<FormPage {...props} />, props.around.wording, 200, policyOf(props));

/** Whether what was shown is no longer so, where the form rests on it. */
const hasMoved = (error: unknown): error is Refusal => error instanceof Refusal && error.code === 'changed-meanwhile';

/** The form comes again with what changed; where it can no longer be given, with why. */
function moved(refusal: Refusal, sent: Sent, context: FormContext): Page {
  const { props, values } = sent;
  try {
    const page = onceMore(sent, context, doubtfulDays(props.form, values));
    return shown(page, context.wording, statusOfCode(refusal.code));
  } catch (error) {
    return again(error, props);
  }
}

function propsOf(at: AtForm, form: Form, values: Values, formKey: string): FormPageProps {
  const { around, context, request } = at;
  const { dossier } = context.reading;
  return {
    around: inDossier(around, dossier),
    trail: isAlone(at) ? [] : trailOf(context, around),
    form,
    values,
    formKey,
    shownAt: shownAt(context),
    errors: [],
    refused: null,
    action: checkAt(request.url).place,
  };
}

function trailOf({ reading: { dossier }, at, place }: FormContext, { wording }: Surroundings): FormPageProps['trail'] {
  const phase = dossier.plan.phases.get(place.gate);
  return [
    { href: '/trajecten', label: wording.frame.dossiers },
    { href: at.now.dossier, label: dossier.title ?? erased },
    ...(phase ? [{ href: at.now.gate(place.gate), label: phase.title }] : []),
  ];
}

/** Why there is nothing to fill in, if so. */
const refusalAt = (kind: FormKind, context: FormContext): Refusal | null => {
  const { occasion, place } = context;
  const found = refusalOf(occasion, kind.command, kind.place(place));
  return found ?? (kind.said ? refusalOf(occasion, kind.command, kind.place(place), kind.said(context)) : null);
};

/** Nothing that is filled in could change it: what is asked for is not there, or not for this person. */
const isFinal = ({ code }: Refusal): boolean => [403, 404].includes(statusOfCode(code));
