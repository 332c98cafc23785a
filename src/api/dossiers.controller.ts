// Dossiers over HTTP: starting one, which there are, how one or a gate in it stands or stood, and its events.
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Corrections } from '../app/corrections.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { Accepted, Caller } from '../store/caller.js';
import { Dossiers } from '../app/dossiers.js';
import { Readings, type Listed, type ListedEvent } from '../app/readings.js';
import type { Asked } from '../domain/commands/commands.js';
import { runningStates } from '../domain/dossier/state.js';
import { gateAt } from '../domain/commands/targets.js';
import { damagedSummaryView } from '../domain/views/damaged-view.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { countWithin } from '../domain/views/within-weight.js';
import { wordingAsked } from '../http/language.js';
import { answerAccepted, type ReadResult } from '../http/answer.js';
import { CallerParam, CommandOrCorrection, QueryParams, ReaderParam, type Said } from '../http/parameters.js';
import type { KnownPerson } from '../domain/people.js';
import { dossierDone } from './command-answers.js';
import { cursorOf } from '../http/cursor.js';
import {
  momentParameters,
  numberParameter,
  pageParameters,
  Read,
  ReadPlain,
  StartsDossier,
  Tagged,
} from '../http/describe.js';
import { pageAsked, pageOf, payloadOf } from '../http/read.js';
import { eventView } from './event-view.js';
import { correctionTable, type CorrectionAsked } from '../domain/facts/correcting.js';
import { startedFacts, startFacts } from '../domain/facts/of-phases.js';
import { dossiersQuery, eventsQuery, gateQuery, momentOf, momentQuery } from '../http/queries.js';
import type { Payload } from '../domain/facts/fact.js';

const eventsLimit = 100;
const starting = { says: startFacts, corrects: correctionTable(startedFacts) };
const slug = { type: 'string' };
const state = { type: 'string', enum: [...runningStates] };

@Tagged('dossiers')
@Controller('api/v1/dossiers')
export class DossiersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly readings: Readings,
    private readonly corrections: Corrections,
  ) {}

  @Post()
  @StartsDossier(starting, dossierDone.schema)
  async start(@CallerParam() caller: Caller, @CommandOrCorrection(starting) asked: Said<Payload<typeof startFacts>>) {
    if ('correction' in asked) return answerAccepted(await this.corrected(caller, asked.correction));
    return answerAccepted(await this.dossiers.start(caller, asked, dossierDone.render));
  }

  @Get()
  @ReadPlain('DossierSummaryList', { state, workflow: slug, ...pageParameters(100) })
  async list(
    @ReaderParam() person: KnownPerson,
    @QueryParams(dossiersQuery) asked: Asked<Payload<typeof dossiersQuery>>,
  ) {
    const { state: inState, workflow } = payloadOf(asked);
    const { limit, after: place } = pageAsked(asked, 2);
    const [startedOn = '', id = ''] = place;
    const after = place.length > 0 ? { startedOn, id } : undefined;
    const found = await this.readings.list(person, { state: inState, workflow, after, limit: limit + 1 });
    const view = ({ reading, damaged }: Listed) =>
      reading ? dossierSummaryView(reading) : damagedSummaryView(damaged);
    return pageOf(found, limit, view, (last) => cursorOf([last.startedOn, last.id]));
  }

  @Get(':dossier')
  @Read('Dossier', momentParameters)
  async one(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(momentQuery) asked: Asked<Payload<typeof momentQuery>>,
  ): Promise<ReadResult> {
    const { reading, head } = await this.readings.one(person, id, () => momentOf(payloadOf(asked)));
    return { view: dossierView(reading), sequence: head };
  }

  @Get(':dossier/events')
  @Read('StoredEventList', { ...momentParameters, ...pageParameters(1000) })
  async events(
    @ReaderParam() person: KnownPerson,
    @Param('dossier') id: string,
    @QueryParams(eventsQuery) asked: Asked<Payload<typeof eventsQuery>>,
  ): Promise<ReadResult> {
    const { reading, head } = await this.readings.one(person, id, () => momentOf(payloadOf(asked)));
    const { limit: most, after } = pageAsked(asked, 1, eventsLimit);
    const found = await this.readings.events(reading, Number(after[0] ?? 0), most + 1);
    const limit = countWithin(found.slice(0, most));
    const view = (one: ListedEvent) => eventView(one, reading.viewer);
    return { view: pageOf(found, limit, view, ({ event }) => cursorOf([event.sequence])), sequence: head };
  }

  @Get(':dossier/gates/:gate')
  @Read('Gate', { round: numberParameter, ...momentParameters })
  async gate(
    @ReaderParam() person: KnownPerson,
    @Param() { dossier, gate }: { dossier: string; gate: string },
    @QueryParams(gateQuery) asked: Asked<Payload<typeof gateQuery>>,
  ): Promise<ReadResult> {
    const { reading, head } = await this.readings.one(person, dossier, (latest) => {
      if (!latest.migrations.some(({ from }) => from.gates.has(gate))) gateAt(latest, gate);
      return momentOf(payloadOf(asked));
    });
    gateAt(reading.dossier, gate); // the plan of that moment may have been another
    const { round } = payloadOf(asked);
    const view = wordingAsked().gateView(reading, gate, round === undefined ? undefined : Number(round));
    return { view, sequence: head };
  }

  /** A start is named by its dossier: one that is not there is a fault in what was sent. */
  private async corrected(caller: Caller, asked: Asked<CorrectionAsked>): Promise<Accepted> {
    const { corrects } = 'payload' in asked ? asked.payload : asked.sent;
    try {
      return await this.corrections.give('DossierStarted', caller, String(corrects), {}, asked, dossierDone.render);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'unknown-dossier')) throw error;
      throw invalid([{ pointer: '/corrects', code: 'unknown-option', allowed: [] }]);
    }
  }
}
