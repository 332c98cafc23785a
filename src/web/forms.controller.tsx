// Every form: shown, filled in, checked, perhaps shown once more, and given as a command. What was filled in is never
// lost to a refusal, and the same form sent twice is recorded once.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Dossiers } from '../app/dossiers.js';
import { commands, refusalOf, rehearse } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import { erased } from '../domain/facts/shown.js';
import { frame } from '../wording/pages.js';
import { statusOfCode } from '../wording/problems.js';
import { again, digestOf } from './again.js';
import { seeOther } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import { VisitNowParam } from './asked.js';
import { inDossier, type Surroundings } from '../http/page/frame.js';
import { areSeen, doubtfulDays, keyOf, payloadOf, valuesOf, type Form, type Values } from './forms/form.js';
import type { FormContext, FormKind } from './forms/form-kind.js';
import { ConfirmPage, FormPage, type FormPageProps } from './forms/form-page.js';
import { formPaths, forms } from './forms/register.js';
import { PageController } from '../http/page/page-controller.js';
import type { Page } from '../http/page/page.interceptor.js';
import { shapeBody } from '../http/shape.js';

const base = '/trajecten/:dossier/';
const paths = formPaths.map((path) => `${base.slice(1)}${path}`);

@PageController()
export class FormsController {
  constructor(private readonly dossiers: Dossiers) {}

  @Get(paths)
  show(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Page {
    const kind = kindAt(request);
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const elsewhere = kind.instead?.(context);
    const recorded = context.query.vastgelegd === 'ja';
    if (elsewhere) return seeOther(recorded ? `${elsewhere}?vastgelegd=ja` : elsewhere);
    if (refusal) throw refusal;
    const values = kind.begins?.(context) ?? {};
    const props = propsOf(request, around, context, kind.form(context, values), values, randomUUID());
    return <FormPage {...props} recorded={recorded} />;
  }

  @Post(paths)
  async take(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const kind = kindAt(request);
    const refusal = refusalAt(kind, context);
    if (refusal && isFinal(refusal)) throw refusal;
    const values = valuesOf(request.body, commands[kind.command].says);
    const key = keyOf(values);
    const form = kind.form(context, values);
    const props = propsOf(request, around, context, form, values, key);
    if (values.meer !== undefined || values.wijzigen !== undefined) return <FormPage {...props} />;
    const asked = shapeBody(commands[kind.command].says, payloadOf(form, values));
    const place = kind.place(context.place);
    try {
      const doubts = doubtfulDays(form, values);
      if (kind.confirmed ? values.bevestigd !== 'ja' : !areSeen(doubts, values)) {
        const rehearsed = rehearse(context.occasion, kind.command, place, asked);
        if (rehearsed) throw rehearsed;
        return kind.confirmed ? (
          <ConfirmPage {...props} confirmed={kind.confirmed} doubts={doubts} />
        ) : (
          <FormPage {...props} doubts={doubts} />
        );
      }
      const caller = { person: context.person, key: { value: key, request: digestOf(request, values) }, ifMatch: null };
      const { answer } = await this.dossiers.give(
        kind.command,
        caller,
        context.place.dossier,
        place,
        asked,
        (done) => `${kind.after(context, done)}?vastgelegd=ja`,
      );
      return seeOther(answer);
    } catch (error) {
      return again(error, props);
    }
  }
}

function kindAt({ routeOptions }: FastifyRequest): FormKind {
  const kind = forms[(routeOptions.url ?? '').slice(base.length)];
  if (!kind) throw new Error(`${routeOptions.url} was routed here and is the address of no form`);
  return kind;
}

function propsOf(
  request: FastifyRequest,
  around: Surroundings,
  { reading: { dossier }, at, place }: FormContext,
  form: Form,
  values: Values,
  formKey: string,
): FormPageProps {
  const phase = dossier.plan.phases.get(place.gate);
  return {
    around: inDossier(around, dossier),
    trail: [
      { href: '/trajecten', label: frame.dossiers },
      { href: at.now.dossier, label: dossier.title ?? erased },
      ...(phase ? [{ href: at.now.gate(place.gate), label: phase.title }] : []),
    ],
    form,
    values,
    formKey,
    errors: [],
    refused: null,
    action: request.url,
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
