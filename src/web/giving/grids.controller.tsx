// The forms by which many of one kind are recorded at once: all of the rows that were filled in, or none of them.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Drafts } from '../../app/drafts.js';
import { Together } from '../../app/together.js';
import { commands } from '../../domain/commands/commands.js';
import { erased } from '../../domain/facts/shown.js';
import { Refusal } from '../../domain/refusal.js';
import type { Caller } from '../../store/caller.js';
import type { Draft } from '../../store/drafts.js';
import { Alert, Paragraph } from '../../http/page/basics.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import { inDossier, type Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { statusOfCode } from '../../http/statuses.js';
import { again, digestOf, policyOf } from '../visit/again.js';
import { VisitNowParam } from '../visit/asked.js';
import { areSeen, doubtfulDays, keyOf, valuesOf, type Values } from '../forms/form.js';
import type { FormContext } from '../forms/form-kind.js';
import { FormPage, type FormPageProps } from '../forms/form-page.js';
import { faultsInRows, filledRows, gridForm, type FilledRow, type GridKind } from '../forms/grid.js';
import { gridAt, gridRoutes } from '../forms/grids.js';
import { shownAt } from '../forms/shown-at.js';
import { Meanwhile, stillStands } from '../log/meanwhile.js';
import { afterRecording, Visits } from '../visit/visit.js';

const paths = gridRoutes.map((route) => route.slice(1));

@PageController()
export class GridsController {
  constructor(
    private readonly together: Together,
    private readonly visits: Visits,
    private readonly meanwhile: Meanwhile,
    private readonly drafts: Drafts,
  ) {}

  @Get(paths)
  async show(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const kind = kindAt(request);
    mayBeGiven(kind, context);
    const props = await this.inParts(propsOf(request, around, context, kind, {}, randomUUID()), kind, context);
    const n = await this.visits.recordedTogether(context);
    const before = n > 0 && <Done sentence={kind.done(n, context.wording)} />;
    const kept = await this.drafts.of(context.person.id, props.action);
    const shownNow = { ...props, form: { ...props.form, before } };
    return page(kept ? takenUp(shownNow, kept) : shownNow);
  }

  @Post(paths)
  async take(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const kind = kindAt(request);
    mayBeGiven(kind, context);
    const values = valuesOf(request.body, commands[kind.command].says);
    const asked = { person: context.person, key: { value: keyOf(values), request: digestOf(request, values) } };
    // Sent twice, the second finds nothing that is still to be changed.
    const answered = await this.together.answered({ ...asked, ifMatch: null });
    if (answered !== null) return seeOther(answered);
    const changes = await this.meanwhile.since(kind, context, values);
    const shownNow = { ...propsOf(request, around, context, kind, values, keyOf(values)), changes };
    const props = await this.inParts(shownNow, kind, context);
    if (values.wijzigen !== undefined) return page(props);
    const filled = filledRows(kind, context, kind.rows(context), values);
    if (values.naar !== undefined) return this.turnTo(request, context, filled.length > 0, props);
    if (filled.length === 0) return nothingIn(props);
    const doubts = doubtfulDays(props.form, values);
    if (!areSeen(doubts, values)) return page({ ...props, doubts });
    const caller = { ...asked, ifMatch: stillStands(kind, context, changes) };
    return this.give(request, caller, kind, context, filled, props);
  }

  /** Where the rows do not fit in one form: its pages, on which of them something is kept, and what is said once of all of them. */
  private async inParts(props: FormPageProps, kind: GridKind, context: FormContext): Promise<FormPageProps> {
    const pages = kind.pages(context);
    if (pages.length < 2) return props;
    const { gridWords, namesInList } = context.wording;
    const { names } = namesInList(pages.flatMap(({ titles }) => titles));
    const kept = new Map<number, URLSearchParams>();
    for (const { from } of pages) {
      const draft = await this.drafts.of(context.person.id, addressOf(props.action, from));
      if (draft) kept.set(from, new URLSearchParams(draft.fields));
    }
    const parts = pages.map(({ from, isCurrent, titles }) => ({
      ...{ from, isCurrent, isKept: kept.has(from) },
      label: gridWords.part(names[from] ?? '', names[from + titles.length - 1] ?? ''),
    }));
    const said = [...kept.values()].find((one) => kind.once(context).some(({ name }) => (one.get(name) ?? '') !== ''));
    const once = said ? kind.once(context).map(({ name }): [string, string] => [name, said.get(name) ?? '']) : [];
    const values = { ...Object.fromEntries(once), ...props.values };
    return { ...props, values, form: { ...props.form, parts } };
  }

  /** To other rows, with what was filled in here kept. */
  private async turnTo(
    { body }: FastifyRequest,
    { person }: FormContext,
    isFilledIn: boolean,
    props: FormPageProps,
  ): Promise<Page> {
    try {
      if (isFilledIn && body instanceof URLSearchParams) await this.drafts.keep(person.id, props.action, body);
      else await this.drafts.remove(person.id, props.action);
      return seeOther(addressOf(props.action, Number(props.values.naar)));
    } catch (error) {
      return again(error, props);
    }
  }

  private async give(
    request: FastifyRequest,
    caller: Caller,
    kind: GridKind,
    context: FormContext,
    filled: FilledRow[],
    props: FormPageProps,
  ): Promise<Page> {
    const asks = filled.map(({ one }) => one);
    const path = props.action;
    try {
      const given = await this.together.give(kind.command, caller, context.place.dossier, asks, ([first]) =>
        afterRecording(path, first),
      );
      if ('refused' in given) return refusedIn(kind, context, filled, given.refused, props);
      await this.drafts.remove(context.person.id, path).catch(() => undefined); // then it is gone after a week
      return seeOther(given.answer);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'changed-meanwhile')) return again(error, props);
      const now = await this.visits.now(request);
      const changes = await this.meanwhile.since(kind, now, props.values);
      const form = gridForm(kind, now, kind.rows(now));
      return page({ ...props, form, shownAt: shownAt(now), changes }, statusOfCode(error.code));
    }
  }
}

/** A page of rows by its address. */
const addressOf = (action: string, from: number): string => {
  const [path = ''] = action.split('?');
  return from > 0 ? `${path}?vanaf=${from}` : path;
};

/** What was filled in before stands there again. */
function takenUp(props: FormPageProps, kept: Draft): FormPageProps {
  const values: Values = Object.fromEntries(new URLSearchParams(kept.fields));
  const shownAt = values.gelezen ?? props.shownAt;
  return { ...props, values, formKey: keyOf(values), shownAt, draft: { place: props.action, kept } };
}

const page = (props: FormPageProps, status = 200): Page =>
  shown(<FormPage {...props} />, props.around.wording, status, policyOf(props));

const Done = ({ sentence }: { sentence: string }) => (
  <Alert tone="ok" live>
    <Paragraph>{sentence}</Paragraph>
  </Alert>
);

function nothingIn(props: FormPageProps): Page {
  const { gridWords: words, titleOfCode } = props.around.wording;
  return page({ ...props, refused: { title: titleOfCode('validation'), why: words.nothing } }, 400);
}

/** The form with what is wrong with each of its rows. */
function refusedIn(
  kind: GridKind,
  context: FormContext,
  filled: FilledRow[],
  refused: ReadonlyMap<number, Refusal>,
  props: FormPageProps,
): Page {
  const { wording } = context;
  const faults = faultsInRows(filled, refused, kind.once(context), wording, kind.command);
  const title = wording.gridWords.wrong(refused.size, filled.length);
  const [first] = refused.values();
  const status = first && faults.errors.length === 0 ? statusOfCode(first.code) : 400;
  return page({ ...props, ...faults, refused: { title, why: '' } }, status);
}

/** @throws Refusal where this person can do it for none */
function mayBeGiven(kind: GridKind, context: FormContext): void {
  const refusal = kind.refusal(context);
  if (refusal) throw refusal;
}

function kindAt({ routeOptions }: FastifyRequest): GridKind {
  const kind = gridAt(routeOptions.url ?? '');
  if (!kind) throw new Error(`${routeOptions.url} was routed here and is the address of no form`);
  return kind;
}

function propsOf(
  request: FastifyRequest,
  around: Surroundings,
  context: FormContext,
  kind: GridKind,
  values: Values,
  formKey: string,
): FormPageProps {
  const { reading, at, place } = context;
  const { dossier } = reading;
  const phase = dossier.plan.phases.get(place.gate);
  const [path = ''] = request.url.split('?');
  const action = addressOf(path, kind.pages(context).find(({ isCurrent }) => isCurrent)?.from ?? 0);
  return {
    around: inDossier(around, dossier),
    trail: [
      { href: '/trajecten', label: around.wording.frame.dossiers },
      { href: at.now.dossier, label: dossier.title ?? erased },
      ...(phase ? [{ href: at.now.gate(place.gate), label: phase.title }] : []),
    ],
    form: gridForm(kind, context, kind.rows(context)),
    values,
    formKey,
    shownAt: shownAt(context),
    errors: [],
    refused: null,
    action,
    draft: { place: action, kept: null },
  };
}
