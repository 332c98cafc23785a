// What becomes of a link from a mail when somebody follows it: whether it still leads anywhere, for whom, and in which way.
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { PersonalLinks, personalPath } from '../../app/personal-links.js';
import { recordsFor } from '../../domain/commands/commands.js';
import { currentRound, statusOf, type Decision } from '../../domain/dossier/state.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { isValid } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { KnownPerson } from '../../domain/people.js';
import { asAnyone } from '../../domain/views/viewer.js';
import { Admission } from '../../http/admission.js';
import { personOf } from '../../http/authentication.js';
import { queryOf } from '../../http/page/asked.js';
import { Directory } from '../../store/directory.js';
import { networkOf } from '../../store/network.js';
import type { StoredLink } from '../../store/personal-links.js';
import { askedAgain, decidedBy } from '../forms/decision-form.js';
import type { FormContext } from '../forms/form-kind.js';
import { standBy } from '../pages/body-lines.js';
import type { AnsweredLink, DeadLink } from '../pages/people/personal-link.js';
import { Visits } from '../visit/visit.js';

/** Secrets that are none, from one network in a minute. */
const unknownMax = 20;
/** Forms that are sent by one link in a minute. */
const givenMax = 20;

export interface Open {
  is: 'open';
  /** Whether they go on to the form, sign in first, or find it here. */
  way: 'form' | 'sign-in' | 'here';
  link: StoredLink;
  context: FormContext;
  form: string;
}

export type Followed = Open | DeadLink | ({ is: 'decided'; open: Open } & AnsweredLink);

const minuteOf = (points: number) => new RateLimiterMemory({ points, duration: 60 });

@Injectable()
export class FollowedLinks {
  private readonly unknown = minuteOf(unknownMax);
  private readonly given = minuteOf(givenMax);

  constructor(
    private readonly links: PersonalLinks,
    private readonly directory: Directory,
    private readonly visits: Visits,
    private readonly admission: Admission,
  ) {}

  pathOf(secret: string): string {
    return personalPath + secret;
  }

  /** Changes nothing. @throws Refusal too-many for who tries many that are none */
  async follow(secret: string, request: FastifyRequest): Promise<Followed> {
    const link = await this.links.find(secret);
    if (!link) {
      await consumed(this.unknown, networkOf(request.ip)); // whose link works is never kept out by what others try
      return { is: 'gone' };
    }
    const reader = personOf(request);
    if (reader && reader.id !== link.person) return { is: 'other', name: reader.name };
    const context = await this.contextOf(link);
    if (!context || !recordsFor(context.occasion, link.body)) return { is: 'ended' };
    if (!isPut(context, link)) return { is: 'over' };
    const again = askedAgain(context, link.body);
    const form = context.at.now.decide(link.gate, { body: link.body, ...(again && { revises: again.id }) });
    const way = reader ? 'form' : (await this.isEnough(context, link)) ? 'here' : 'sign-in';
    const open: Open = { is: 'open', way, link, context, form: `${form}&link=${link.id}` };
    const decision = decidedBy(context, link.body);
    if (!decision || again) return open;
    const answered = this.answeredBy(open, decision, queryOf(request).vastgelegd);
    const body = context.reading.dossier.plan.bodies.get(link.body)?.title ?? link.body;
    return { is: 'decided', body, moment: context.at.gate(link.gate), answered, open };
  }

  /** Of whom the link is, at its gate, as everybody may see it: who has only a link is not told what a body keeps to itself. */
  async contextOf(link: StoredLink): Promise<FormContext | null> {
    const person = await this.directory.byId(link.person);
    const context = person && (await this.visit(person, link));
    if (!context) return null;
    const { reading } = context;
    const again = askedAgain(context, link.body);
    return {
      ...context,
      reading: { ...reading, viewer: asAnyone(reading.viewer) },
      query: { orgaan: link.body, link: link.id, ...(again && { herziet: again.id }) },
    };
  }

  /** @throws Refusal too-many */
  async mayGive({ link }: Open): Promise<void> {
    await consumed(this.given, link.id);
  }

  /** Null for who may not see the dossier any more. */
  private visit(person: KnownPerson, { dossier, gate, body }: StoredLink): Promise<FormContext | null> {
    return this.visits.nowFor(person, { dossier, gate }, { orgaan: body }).catch((error: unknown) => {
      if (error instanceof Refusal && ['unknown-dossier', 'assignment-not-valid'].includes(error.code)) return null;
      throw error;
    });
  }

  /** Whether the region lets the link alone do for their role. Who signs in in two steps is never spared them. */
  private async isEnough({ person, today, reading }: FormContext, { body }: StoredLink): Promise<boolean> {
    if (this.admission.asksFactor(person) || this.directory.hasFactor(person.id)) return false;
    const roles = await this.links.unsignedRoles(reading.dossier.plan.region);
    return person.assignments.some((one) => one.body === body && roles.includes(one.role) && isValid(one, today));
  }

  /** Only for a while: a mail is sent on, and what was decided is for who may know it. */
  private answeredBy(
    { link, context, way }: Open,
    decision: Decision,
    line: string | undefined,
  ): AnsweredLink['answered'] {
    const { reading, wording } = context;
    const { sequence, recordedAt, by } = decision.recorded;
    const isTheirs = by.id === link.person && by.link === 'unsigned' && String(sequence) === line;
    if (way !== 'here' || !isTheirs || !this.links.isFresh(recordedAt)) return null;
    const gate = wording.gateShown(reading, link.gate);
    const view = decisionView(reading, link.gate, decision);
    return { gate, decision: view, plan: reading.dossier.plan, stand: standBy(gate, view), elsewhere: null };
  }
}

function isPut({ reading: { dossier } }: FormContext, { gate, round, body }: StoredLink): boolean {
  const current = currentRound(dossier, gate);
  return statusOf(dossier, gate) === 'at-gate' && current?.number === round && current.electorate.includes(body);
}

/** @throws Refusal too-many */
async function consumed(limit: RateLimiterMemory, key: string): Promise<void> {
  await limit.consume(key).catch((full: unknown) => {
    if (!(full instanceof RateLimiterRes)) throw full;
    const retryAfter = Math.min(60, Math.max(1, Math.ceil(full.msBeforeNext / 1000)));
    throw new Refusal('too-many', { retryAfter });
  });
}
