// Writing a note about who is still to act, or taking it away: for who leads the process and who chairs. Nothing is recorded.
import { Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { BodyNotes, noteMax } from '../../app/body-notes.js';
import { gateAt } from '../../domain/commands/targets.js';
import { isStopped } from '../../domain/dossier/state.js';
import { Refusal } from '../../domain/refusal.js';
import { text as textOf } from '../../domain/facts/values.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import type { BodyId } from '../../domain/vocabulary.js';
import type { Answer } from '../../http/answer.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitNowParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { mayNote } from './may-remind.js';
import { NotePage, type NotePageProps } from '../pages/gate/note.js';
import { Reaching } from './reaching.js';

type Written = Pick<NotePageProps, 'text' | 'error'>;

const noteText = textOf(noteMax, { lines: 'many' });

@KeepsForms()
@PageController('trajecten/:dossier/momenten/:gate/notitie')
export class NotesController {
  constructor(
    private readonly notes: BodyNotes,
    private readonly reaching: Reaching,
  ) {}

  /** @throws Refusal not-your-role, unknown-path */
  @Get()
  show(@VisitNowParam() context: FormContext, @AroundParam() around: Surroundings): Promise<ReactElement> {
    return this.page(context, around, null);
  }

  /** Sent twice it changes nothing, so that it needs no key. @throws Refusal not-your-role, unknown-path, busy */
  @Post()
  async write(
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
    @Req() { body: sent }: FastifyRequest,
  ): Promise<Answer> {
    const { reading, place, person, wording, at } = context;
    const { notes: words } = wording;
    const body = bodyIn(context);
    const fields = sent instanceof URLSearchParams ? sent : new URLSearchParams();
    const again = async (error: string, status: number) => {
      const page = await this.page(context, around, { text: fields.get('tekst') ?? '', error });
      return shown(page, wording, status);
    };
    const text = (fields.get('tekst') ?? '').replaceAll('\r\n', '\n').trim();
    const removes = fields.has('verwijderen');
    const [fault] = removes ? [] : noteText.judge(text);
    if (!removes && isStopped(reading.dossier)) return again(words.stopped, 409);
    if (fault?.code === 'required') return again(words.empty, 400);
    if (fault) return again(fault.code === 'too-long' ? words.tooLong(text.length, noteMax) : words.odd, 400);
    const asked = {
      gate: place.gate,
      body,
      text: removes ? null : text,
      by: person.id,
      seen: fields.get('gelezen') === '' ? null : fields.get('gelezen'),
    };
    const other = await this.notes.write(reading.dossier, asked);
    if (other) return again(words.meanwhile(reading.viewer.nameOf(other.writtenBy), other.writtenAt), 409);
    return seeOther(`${at.now.gate(place.gate)}#besluiten`);
  }

  private async page(context: FormContext, around: Surroundings, written: Written | null): Promise<ReactElement> {
    const { reading, place, at, wording } = context;
    const body = bodyIn(context);
    const gate = wording.gateShown(reading, place.gate);
    const note = (await this.reaching.in(context))(gate).get(body)?.note ?? null;
    return (
      <NotePage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        gate={gate}
        body={body}
        plan={reading.dossier.plan}
        note={note}
        text={written?.text ?? note?.text ?? ''}
        error={written?.error}
        max={noteMax}
      />
    );
  }
}

/** The body of the address, about which this person may write. @throws Refusal not-your-role, unknown-path */
function bodyIn(context: FormContext): BodyId {
  const { reading, place, query, wording } = context;
  gateAt(reading.dossier, place.gate);
  if (!mayNote(context, place.gate)) throw new Refusal('not-your-role');
  const body = query.orgaan ?? '';
  if (!wording.gateShown(reading, place.gate).electorate.includes(body)) throw new Refusal('unknown-path');
  return body;
}
