// The pages for someone who is signed in.
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sluis } from '../app/sluis.js';
import { now } from '../domain/dossier/history.js';
import { invalid, Refusal, type RefusalCode } from '../domain/refusal.js';
import { dossierSummaryView, dossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../domain/views/gate-view.js';
import { authenticate } from '../http/authentication.js';
import { MomentQuery } from '../requests/queries.js';
import { shapeQuery } from '../requests/shape.js';
import type { KnownPerson } from '../store/people.js';
import { refusalCodes } from '../wording/problems.js';
import { DossierListPage, DossierPage } from './dossier-pages.js';
import { problemPage } from './error-page.js';
import { sendPage } from './html.js';
import { styles } from './styles.js';

const listMax = 100;

@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(private readonly sluis: Sluis) {}

  @Get()
  home(@Res() reply: FastifyReply) {
    return reply.redirect('/trajecten');
  }

  @Get('trajecten')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const person = await this.personOrSignIn(request, reply);
    if (!person) return reply;
    const dossiers = (await this.sluis.readings.list(person, { limit: listMax })).map(dossierSummaryView);
    return sendPage(reply, <DossierListPage dossiers={dossiers} name={person.name} demonstration={this.invented} />);
  }

  @Get('trajecten/:dossier')
  async dossier(
    @Param('dossier') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.personOrSignIn(request, reply);
    if (!person) return reply;
    await this.sluis.readings.one(person, id, now);
    const asked = shapeQuery(MomentQuery, query);
    if ('errors' in asked) throw invalid(asked.errors);
    const moment = { asOf: asked.payload.asOf ?? null, knownAt: null };
    const { reading } = await this.sluis.readings.one(person, id, moment);
    const { plan } = reading.dossier;
    const gates = [...plan.gates.keys()].map((gate) => gateView(reading, gate));
    return sendPage(reply, <DossierPage dossier={dossierView(reading)} gates={gates} plan={plan} name={person.name} />);
  }

  @Get('problems/:code')
  problem(@Param('code') code: string, @Res() reply: FastifyReply) {
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    if (!known) throw new Refusal('unknown-path');
    return sendPage(reply, problemPage(new Refusal(known), known, this.invented));
  }

  @Get('sluis.css')
  styles(@Res() reply: FastifyReply) {
    return reply.type('text/css; charset=utf-8').header('Cache-Control', 'public, max-age=3600').send(styles);
  }

  private get invented(): boolean {
    return this.sluis.configuration.mode === 'demonstration';
  }

  /** Who asks; whoever is not signed in is sent to the sign-in page and comes back here. */
  private async personOrSignIn(request: FastifyRequest, reply: FastifyReply): Promise<KnownPerson | null> {
    try {
      return (await authenticate(request, this.sluis.accounts, this.sluis.configuration.baseUrl)).person;
    } catch (error) {
      if (!(error instanceof Refusal) || !['sign-in-required', 'token-expired'].includes(error.code)) throw error;
      await reply.redirect(`/aanmelden?next=${encodeURIComponent(request.url)}`);
      return null;
    }
  }
}
