// Every form: shown, filled in, checked, perhaps shown once more, and given as a command. What was filled in is never
// lost to a refusal, and the same form sent twice is recorded once.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Drafts } from '../app/drafts.js';
import { Dossiers } from '../app/dossiers.js';
import { Clock } from '../store/process/clock.js';
import { commands, refusalOf, rehearse } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import { erased } from '../domain/facts/shown.js';
import type { Day } from '../domain/vocabulary.js';
import { statusOfCode } from '../http/statuses.js';
import { again, digestOf, policyOf } from './again.js';
import { seeOther, shown } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import { VisitNowParam } from './asked.js';
import { inDossier, type Surroundings } from '../http/page/frame.js';
import { areSeen, doubtfulDays, keyOf, payloadOf, valuesOf, type Form, type Values } from './forms/form.js';
import type { FormContext, FormKind } from './forms/form-kind.js';
import { ConfirmPage, FormPage, type FormPageProps } from './forms/form-page.js';
import { formAt, formRoutes } from './forms/register.js';
import { shownAt, shownAtIn } from './forms/shown-at.js';
import { lostFrom } from './forms/typed.js';
import { Meanwhile, stillStands } from './meanwhile.js';
import { AlreadyPage } from './pages/already.js';
import type { Changes } from './pages/changes.js';
import { afterRecording, Visits } from './visit.js';
import { PageController } from '../http/page/page-controller.js';
import type { Page } from '../http/page/page.interceptor.js';
import { shapeBody } from '../http/shape.js';

const paths = formRoutes.map((route) => route.slice(1));

@PageController()
export class FormsController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly visits: Visits,
    private readonly meanwhile: Meanwhile,
    private readonly drafts: Drafts,
    private readonly clock: Clock,
  ) {}

  @Get(paths)
  async show(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const kind = kindAt(request);
    const { place, key } = checkAt(request.url);
    if (key !== null) return this.check(request, context, around, key);
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const elsewhere = kind.instead?.(context);
    const { recorded } = context;
    if (elsewhere) return seeOther(afterRecording(elsewhere, recorded));
    if (refusal) throw refusal;
    const values = kind.begins?.(context) ?? {};
    const props = propsOf(request, around, context, kind.form(context, values), values, randomUUID());
    const kept = await this.drafts.of(context.person.id, place);
    const offer = kept && { ...kept, now: this.clock.now() };
    return formPage({ ...props, recorded: recorded?.type, draft: { place, offer } });
  }

  /**
   * What was sent, to be read once more, at an address of its own: going back and forth sends nothing. Once it was recorded
   * it says so.
   */
  private async check(request: FastifyRequest, context: FormContext, around: Surroundings, key: string): Promise<Page> {
    const { place } = checkAt(request.url);
    const { id } = context.person;
    const kept = await this.drafts.ofKey(id, place, key);
    const answer = kept ? null : await this.drafts.answerTo(id, key);
    if (!kept) return answer === null ? seeOther(place) : alreadyRecorded(answer, around, context);
    const sent = await this.sent(request, context, around, kept);
    try {
      return shown(onceMore(sent, context, doubtfulDays(sent.props.form, sent.values)), context.wording);
    } catch (error) {
      return again(error, sent.props);
    }
  }

  @Post(paths)
  async take(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const sent = await this.sent(request, context, around);
    const { kind, values, key, props, changes } = sent;
    if (values.meer !== undefined || values.wijzigen !== undefined) return formPage(props);
    try {
      const doubts = doubtfulDays(props.form, values);
      const isConfirmed = values.bevestigd === 'ja' && shownAtIn(values, context) !== null;
      if (kind.confirmed ? !isConfirmed : !areSeen(doubts, values)) {
        const page = onceMore(sent, context, doubts);
        const place = checkAt(request.url).place;
        const { id } = context.person;
        const isKept = kind.confirmed && (await this.drafts.keepForCheck(id, place, { ...values, sleutel: key }));
        return isKept ? seeOther(checkAddress(place, key)) : page;
      }
      const caller = {
        person: context.person,
        key: { value: key, request: digestOf(request, values) },
        ifMatch: stillStands(kind, context, changes),
      };
      const { answer } = await this.dossiers.give(
        kind.command,
        caller,
        context.place.dossier,
        kind.place(context.place),
        askedIn(sent),
        (done) => afterRecording(kind.after(context, done), done.events[0]),
      );
      await this.drafts.remove(context.person.id, request.url).catch(() => undefined); // then it is gone after a week
      return seeOther(answer);
    } catch (error) {
      if (!hasMoved(error)) return again(error, props);
      const now = await this.visits.now(request);
      return moved(error, await this.sent(request, now, around), now);
    }
  }

  /** What was sent, for the dossier as it is now. @throws Refusal that nothing filled in could change */
  private async sent(
    request: FastifyRequest,
    context: FormContext,
    around: Surroundings,
    body: unknown = request.body,
  ): Promise<Sent> {
    const kind = kindAt(request);
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const said = { command: kind.command, says: commands[kind.command].says };
    const values = valuesOf(body, said.says);
    const key = keyOf(values);
    const form = kind.form(context, values);
    const changes = await this.meanwhile.since(kind, context, values);
    const lost = lostFrom(form, values, said, context.wording);
    const draft = { place: checkAt(request.url).place, offer: null };
    const props = { ...propsOf(request, around, context, form, values, key), changes, lost, draft };
    return { kind, values, key, props, changes };
  }
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
const checkName = 'controle';

const checkAddress = (place: string, key: string): string =>
  `${place}${place.includes('?') ? '&' : '?'}${checkName}=${key}`;

function checkAt(url: string): { place: string; key: string | null } {
  const [, place = url, key = null] = /^(.+)[?&]controle=([\w-]{8,64})$/.exec(url) ?? [];
  return { place, key };
}

const alreadyRecorded = (href: string, around: Surroundings, { reading: { dossier }, wording }: FormContext): Page =>
  shown(<AlreadyPage around={inDossier(around, dossier)} href={href} />, wording);

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

function kindAt({ routeOptions }: FastifyRequest): FormKind {
  const kind = formAt(routeOptions.url ?? '');
  if (!kind) throw new Error(`${routeOptions.url} was routed here and is the address of no form`);
  return kind;
}

function propsOf(
  request: FastifyRequest,
  around: Surroundings,
  context: FormContext,
  form: Form,
  values: Values,
  formKey: string,
): FormPageProps {
  const { reading, at, place } = context;
  const { dossier } = reading;
  const phase = dossier.plan.phases.get(place.gate);
  return {
    around: inDossier(around, dossier),
    trail: [
      { href: '/trajecten', label: around.wording.frame.dossiers },
      { href: at.now.dossier, label: dossier.title ?? erased },
      ...(phase ? [{ href: at.now.gate(place.gate), label: phase.title }] : []),
    ],
    form,
    values,
    formKey,
    shownAt: shownAt(context),
    errors: [],
    refused: null,
    action: checkAt(request.url).place,
  };
}

/** Why there is nothing to fill in, if so. */
const refusalAt = (kind: FormKind, context: FormContext): Refusal | null => {
  const { occasion, place } = context;
  const found = refusalOf(occasion, kind.command, kind.place(place));
  return found ?? (kind.said ? refusalOf(occasion, kind.command, kind.place(place), kind.said(context)) : null);
};

/** Nothing that is filled in could change it: what is asked for is not there, or not for this person. */
const isFinal = ({ code }: Refusal): boolean => [403, 404].includes(statusOfCode(code));
