// The pages of one dossier, now or at a moment in the past: the board, and a gate.
import { Get } from '@nestjs/common';
import type { ReactElement } from 'react';
import { News } from '../../app/news.js';
import { Readings } from '../../app/readings.js';
import { ToldDifferences } from '../../app/told-differences.js';
import { refusalOf } from '../../domain/commands/commands.js';
import { gateAt } from '../../domain/commands/targets.js';
import { phaseState } from '../../domain/dossier/state.js';
import { canSeeCondition } from '../../domain/views/visibility.js';
import { isCurrent } from '../../domain/stand/carried.js';
import { inSlices } from '../../app/slices.js';
import { boardInSteps } from '../../domain/views/board-view.js';
import { chairlessAt } from '../../domain/views/chairless.js';
import { conditionView } from '../../domain/views/decision-view.js';
import { dossierHeading, dossierView } from '../../domain/views/dossier-view.js';
import { shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { scriptPolicy } from '../../http/security-headers.js';
import { VisitParam } from '../visit/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { Places } from '../../http/places.js';
import { answerableAmong } from '../forms/condition-form.js';
import { bringableAt } from '../forms/requirement-forms.js';
import { publishableIn } from '../forms/publication-form.js';
import { recordableIn } from './open-gates.js';
import { mayMandate } from '../forms/mandate-forms.js';
import { dueIn } from '../forms/merger-form.js';
import { plansFor } from '../forms/migration-form.js';
import { courseOf } from '../log/course.js';
import type { FormContext } from '../forms/form-kind.js';
import { gatesInSight } from './gates-in-sight.js';
import { gateControls, moreControls } from './gate-controls.js';
import { logLines, dossiersNamedIn } from '../log/log-lines.js';
import { newLines, notToCome } from '../log/news-lines.js';
import { thatHappened } from '../../app/mended-lines.js';
import { askedBodies } from '../pages/body-choice.js';
import { linesOf } from '../pages/body-lines.js';
import { matrixRows } from '../pages/dossier/matrix.js';
import { DossierPage } from '../pages/dossier/dossier.js';
import { GatePage } from '../pages/gate/gate.js';
import { roundLine } from '../pages/gate/gate-history.js';
import type { LogLine } from '../pages/log/log.js';
import type { NewsInDossier } from '../pages/log/news.js';
import { PageController } from '../../http/page/page-controller.js';
import { Reaching } from './reaching.js';
import { toldGates } from './told-gates.js';
import { drawn, whoLooks, yoursOf } from './who-looks.js';
import { isPast } from '../visit/visit.js';

const openConditions = new Set(['open', 'disputed', 'carried']);

@PageController('trajecten/:dossier')
export class DossierPagesController {
  constructor(
    private readonly readings: Readings,
    private readonly places: Places,
    private readonly told: ToldDifferences,
    private readonly news: News,
    private readonly reaching: Reaching,
  ) {}

  @Get()
  async board(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<Page> {
    const { reading, today, at } = context;
    const view = dossierView(reading);
    const board = { board: await inSlices(boardInSteps(reading)), unfolded: context.query.fasen === 'alle' };
    const current = Object.values(reading.dossier.conditions).filter((one) =>
      isCurrent(reading.dossier, one, reading.day),
    );
    const may = (name: 'record-fact' | 'merge-parties' | 'migrate-dossier' | 'stop-dossier'): boolean =>
      !isPast(context) && refusalOf(context.occasion, name, {}) === null;
    return listening(
      context,
      <DossierPage
        around={around}
        at={at}
        dossier={view}
        gates={gatesInSight(context, view, await this.reaching.in(context))}
        conditions={current
          .filter((one) => canSeeCondition(reading, one))
          .map((one) => conditionView(reading, one))
          .filter(({ status }) => openConditions.has(status))}
        {...board}
        rows={await inSlices(matrixRows({ ...board, at, today: view.asOf ?? today }, context.wording))}
        plan={reading.dossier.plan}
        today={today}
        recorded={context.recorded?.type ?? null}
        yours={isPast(context) ? null : yoursOf(context, await this.places.turnsFor(context.person))}
        meetingsOf={phasesFor('record-meeting', context)}
        plansOf={phasesFor('plan-phase', context)}
        publishable={isPast(context) ? new Set() : publishableIn(context)}
        mayRecordFact={may('record-fact')}
        due={isPast(context) ? [] : dueIn(context)}
        mayMerge={may('merge-parties')}
        mayMandate={!isPast(context) && mayMandate(context)}
        mayPasteList={!isPast(context) && recordableIn(context).size > 0}
        mayMigrate={may('migrate-dossier') && plansFor(context.occasion).length > 0}
        mayStop={may('stop-dossier')}
        course={courseOf(context, (then) => then.dossier)}
        stream={streamOf(context)}
        happened={await this.happenedOn(context)}
        news={isPast(context) ? null : await this.newsIn(context)}
        told={await toldGates(this.told, context)}
        added={await drawn(this.places.sections.dossier, { ...whoLooks(context), view })}
      />,
    );
  }

  @Get('momenten/:gate')
  async gate(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<Page> {
    const { reading, today, at, query, place } = context;
    gateAt(reading.dossier, place.gate);
    const round = /^[1-9]\d{0,3}$/.test(query.ronde ?? '') ? Number(query.ronde) : undefined;
    const gate = context.wording.gateShown(reading, place.gate, round);
    const current = phaseState(reading.dossier, place.gate).round;
    const isNow = !isPast(context) && gate.round === current;
    const rounds = reading.dossier.rounds[place.gate] ?? [];
    return listening(
      context,
      <GatePage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        gate={gate}
        current={current}
        lines={linesOf(reading, gate, context.wording)}
        words={context.wording.whyWordsIn(reading.dossier, gate.asks)}
        rounds={rounds.map((round) => roundLine(round, gate.asks, context.wording))}
        proposed={rounds.find(({ number }) => number === gate.round)?.option ?? null}
        plan={reading.dossier.plan}
        today={today}
        choice={askedBodies(query, gate)}
        recorded={context.recorded?.type ?? null}
        controls={isNow ? gateControls(context) : null}
        more={isNow ? moreControls(context) : []}
        reach={(await this.reaching.in(context))(gate)}
        course={courseOf(context, (then) => then.gate(place.gate))}
        stream={streamOf(context)}
        told={await toldGates(this.told, context, place.gate)}
        withoutChair={gate.round === current ? chairlessAt(reading, place.gate) : []}
        added={await drawn(this.places.sections.gate, { ...whoLooks(context), gate })}
        bringable={isNow ? bringableAt(context) : new Set()}
        answerable={isNow ? answerableAmong(context, [...gate.conditions, ...gate.carriedHere]) : new Set()}
      />,
    );
  }

  private async newsIn({ person, reading, at, today }: FormContext): Promise<NewsInDossier | null> {
    const found = await this.news.in(person, reading);
    if (!found) return null;
    const { leftAt, after, fresh } = found;
    return { leftAt: notToCome(leftAt, today), n: fresh.length, href: at.log(newLines(after)) };
  }

  /** The lines of the log of the day that is looked back at, in order. */
  private async happenedOn(context: FormContext): Promise<LogLine[]> {
    const { reading, at, wording } = context;
    const { asOf } = reading.moment;
    if (asOf === null) return [];
    const events = await this.readings.log(reading);
    const then = thatHappened(
      reading.dossier,
      events,
      events.filter(({ on }) => on === asOf),
    );
    return logLines(reading, events, then, at, wording, {
      titles: await this.readings.titlesOf(context.person, dossiersNamedIn(then)),
    });
  }
}

/** Where a page hears that there is something new; it does so of now alone. */
const streamOf = (context: FormContext): string | null =>
  isPast(context) ? null : context.at.now.stream(context.reading.dossier.sequence);

/** A page that listens has our script. */
const listening = (context: FormContext, page: ReactElement): Page =>
  isPast(context) ? page : shown(page, context.wording, 200, scriptPolicy);

/** The phases on which this person can give this command now. */
function phasesFor(name: 'record-meeting' | 'plan-phase', context: FormContext): Set<string> {
  if (isPast(context)) return new Set();
  const { phases } = context.occasion.dossier.plan.workflow;
  return new Set(
    phases.filter(({ id }) => refusalOf(context.occasion, name, { phase: id }) === null).map(({ id }) => id),
  );
}
