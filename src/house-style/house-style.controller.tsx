// How the pages of a region look, set by who gives roles: filled in, looked at on a page that has it, and then confirmed.
import { Get, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { KnownBodies } from '../domain/known-bodies.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { Slug } from '../domain/vocabulary.js';
import type { Answer } from '../http/answer.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { ReaderParam } from '../http/parameters.js';
import { senderOf } from '../http/sender.js';
import { SheetSent, takesSheet } from '../http/uploads.js';
import { seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { KeepsForms } from '../http/page/kept-forms.js';
import { PageController } from '../http/page/page-controller.js';
import type { StoredHouseStyle } from '../store/house-style-entity.js';
import { houseStylePath } from './paths.js';
import { HouseStyleBook } from './book.js';
import { PreviewPage } from './preview-page.js';
import { HouseStylesPage, StyleFormPage, type StyleFormProps } from './style-pages.js';
import { plainLook, readStyle, type Look } from './style-form.js';
import { houseOf, Styles } from './styles.js';

type Query = Readonly<Record<string, string | undefined>>;

const at = (region: Slug, version?: number): string =>
  `${houseStylePath}/${region}${version === undefined ? '' : `/${version}`}`;

@KeepsForms()
@UseGuards(ManagesPeople)
@PageController(houseStylePath)
export class HouseStyleController {
  constructor(
    private readonly styles: Styles,
    private readonly bodies: KnownBodies,
    private readonly book: HouseStyleBook,
  ) {}

  @Get()
  list(@AroundParam() around: Surroundings): ReactElement {
    const regions = this.bodies.regions().map(({ id, title }) => {
      const style = this.styles.of(id);
      return { href: at(id), title, name: style?.name ?? '', since: style?.confirmedAt ?? null };
    });
    return <HouseStylesPage around={here(around)} regions={regions} />;
  }

  @Get(':region')
  async form(
    @Param('region') region: string,
    @AroundParam() around: Surroundings,
    @QueryParam() { van, bewaard }: Query,
  ): Promise<ReactElement> {
    const counting = this.styles.of(region);
    const from = van === undefined ? counting : await this.book.find(region, van);
    const look = from ?? plainLook;
    const props = this.propsOf(region, around, { look, from });
    return <StyleFormPage {...props} said={bewaard === 'ja' ? 'saved' : null} />;
  }

  @Post(':region')
  @RouteConfig(takesSheet)
  async propose(
    @Param('region') region: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @Req() { body }: FastifyRequest,
  ): Promise<Answer> {
    this.titleOf(region);
    const { pairs, file } = body instanceof SheetSent ? body : { pairs: body as URLSearchParams, file: null }; // a form is nothing else
    const fields = { naam: pairs.get('naam') ?? '', kleur: pairs.get('kleur') ?? '' };
    const began = await this.book.find(region, pairs.get('van') ?? '');
    const without = pairs.get('zonder') === 'ja';
    const { look, faults } = readStyle({ fields, file, without, former: began ?? plainLook }, around.wording);
    if (Object.keys(faults).length === 0) return seeOther(at(region, await this.book.propose(region, look, person)));
    // A logo that can be taken stays, so that it need not be chosen again.
    const isKept = file !== null && faults.file === undefined;
    const from = isKept ? await this.book.find(region, String(await this.book.propose(region, look, person))) : began;
    const props = this.propsOf(region, around, { look, from });
    return shown(<StyleFormPage {...props} fields={fields} faults={faults} said="wrong" />, around.wording, 400);
  }

  /** On a page that has it already. @throws Refusal unknown-path */
  @Get(':region/:version')
  async preview(
    @Param('region') region: string,
    @Param('version') version: string,
    @AroundParam() around: Surroundings,
  ): Promise<ReactElement> {
    return this.previewOf(region, await this.proposedAs(region, version), around, false);
  }

  @Post(':region/:version')
  async confirm(
    @Req() request: FastifyRequest,
    @Param('region') region: string,
    @Param('version') version: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
  ): Promise<Answer> {
    const style = await this.proposedAs(region, version);
    if (await this.book.confirm(style, person, senderOf(request))) return seeOther(`${at(region)}?bewaard=ja`);
    return shown(this.previewOf(region, style, around, true), around.wording, 409);
  }

  private previewOf(region: Slug, style: StoredHouseStyle, around: Surroundings, isLate: boolean): ReactElement {
    const { version, accent, logo } = style;
    return (
      <PreviewPage
        around={{ ...here(around), house: houseOf(style) }}
        region={this.titleOf(region)}
        {...{ accent, isLate, hasLogo: logo !== null, isPlain: houseOf(style) === null }}
        action={at(region, version)}
        toForm={`${at(region)}?van=${version}`}
        toList={at(region)}
      />
    );
  }

  /** @throws Refusal unknown-path */
  private async proposedAs(region: Slug, version: string): Promise<StoredHouseStyle> {
    this.titleOf(region);
    const style = await this.book.find(region, version);
    if (!style) throw new Refusal('unknown-path');
    return style;
  }

  private propsOf(
    region: Slug,
    around: Surroundings,
    { look, from }: { look: Look; from: StoredHouseStyle | null },
  ): Omit<StyleFormProps, 'said'> {
    const { name, accent } = look;
    return {
      around: here(around),
      region: this.titleOf(region),
      action: at(region),
      from: from?.version ?? null,
      fields: { naam: name, kleur: accent ?? '' },
      faults: {},
      logo: (from && houseOf(from)?.logo) ?? null,
    };
  }

  /** @throws Refusal unknown-path */
  private titleOf(region: Slug): string {
    const found = this.bodies.regions().find(({ id }) => id === region);
    if (!found) throw new Refusal('unknown-path');
    return found.title;
  }
}

const here = (around: Surroundings): Surroundings => ({ ...around, here: houseStylePath });
