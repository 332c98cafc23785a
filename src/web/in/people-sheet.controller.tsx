// Letting people in by a sheet: pasted or as a file, looked at first, then all of them or none.
import { Get, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Drafts } from '../../app/drafts.js';
import type { KnownPerson, PersonOnRecord } from '../../domain/people.js';
import { newcomingOf } from '../../domain/roles/people-sheet.js';
import { Refusal } from '../../domain/refusal.js';
import type { Caller } from '../../store/caller.js';
import { PeopleKeeper, type LetIn } from '../../store/people-keeper.js';
import { ManagesPeople } from '../../http/manages-people.guard.js';
import { ReaderParam } from '../../http/parameters.js';
import { takesSheet } from '../../http/uploads.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { keyOf, type Values } from '../forms/form.js';
import { peoplePath } from '../forms/person-forms.js';
import { peopleSheetPath } from '../pages/people/roles.js';
import { PeopleSheetPage, type SheetSaid } from '../pages/people/people-sheet.js';
import { PeopleSheetDonePage, type LetInRow } from '../pages/people/people-sheet-done.js';
import { callerOf, hereInPeople } from '../people/people-asked.js';
import { PeopleInSheet, readAt } from './people-in-sheet.js';
import { sheetSentIn } from './sheet-text.js';

@KeepsForms()
@UseGuards(ManagesPeople)
@PageController(`${peoplePath}/lijst`)
export class PeopleSheetController {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly sheets: PeopleInSheet,
    private readonly drafts: Drafts,
  ) {}

  /** Empty, or with what was sent to be looked at: then it sends nothing. */
  @Get()
  async form(
    @ReaderParam() { id }: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { controle: key }: Record<string, string | undefined>,
  ): Promise<Page> {
    const props = { around: hereInPeople(around), notice: null };
    if (key === undefined) return <PeopleSheetPage {...props} said={null} formKey={randomUUID()} />;
    const kept = await this.drafts.ofKey(id, peopleSheetPath, key);
    if (!kept) return seeOther(peopleSheetPath);
    const sent = { pasted: kept.get('sheet') ?? '', file: null, isCut: false, beside: kept.get('naast') ?? '' };
    const said = await this.sheets.said(sent, around.wording.sheetNames, id);
    return <PeopleSheetPage {...props} said={said} formKey={key} />;
  }

  @Post()
  @RouteConfig(takesSheet)
  async look(
    @Req() request: FastifyRequest,
    @ReaderParam() reader: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    const { values, ...sent } = sheetSentIn(request);
    const { sheetNames: names, peopleSheetWords: words } = around.wording;
    const page = (said: SheetSaid | null, notice: string | null, status: 200 | 400 | 409): Page =>
      shown(
        <PeopleSheetPage around={hereInPeople(around)} {...{ said, notice }} formKey={keyOf(values)} />,
        around.wording,
        status,
      );
    if (!sent.file && sent.pasted.trim() === '') return page(null, words.nothing, 400);
    const said = await this.sheets.said(sent, names, reader.id);
    if (values.bevestigd === undefined && isReady(said)) {
      const sleutel = keyOf(values);
      const isKept = await this.drafts.keepForCheck(reader.id, peopleSheetPath, {
        sleutel,
        sheet: said.text,
        naast: said.beside,
      });
      return isKept ? seeOther(`${peopleSheetPath}?controle=${sleutel}`) : page(said, null, 200);
    }
    if (values.bevestigd === undefined || !isRightByItself(said)) return page(said, null, isReady(said) ? 200 : 400);
    const caller = callerOf(request, reader, { formKey: keyOf(values), values });
    try {
      return await this.give(caller, said, values, around);
    } catch (error) {
      if (!(error instanceof Refusal) || !['validation', 'changed-meanwhile'].includes(error.code)) throw error;
      return page(
        await this.sheets.said({ pasted: said.text, file: null, isCut: false }, names, reader.id),
        words.meanwhile,
        409,
      );
    }
  }

  private async give(caller: Caller, said: SheetSaid, { gelezen }: Values, around: Surroundings): Promise<Page> {
    const render = (people: LetIn[]): string => JSON.stringify(rowsOf(people, said, around));
    const stillSo = (people: readonly PersonOnRecord[]): boolean => gelezen === readAt(said.lines, people);
    const { answer } = await this.keeper.letIn(caller, { payload: said.lines.map(newcomingOf) }, stillSo, render);
    const rows = JSON.parse(answer) as LetInRow[]; // as it was written above
    return <PeopleSheetDonePage around={hereInPeople(around)} rows={rows} />;
  }
}

const isReady = ({ wrong, lines }: SheetSaid): boolean => wrong === null && lines.every(({ does }) => does !== null);

/** What was given already is refused the second time, and shows the same links again. */
const isRightByItself = ({ wrong, lines }: SheetSaid): boolean =>
  wrong === null && lines.every(({ faults }) => faults.every(({ code }) => code === 'refused'));

/** Somebody once, with the link where they were new. */
function rowsOf(people: LetIn[], { lines }: SheetSaid, { wording }: Surroundings): LetInRow[] {
  const seen = new Set<string>();
  return people.flatMap(({ person, invitation }, i) => {
    const line = lines[i];
    if (!line || (seen.has(person.id) && !invitation)) return [];
    seen.add(person.id);
    const until = invitation ? wording.momentWords(invitation.expiresAt) : '';
    return [{ id: person.id, name: line.name, email: line.email, link: invitation?.link ?? null, until }];
  });
}
