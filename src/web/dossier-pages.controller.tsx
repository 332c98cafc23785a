// The pages of one dossier, now or at a moment in the past: the board, a gate, a decision.
import { Get } from '@nestjs/common';
import { createElement, Fragment, type ReactElement } from 'react';
import { News } from '../app/news.js';
import { Readings } from '../app/readings.js';
import { ToldDifferences } from '../app/told-differences.js';
import { refusalOf } from '../domain/commands/commands.js';
import { decisionAt, gateAt } from '../domain/commands/targets.js';
import { askedAt } from '../domain/dossier/electorate.js';
import { phaseState, type Decision, type Dossier, type TakenBack } from '../domain/dossier/state.js';
import { canSee, canSeeCondition } from '../domain/views/visibility.js';
import { isCurrent } from '../domain/stand/carried.js';
import { now } from '../domain/fold/history.js';
import { boardView } from '../domain/views/board-view.js';
import { chairlessAt } from '../domain/views/chairless.js';
import { conditionView, decisionView } from '../domain/views/decision-view.js';
import { dossierHeading, dossierView } from '../domain/views/dossier-view.js';
import { shown } from '../http/page/answer.js';
import { AroundParam } from '../http/page/asked.js';
import type { Page } from '../http/page/page.interceptor.js';
import { scriptPolicy } from '../http/security-headers.js';
import { VisitParam } from './asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { Places, type AddedStep, type Section, type PageShown } from '../http/places.js';
import { answerableAmong } from './forms/condition-form.js';
import { bringableAt } from './forms/requirement-forms.js';
import { publishableIn } from './forms/publication-form.js';
import { mayMandate } from './forms/mandate-forms.js';
import { dueIn } from './forms/merger-form.js';
import { plansFor } from './forms/migration-form.js';
import { courseOf } from './course.js';
import type { FormContext } from './forms/form-kind.js';
import { gatesInSight } from './gates-in-sight.js';
import { decisionControls, gateControls, moreControls } from './gate-controls.js';
import { elsewhereOf, logLines, dossiersNamedIn } from './log-lines.js';
import { newLines, notToCome } from './news-lines.js';
import { thatHappened } from './mended-lines.js';
import { linesOf, standBy } from './pages/body-lines.js';
import type { Control } from './pages/controls.js';
import { addressesOf } from './pages/addresses.js';
import { DossierPage } from './pages/dossier.js';
import { GatePage } from './pages/gate.js';
import { roundLine } from './pages/gate-history.js';
import type { Elsewhere, LogLine } from './pages/log.js';
import type { NewsInDossier } from './pages/news.js';
import { ReceiptPage } from './pages/receipt.js';
import { PageController } from '../http/page/page-controller.js';
import { Reaching } from './reaching.js';
import { stepsOf } from './steps.js';
import { toldGates } from './told-gates.js';
import { isPast } from './visit.js';

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
        board={boardView(reading)}
        unfolded={context.query.fasen === 'alle'}
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
        onlyMissing={query.toon === 'nodig'}
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

  @Get('momenten/:gate/besluiten/:decision')
  async decision(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    const { reading, at, recorded, place } = context;
    const { act, decision } = decisionAt(reading.dossier, place, (one) => canSee(reading, one));
    const view = decisionView(reading, place.gate, decision);
    const { body } = decision;
    const isFresh = decision.recorded.sequence === recorded?.sequence;
    const gate = context.wording.gateShown(reading, place.gate, roundOf(reading.dossier, place.gate, decision.round));
    const replaceable = view.supersededBy === null;
    const may = (name: 'record-decision' | 'confirm-decision', said = {}): boolean =>
      !isPast(context) && refusalOf(context.occasion, name, place, said) === null;
    return (
      <ReceiptPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        gate={gate}
        decision={view}
        plan={reading.dossier.plan}
        stand={standBy(gate, view)}
        mendedBy={act.holds === decision.id ? null : act.holds}
        withdrawn={takenBack(reading.dossier, place.gate, decision)}
        recorded={recorded?.type ?? null}
        isFresh={isFresh}
        yours={isFresh && !isPast(context) ? yoursOf(context, await this.places.turnsFor(context.person)) : null}
        also={isPast(context) ? [] : decisionControls(context)}
        {...await this.elsewhere(context, decision)}
        added={await drawn(this.places.sections.decision, { ...whoLooks(context), gate, decision: view })}
        may={{ replace: replaceable && may('record-decision', { body }), confirm: may('confirm-decision') }}
      />
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

  /** The dossier to which a decision belongs, and where this person can record it there. */
  private async elsewhere(
    { person, today, place: { gate }, wording }: FormContext,
    { body, belongsTo: id }: Decision,
  ): Promise<{ elsewhere: Elsewhere | null; recordThere: string | null }> {
    if (id === null) return { elsewhere: null, recordThere: null };
    const titles = await this.readings.titlesOf(person, [id]);
    const elsewhere = elsewhereOf(id, titles, wording);
    if (!titles.has(id)) return { elsewhere, recordThere: null };
    const { dossier } = (await this.readings.one(person, id)).reading;
    const may = refusalOf({ dossier, person, today }, 'record-decision', { gate }, { body }) === null;
    const isAsked = may && askedAt(dossier, gate).includes(body);
    return { elsewhere, recordThere: isAsked ? addressesOf(id, now).now.decide(gate, { body }) : null };
  }
}

/** Where a page hears that there is something new; it does so of now alone. */
const streamOf = (context: FormContext): string | null =>
  isPast(context) ? null : context.at.now.stream(context.reading.dossier.sequence);

/** A page that listens has our script. */
const listening = (context: FormContext, page: ReactElement): Page =>
  isPast(context) ? page : shown(page, context.wording, 200, scriptPolicy);

const whoLooks = ({ reading, person }: FormContext): PageShown => ({
  dossier: reading.dossier.id,
  person,
  day: reading.day,
});

/** What modules add to a page, in their order. */
const drawn = async <T extends PageShown>(sections: readonly Section<T>[], page: T): Promise<ReactElement> =>
  createElement(Fragment, null, ...(await Promise.all(sections.map(async (section) => section(page)))));

/** The phases on which this person can give this command now. */
function phasesFor(name: 'record-meeting' | 'plan-phase', context: FormContext): Set<string> {
  if (isPast(context)) return new Set();
  const { phases } = context.occasion.dossier.plan.workflow;
  return new Set(
    phases.filter(({ id }) => refusalOf(context.occasion, name, { phase: id }) === null).map(({ id }) => id),
  );
}

/** The steps of this person in this dossier. */
const yoursOf = ({ occasion, at, wording }: FormContext, added: readonly AddedStep[]): Control[] =>
  stepsOf({ ...occasion, at, wording, added, chairless: [] }) // the page itself says so
    .filter(({ mine }) => mine)
    .map(({ label, about, href }) => ({ label, about, href, why: null }));

/** The round of a decision, where it was put; before that the gate as it is. */
const roundOf = ({ rounds }: Dossier, gate: string, number: number): number | undefined =>
  rounds[gate]?.some((round) => round.number === number) ? number : undefined;

/** When and why its body took it back. */
const takenBack = (dossier: Dossier, gate: string, { act }: Decision): TakenBack | null =>
  dossier.takenBack[gate]?.findLast((taken) => taken.act === act) ?? null;
