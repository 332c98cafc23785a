// The documents of a dossier that people take along, now or looked back at: what a page tells, as a file to send or to keep.
import { Get, Param } from '@nestjs/common';
import { gateAt } from '../domain/commands/targets.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { Sender } from '../domain/security/entries.js';
import { dossierHeading } from '../domain/views/dossier-view.js';
import type { Answer } from '../http/answer.js';
import { pdfOf } from '../http/out/pdf.js';
import { PageController } from '../http/page/page-controller.js';
import { ReaderParam, SenderParam } from '../http/parameters.js';
import { Clock } from '../store/process/clock.js';
import { VisitParam } from './asked.js';
import { briefingDocument } from './briefing-document.js';
import { briefingOf } from './briefing.js';
import { Exports } from './exports.js';
import type { FormContext } from './forms/form-kind.js';

@PageController('trajecten/:dossier/documenten')
export class DossierDocumentsController {
  constructor(
    private readonly exports: Exports,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal unknown-path, unknown-gate */
  @Get(':file')
  async one(
    @VisitParam() context: FormContext,
    @ReaderParam() person: KnownPerson,
    @SenderParam() sender: Sender,
    @Param('file') file: string,
  ): Promise<Answer> {
    const { out } = context.wording;
    if (!Object.hasOwn(this.documents, file)) throw new Refusal('unknown-path');
    const name = file as keyof typeof this.documents; // as was just looked up
    const { dossier, day } = context.reading;
    const taken = {
      title: dossierHeading(context.reading).title,
      what: `${file} ${dossier.id}`,
      ...{ standOn: day, person, sender },
    };
    const { format, make } = this.documents[name];
    return this.exports.given({ ...taken, format }, out.documents[name], await make(context));
  }

  /** By the names of their files. */
  private readonly documents = {
    'oplegger.pdf': { format: 'pdf', make: (context: FormContext) => this.briefing(context) },
  } as const;

  private briefing({ reading, wording, query }: FormContext): Promise<Buffer> {
    const gate = query.moment ?? '';
    gateAt(reading.dossier, gate);
    const briefing = briefingOf({ reading, wording }, gate);
    const { plan } = reading.dossier;
    const words = wording.whyWordsIn(reading.dossier, briefing.gate.asks);
    return pdfOf(briefingDocument({ briefing, plan, day: reading.day, now: this.clock.now(), words, wording }));
  }
}
