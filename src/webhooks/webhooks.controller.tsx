// The pages about other systems that hear what happens, for who gives roles; and what a message is, for everybody.
import { Get, Param, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { KnownBodies } from '../domain/known-bodies.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { Id } from '../domain/vocabulary.js';
import type { Answer } from '../http/answer.js';
import { ManagesPeople } from '../http/manages-people.guard.js';
import { ReaderParam } from '../http/parameters.js';
import { senderOf } from '../http/sender.js';
import { seeOther, shown } from '../http/page/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { KeepsForms } from '../http/page/kept-forms.js';
import { PageController } from '../http/page/page-controller.js';
import { cloudEventOf } from '../store/cloud-event.js';
import { Database } from '../store/database.js';
import { Configuration } from '../store/process/configuration.js';
import type { StoredWebhook } from '../store/webhook-entities.js';
import { countMessages, messagesOf } from '../store/webhook-queue.js';
import { Webhooks } from '../store/webhooks.js';
import { WebhookChanges } from './changes.js';
import { webhookPath, webhooksPath } from './paths.js';
import { WebhookPage, WebhooksPage, type ListedWebhook } from './webhook-pages.js';

/** Of what waits, was refused and went. */
const shownMax = 50;

@UseGuards(ManagesPeople)
@PageController(webhooksPath)
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly changes: WebhookChanges,
    private readonly database: Database,
    private readonly bodies: KnownBodies,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @KeepsForms()
  list(
    @AroundParam() around: Surroundings,
    @QueryParam() { verwijderd }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    return this.listed(around, { isRemoved: verwijderd === 'ja' });
  }

  /** The secret is shown in the answer itself: nobody can be told it again. @throws Refusal unknown-path where nothing is told */
  @Post()
  @KeepsForms()
  async make(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    this.mustTell();
    const sent = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const fields = { region: sent.get('regio') ?? '', address: (sent.get('adres') ?? '').trim() };
    const { wording } = around;
    const faultOfRegion = this.bodies.regions().some(({ id }) => id === fields.region)
      ? {}
      : { region: wording.webhookPages.noRegion };
    const by = { person: person.id, sender: senderOf(request) };
    const made = 'region' in faultOfRegion ? null : await this.changes.make(fields.region, fields.address, by, wording);
    if (made !== null && 'secret' in made) return shown(await this.listed(around, { made }), wording);
    const faults = { ...faultOfRegion, ...(made !== null && { address: made.fault }) };
    return shown(await this.listed(around, { fields, faults }), wording, 400);
  }

  @Get(':webhook')
  async one(
    @Param('webhook') id: string,
    @AroundParam() around: Surroundings,
    @QueryParam() { proef }: Record<string, string | undefined>,
  ): Promise<ReactElement> {
    const pinged = proef === undefined ? null : proef === 'ja' ? 'sent' : 'failed';
    return this.page(await this.found(id), around, { pinged });
  }

  @Post(':webhook/proef')
  async ping(@Param('webhook') id: string): Promise<Answer> {
    this.mustTell();
    const isTaken = await this.changes.ping(await this.found(id));
    return seeOther(`${webhookPath(id)}?proef=${isTaken ? 'ja' : 'nee'}`);
  }

  /** Shown in the answer itself. */
  @Post(':webhook/geheim')
  async renew(
    @Param('webhook') id: string,
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const by = { person: person.id, sender: senderOf(request) };
    const secret = await this.changes.renew(await this.found(id), by);
    return shown(await this.page(await this.found(id), around, { secret }), around.wording);
  }

  @Post(':webhook/hervatten')
  resume(@Param('webhook') id: string, @ReaderParam() person: KnownPerson, @Req() request: FastifyRequest) {
    return this.switch(id, true, person, request);
  }

  @Post(':webhook/stoppen')
  stop(@Param('webhook') id: string, @ReaderParam() person: KnownPerson, @Req() request: FastifyRequest) {
    return this.switch(id, false, person, request);
  }

  /** Sent twice it changes nothing. */
  @Post(':webhook/verwijderen')
  async remove(
    @Param('webhook') id: string,
    @ReaderParam() person: KnownPerson,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const webhook = await this.webhooks.find(id);
    if (webhook) await this.changes.remove(webhook, { person: person.id, sender: senderOf(request) });
    return seeOther(`${webhooksPath}?verwijderd=ja`);
  }

  /** @throws Refusal unknown-path where it is not there, or was not refused */
  @Post(':webhook/:number/opnieuw')
  async again(@Param('webhook') id: string, @Param('number') number: string): Promise<Answer> {
    if (!(await this.changes.again(await this.found(id), Number(number)))) throw new Refusal('unknown-path');
    return seeOther(webhookPath(id));
  }

  private async switch(id: Id, on: boolean, person: KnownPerson, request: FastifyRequest): Promise<Answer> {
    await this.changes.switch(await this.found(id), on, { person: person.id, sender: senderOf(request) });
    return seeOther(webhookPath(id));
  }

  private async listed(
    around: Surroundings,
    done: Partial<Pick<Parameters<typeof WebhooksPage>[0], 'fields' | 'faults' | 'made' | 'isRemoved'>>,
  ): Promise<ReactElement> {
    const webhooks: ListedWebhook[] = [];
    for (const webhook of await this.webhooks.all()) {
      const counted = await countMessages(this.database.manager, [webhook.id]);
      webhooks.push({ webhook, region: this.titleOf(webhook), ...counted });
    }
    const regions = this.bodies.regions();
    const fields = { region: regions.length === 1 ? (regions[0]?.id ?? '') : '', address: '' };
    const plain = { fields, faults: {}, made: null, isRemoved: false, ...done };
    const isOn = this.configuration.webhooks !== undefined;
    return <WebhooksPage around={{ ...around, here: webhooksPath }} {...{ webhooks, regions, isOn, ...plain }} />;
  }

  private async page(
    webhook: StoredWebhook,
    around: Surroundings,
    done: { secret?: string; pinged?: 'sent' | 'failed' | null },
  ): Promise<ReactElement> {
    const { manager } = this.database;
    const messages = {
      failed: await messagesOf(manager, webhook.id, 'failed', shownMax),
      waiting: await messagesOf(manager, webhook.id, 'waiting', shownMax),
      sent: await messagesOf(manager, webhook.id, 'sent', shownMax),
    };
    const plain = { secret: null, pinged: null, ...done, example: exampleFor(this.configuration), max: shownMax };
    const region = this.titleOf(webhook);
    return <WebhookPage around={{ ...around, here: webhooksPath }} {...{ webhook, region, messages, ...plain }} />;
  }

  private titleOf({ region }: StoredWebhook): string {
    return this.bodies.regions().find(({ id }) => id === region)?.title ?? region;
  }

  private mustTell(): void {
    if (!this.configuration.webhooks) throw new Refusal('unknown-path');
  }

  /** @throws Refusal unknown-path */
  private async found(id: Id): Promise<StoredWebhook> {
    const webhook = await this.webhooks.find(id);
    if (!webhook) throw new Refusal('unknown-path');
    return webhook;
  }
}

/** Of nothing that happened. */
const exampleFor = (configuration: Configuration): string =>
  JSON.stringify(
    JSON.parse(
      cloudEventOf(configuration, {
        ...{ id: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', event: 'DecisionRecorded' },
        ...{ recordedAt: '2026-11-30T09:00:00.000Z', dossier: '5f0c7c2e-8a1b-4c3d-9e2f-0a1b2c3d4e5f' },
        ...{ gate: 'instemming', body: 'emmen/college' },
      }),
    ),
    null,
    2,
  );
