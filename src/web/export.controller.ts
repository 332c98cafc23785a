// The lists that people take along: of one dossier, now or looked back at, and those over all dossiers.
import { Get, Param } from '@nestjs/common';
import { Readings, type LoggedEvent } from '../app/readings.js';
import type { InSteps } from '../domain/fold/in-steps.js';
import type { KnownPerson } from '../domain/people.js';
import { gateAt } from '../domain/commands/targets.js';
import type { Sender } from '../domain/security/entries.js';
import type { DossierId } from '../domain/vocabulary.js';
import { dossierHeading } from '../domain/views/dossier-view.js';
import type { Answer } from '../http/answer.js';
import { PageController } from '../http/page/page-controller.js';
import { ReaderParam, SenderParam } from '../http/parameters.js';
import { VisitParam } from './asked.js';
import { askedIn, Exports } from './exports.js';
import type { FormContext } from './forms/form-kind.js';
import { askedOfLog, eventsAsked } from './log-filter.js';
import { dossiersNamedIn, logLines } from './log-lines.js';
import type { LogLine } from './pages/log.js';
import {
  conditionsSheet,
  decisionsSheet,
  gateSheet,
  listingOf,
  matrixSheet,
  requirementsSheet,
  type Listing,
} from './sheets.js';

const linesPerStep = 50;

@PageController('trajecten/:dossier/export')
export class DossierExportController {
  constructor(
    private readonly readings: Readings,
    private readonly exports: Exports,
  ) {}

  /** @throws Refusal unknown-path, unknown-gate */
  @Get(':file')
  async one(
    @VisitParam() context: FormContext,
    @ReaderParam() person: KnownPerson,
    @SenderParam() sender: Sender,
    @Param('file') file: string,
  ): Promise<Answer> {
    const { reading, wording, query } = context;
    const { list, format } = askedIn(file, lists);
    if (list === 'moment') gateAt(reading.dossier, query.moment ?? '');
    const { title, demonstration, source } = dossierHeading(reading);
    const gate = list === 'moment' ? `${reading.dossier.plan.phases.get(query.moment ?? '')?.title}, ` : '';
    const asked = {
      ...{ list, format, person, sender, title: `${gate}${title}` },
      what: `${list}.${format} ${reading.dossier.id}`,
      standOn: reading.day,
      knownAt: reading.moment.knownAt,
      notes: [
        ...(demonstration ? [wording.frame.demonstration(null)] : []),
        ...(source === null ? [] : [wording.frame.playedBack(source)]),
      ],
    };
    const make = lists[list];
    return this.exports.answer(asked, make === null ? await this.log(context) : make(context));
  }

  private async log(context: FormContext): Promise<InSteps<Listing>> {
    const events = await this.readings.log(context.reading);
    return logSheet(context, events, await this.readings.titlesOf(context.person, dossiersNamedIn(events)));
  }
}

/** The name of each list in its address. */
const lists = {
  matrix: matrixSheet,
  moment: gateSheet,
  besluiten: decisionsSheet,
  voorwaarden: conditionsSheet,
  stukken: requirementsSheet,
  logboek: null,
} satisfies Record<string, ((context: FormContext) => InSteps<Listing>) | null>;

/** The lines of the log, the oldest first. */
function* logSheet(
  { reading, at, wording, query }: FormContext,
  events: readonly LoggedEvent[],
  titles: ReadonlyMap<DossierId, string | null>,
): InSteps<Listing> {
  const { out, exactMoment } = wording;
  const shown = eventsAsked(reading, events, askedOfLog(reading, events, query, wording).filter, wording);
  const lines: LogLine[] = [];
  for (let i = 0; i < shown.length; i += linesPerStep) {
    lines.push(...logLines(reading, events, shown.slice(i, i + linesPerStep), at, wording, { titles }));
    yield;
  }
  return listingOf<LogLine>(
    [
      [out.heads.line, ({ sequence }) => sequence, 'number'],
      [out.heads.day, ({ on }) => on, 'day'],
      [out.heads.event, ({ sentence }) => sentence],
      [
        out.heads.details,
        ({ details, elsewhere }) =>
          [
            ...details.map(([name, text]) => `${name}: ${text}`),
            ...(elsewhere ? [`${elsewhere.name}: ${elsewhere.title}`] : []),
          ].join('\n'),
      ],
      [out.heads.who, ({ who }) => who],
      [out.heads.recordedAt, ({ recordedAt }) => exactMoment(recordedAt)],
      [out.heads.mended, ({ mended }) => mended?.sequence, 'number'],
      [out.heads.seal, ({ hash }) => hash],
    ],
    lines,
  );
}
