// Keeps what somebody is filling in, as their browser tells it, and throws it away when they say so.
import { Post, Req, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Drafts } from '../../app/drafts.js';
import { Readings } from '../../app/readings.js';
import { Refusal } from '../../domain/refusal.js';
import type { KnownPerson } from '../../domain/people.js';
import { Answer } from '../../http/answer.js';
import { seeOther } from '../../http/page/answer.js';
import { QueryParam } from '../../http/page/asked.js';
import { PageController } from '../../http/page/page-controller.js';
import { draftsPath } from '../../http/page/keeping.js';
import { ReaderParam } from '../../http/parameters.js';
import { Places } from '../../http/places.js';

/** The address of a page of ours, and the dossier that it is of. */
const formPlace = /^\/(?:trajecten\/([0-9a-f-]{36})\/)?[\w-][\x21-\x5b\x5d-\x7e]{1,460}$/;

type Asked = Readonly<Record<string, string | undefined>>;

@PageController(draftsPath)
export class DraftsController implements OnModuleInit {
  constructor(
    private readonly drafts: Drafts,
    private readonly readings: Readings,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.places.drafts = this.drafts;
  }

  /** @throws Refusal unknown-path for what is no form, unknown-dossier */
  @Post()
  async keep(
    @ReaderParam() person: KnownPerson,
    @QueryParam() { van }: Asked,
    @Req() { body }: FastifyRequest,
  ): Promise<Answer> {
    const place = await this.placeIn(van, person);
    if (body instanceof URLSearchParams && body.size > 0) await this.drafts.keep(person.id, place, body);
    return new Answer(204, {});
  }

  /** Sent twice it changes nothing, so that it needs no key. @throws Refusal unknown-path, unknown-dossier */
  @Post('weg')
  async remove(@ReaderParam() person: KnownPerson, @QueryParam() { van }: Asked): Promise<Answer> {
    const place = await this.placeIn(van, person);
    await this.drafts.remove(person.id, place);
    return seeOther(place);
  }

  private async placeIn(asked = '', person: KnownPerson): Promise<string> {
    const [found, dossier] = formPlace.exec(asked) ?? [];
    if (found === undefined) throw new Refusal('unknown-path');
    if (dossier !== undefined) await this.readings.one(person, dossier);
    return asked;
  }
}
