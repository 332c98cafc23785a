// The lists that people take along: of one dossier, now or looked back at, and those over all dossiers.
import { Get, Param } from '@nestjs/common';
import { Readings } from '../../app/readings.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { KnownPerson } from '../../domain/people.js';
import { gateAt } from '../../domain/commands/targets.js';
import type { Sender } from '../../domain/security/entries.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { Answer } from '../../http/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { ReaderParam, SenderParam } from '../../http/parameters.js';
import { VisitParam } from '../visit/asked.js';
import { askedIn, Exports } from './exports.js';
import type { FormContext } from '../forms/form-kind.js';
import { dossiersNamedIn } from '../log/log-lines.js';
import { logSheet } from './log-sheet.js';
import {
  conditionsSheet,
  decisionsSheet,
  filterOfGate,
  gateSheet,
  matrixSheet,
  requirementsSheet,
  type Listing,
} from './sheets.js';

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
        ...(list === 'moment' ? filterOfGate(context) : []),
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
