// A list of decisions that somebody pastes: what of it may be about their open questions, as forms that are filled in. It records
// nothing.
import { Get, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { refusalOf } from '../../domain/commands/commands.js';
import { currentRound } from '../../domain/dossier/state.js';
import { erased } from '../../domain/facts/shown.js';
import { Refusal } from '../../domain/refusal.js';
import { foundInList, type FoundInList } from '../../domain/sheets/decision-list-text.js';
import { askedGate } from '../../domain/views/gate-view.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import { inDossier, type Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import { takesSheet } from '../../http/uploads.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { VisitNowParam } from '../visit/asked.js';
import { toBeDecided } from '../forms/decision-form.js';
import { kindsIn } from '../forms/decision-sections.js';
import type { FormContext } from '../forms/form-kind.js';
import { openGates, recordableIn } from '../dossier/open-gates.js';
import { sheetSentIn } from './sheet-text.js';
import {
  DecisionListPage,
  type DecisionListProps,
  type ItemShown,
  type QuestionShown,
} from '../pages/sheets/decision-list.js';

/** So many items are shown for one question. */
const itemsMax = 3;
/** A form holds no more of it. */
const textMax = 4000;

@KeepsForms()
@PageController('trajecten/:dossier/besluitenlijst')
export class DecisionListController {
  @Get()
  form(@VisitNowParam() context: FormContext, @AroundParam() around: Surroundings): Page {
    return <DecisionListPage {...propsOf(context, around)} />;
  }

  @Post()
  @RouteConfig(takesSheet)
  look(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Page {
    const { decisionListWords: words } = context.wording;
    const { values, pasted: list, isCut } = sheetSentIn(request);
    const whose = values.orgaan ?? '';
    const props = { ...propsOf(context, around), values: { whose, list } };
    const isKnown = props.bodies.some(({ value }) => value === whose);
    const errors = {
      whose: isKnown ? undefined : words.whoseMissing,
      list: isCut ? words.tooLong : list.trim() === '' ? words.nothing : undefined,
    };
    if (!isKnown || errors.list !== undefined) return pageOf({ ...props, errors }, 400);
    const questions = openGates(context)
      .filter(({ there }) => toBeDecided(there).includes(whose))
      .map(({ there, gate }) => questionIn(there, gate, whose, list));
    return pageOf({ ...props, found: { body: titleOf(context.reading.dossier.plan, whose), questions } });
  }
}

const pageOf = (props: DecisionListProps, status: 200 | 400 = 200): Page =>
  shown(<DecisionListPage {...props} />, props.around.wording, status);

/** @throws Refusal where this person records for nobody who decides now */
function propsOf(context: FormContext, around: Surroundings): DecisionListProps {
  const { reading, at, wording, occasion } = context;
  const { dossier } = reading;
  const bodies = recordableIn(context);
  if (bodies.size === 0)
    throw refusedAt(context, openGates(context)[0]?.gate ?? [...dossier.plan.gates.keys()][0] ?? '');
  return {
    around: inDossier(around, occasion.dossier),
    trail: [
      { href: '/trajecten', label: wording.frame.dossiers },
      { href: at.now.dossier, label: dossier.title ?? erased },
    ],
    action: at.now.decisionList,
    cancel: at.now.dossier,
    bodies: [...bodies].map((value) => ({ value, label: titleOf(dossier.plan, value) })),
    values: { whose: '', list: '' },
    errors: {},
    found: null,
  };
}

const refusedAt = ({ occasion }: FormContext, gate: Slug): Refusal =>
  refusalOf(occasion, 'record-decision', { gate }) ?? new Refusal('not-in-this-state');

function questionIn(context: FormContext, id: Slug, body: BodyId, list: string): QuestionShown {
  const { reading, wording } = context;
  const { dossier } = reading;
  const gate = askedGate(reading, id);
  const { named, beside } = kindsIn({ wording, dossier, gate, body, values: {} });
  const texts = currentRound(dossier, id)?.proposals.flatMap(({ title }) => (title === null ? [] : [title])) ?? [];
  const titles = [gate.title, ...texts, dossier.plan.phases.get(id)?.title ?? gate.title];
  const question = { titles, kinds: [...named, ...beside] };
  const found = foundInList(list, question, wording.decisionSheetNames, wording.decisionListNames);
  return { title: gate.title, items: found.slice(0, itemsMax).map((one) => itemShown(context, id, body, one)) };
}

function itemShown({ wording, at }: FormContext, gate: Slug, body: BodyId, found: FoundInList): ItemShown {
  const { kind, on, reference } = found;
  const kept = new URLSearchParams({
    body,
    ...(kind === null ? {} : { decision: kind }),
    ...(on === null ? {} : { decidedOn: on }),
    ...(reference === null ? {} : { reference }),
    text: found.text.slice(0, textMax),
  });
  return {
    text: found.text,
    said: {
      decision: kind === null ? null : wording.capital(wording.decisionWords[kind]),
      on: on === null ? null : wording.longDay(on),
      reference,
    },
    action: at.now.decide(gate, { body }),
    kept: String(kept),
  };
}
