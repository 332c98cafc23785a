// The documents of a dossier that people take along, now or looked back at: what a page tells, as a file to send or to keep.
import { Get, Param } from '@nestjs/common';
import type { KnownPerson } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import type { Sender } from '../../domain/security/entries.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { Answer } from '../../http/answer.js';
import { PageController } from '../../http/page/page-controller.js';
import { ReaderParam, SenderParam } from '../../http/parameters.js';
import { VisitParam } from '../visit/asked.js';
import { Documents } from './documents.js';
import { Exports, type DocumentFormat } from './exports.js';
import type { FormContext } from '../forms/form-kind.js';

/** By the names of their files. */
const documents = {
  'oplegger.pdf': { format: 'pdf', make: (all, context) => all.briefing(context) },
  'oplegger.docx': { format: 'docx', make: (all, context) => all.briefingAsWord(context) },
  'besluitenoverzicht.docx': { format: 'docx', make: (all, context) => all.decided(context) },
  'reactienota.docx': { format: 'docx', make: (all, context) => all.responses(context) },
  'raadsinformatiebrief.docx': { format: 'docx', make: (all, context) => all.paragraph(context) },
  'traject.html': { format: 'html', make: (all, context) => all.page(context) },
  'archief.zip': { format: 'zip', make: (all, context) => all.archive(context) },
} satisfies Record<
  string,
  { format: DocumentFormat; make: (all: Documents, context: FormContext) => Promise<Answer['body']> }
>;

@PageController('trajecten/:dossier/documenten')
export class DossierDocumentsController {
  constructor(
    private readonly exports: Exports,
    private readonly all: Documents,
  ) {}

  /** @throws Refusal unknown-path, unknown-gate */
  @Get(':file')
  async one(
    @VisitParam() context: FormContext,
    @ReaderParam() person: KnownPerson,
    @SenderParam() sender: Sender,
    @Param('file') file: string,
  ): Promise<Answer> {
    if (!Object.hasOwn(documents, file)) throw new Refusal('unknown-path');
    const name = file as keyof typeof documents; // as was just looked up
    const { dossier, day } = context.reading;
    const { format, make } = documents[name];
    const taken = { format, standOn: day, person, sender, what: `${file} ${dossier.id}` };
    const { title } = dossierHeading(context.reading);
    return this.exports.given({ ...taken, title }, context.wording.out.documents[name], await make(this.all, context));
  }
}
