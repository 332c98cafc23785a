// What was wrongly recorded, corrected from its line in the log: the form by which such facts are recorded, filled in.
import { randomUUID } from 'node:crypto';
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Corrections } from '../../app/corrections.js';
import { Drafts } from '../../app/drafts.js';
import { Readings } from '../../app/readings.js';
import { correctionTable, type CorrectionAsked } from '../../domain/facts/correcting.js';
import { erased } from '../../domain/facts/shown.js';
import { mayCorrect, placeNow, type FactPlace } from '../../domain/fold/correcting.js';
import { factsIn } from '../../domain/fold/effective.js';
import { kindOfFact, type FactKind } from '../../domain/fold/fact-kinds.js';
import type { Asked } from '../../domain/commands/commands.js';
import { Refusal, refused } from '../../domain/refusal.js';
import { seeOther } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import { inDossier, type Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { shapeBody } from '../../http/shape.js';
import { again, digestOf } from '../visit/again.js';
import { VisitNowParam } from '../visit/asked.js';
import { correctionAsked, correctionForm, filledIn, seenOf, type SeenFact } from '../forms/correction-form.js';
import { keyOf, valuesOf, type Form, type Values } from '../forms/form.js';
import type { FormContext } from '../forms/form-kind.js';
import { FormPage, type FormPageProps } from '../forms/form-page.js';

/** A line of the log that this person can correct. */
interface Line {
  kind: FactKind;
  place: FactPlace;
  sequence: number;
  seen: SeenFact;
  /** With the place of the fact, as its own form has it. */
  context: FormContext;
}

@KeepsForms()
@PageController('trajecten/:dossier/logboek/:sequence/corrigeren')
export class CorrectionsController {
  constructor(
    private readonly readings: Readings,
    private readonly corrections: Corrections,
    private readonly drafts: Drafts,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const line = await this.lineAt(request, context);
    const kept = await this.drafts.of(context.person.id, request.url);
    const sent = kept && valuesOf(new URLSearchParams(kept.fields), line.kind.says);
    const form = correctionForm(line.context, line.kind, line.seen, sent ?? {});
    const values = sent ?? filledIn(form, line.seen.former);
    const props = propsOf(request, around, context, form, values, sent ? keyOf(sent) : randomUUID());
    return <FormPage {...props} draft={{ place: request.url, kept }} />;
  }

  @Post()
  async take(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const { kind, place, sequence, seen, context: there } = await this.lineAt(request, context);
    const values = valuesOf(request.body, kind.says);
    const form = correctionForm(there, kind, seen, values);
    const key = keyOf(values);
    const props = propsOf(request, around, context, form, values, key);
    if (values.meer !== undefined) return <FormPage {...props} />;
    const said = { corrects: sequence, ...correctionAsked(form, seen.former, values, kind.says) };
    const asked = shapeBody(correctionTable(kind.says), said) as Asked<CorrectionAsked>; // its rows are in the table
    const caller = { person: context.person, key: { value: key, request: digestOf(request, values) }, ifMatch: null };
    try {
      const after = `${context.at.now.log}#regel-`;
      const { answer } = await this.corrections.give(
        kind.fact.type,
        caller,
        context.place.dossier,
        place,
        asked,
        ({ events }) => `${after}${events[0]?.sequence ?? ''}`,
      );
      return seeOther(answer);
    } catch (error) {
      return again(error, props);
    }
  }

  /** @throws Refusal 403 for who may not, 404 for what is no fact, 409 where it was corrected meanwhile */
  private async lineAt({ params }: FastifyRequest, context: FormContext): Promise<Line> {
    const asked = Number((params as { sequence: string }).sequence); // the path names it
    const events = await this.readings.log(context.reading);
    const line = events.find(({ event }) => event.sequence === asked);
    const kind = line?.hidden === null ? kindOfFact(line.event.type) : undefined;
    if (!line || !kind) throw new Refusal('unknown-path');
    const fact = factsIn(events.map(({ event }) => event)).find(({ newest, older }) =>
      [newest, ...older].includes(line.event),
    );
    if (fact?.newest !== line.event) throw refused('not-the-latest', { corrected: true });
    if (!mayCorrect(context.occasion, kind, fact)) throw new Refusal('not-your-role');
    const place = placeNow(context.reading.dossier, fact);
    const seen = seenOf(context, kind, fact.newest);
    return { kind, place, sequence: asked, seen, context: { ...context, place: { ...context.place, ...place } } };
  }
}

const propsOf = (
  request: FastifyRequest,
  around: Surroundings,
  { reading: { dossier }, at }: FormContext,
  form: Form,
  values: Values,
  formKey: string,
): FormPageProps => ({
  around: inDossier(around, dossier),
  trail: [
    { href: '/trajecten', label: around.wording.frame.dossiers },
    { href: at.now.dossier, label: dossier.title ?? erased },
    { href: at.now.log, label: around.wording.log.title },
  ],
  form,
  values,
  formKey,
  errors: [],
  refused: null,
  shownAt: null, // the line that it corrects says what was shown: a newer reading of it refuses
  action: request.url,
  draft: { place: request.url, kept: null },
});
