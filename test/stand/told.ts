// A story as it was told: its facts recorded one after the other, on days that never go back. What cannot be recorded as
// it stands is refused; where a decision stands on its very day, the fact says that it takes its place.
import { actOf, actsOf, readingOf } from '../../src/domain/dossier/acts.js';
import { currentRound, type Act, type Dossier } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Reading } from '../../src/domain/views/viewer.js';
import { kindOfDecision, type BodyId, type Day, type Id, type Slug } from '../../src/domain/vocabulary.js';
import { Play } from '../support/play.js';
import type { Who } from '../support/staged-play.js';
import { first, second, type StandPlan } from './plans.js';
import { begin, put, type Fact, type FactOf, type Story } from './story.js';

const own = ({ body }: Pick<Fact, 'body'>): Who => ({ role: 'secretary', body });

export class Told {
  readonly play: Play;
  /** The first recording of each act of the story. */
  private readonly acts = new Map<number, Id>();
  /** The reading that a correction made, or that a word is about. */
  readonly readings = new Map<number, Id>();
  private today = begin;

  constructor(readonly plan: StandPlan) {
    this.play = Play.start(plan.plan, begin);
    if (plan.position === 'earlier') this.pass(second, begin);
    this.give(this.lead, 'start-phase', { phase: first }, { on: begin });
    if (plan.position === 'beside') {
      this.give(this.lead, 'start-phase', { phase: second }, { on: begin });
      this.today = put;
      this.submit(second, put);
    }
    this.today = put;
    this.submit(first, put);
  }

  get dossier(): Dossier {
    return this.play.dossier;
  }

  /** As someone of another party reads it on a day. */
  readingOn(day: Day): Reading {
    const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };
    return { dossier: this.dossier, moment: { asOf: null, knownAt: null }, day, viewer };
  }

  get lead(): Who {
    return { role: 'process-lead', body: this.ruledBy };
  }

  get chair(): Who {
    return { role: 'chair', body: this.ruledBy };
  }

  private get ruledBy(): BodyId {
    return this.plan.plan.gates.get(first)?.ruledBy ?? '';
  }

  give(as: Who, ...[name, place, payload]: [Parameters<Play['give']>[0], object, object]): void {
    this.play.give(name, place, payload, as, this.today);
  }

  private submit(gate: Slug, on: Day): void {
    const options = this.plan.plan.gates.get(gate);
    const option = options && !options.poll && options.options[0] ? { option: options.options[0].id } : {};
    this.give(this.lead, 'submit-gate', { gate }, { on, ...option });
  }

  /** A gate from its start to a go, with one body for. */
  private pass(gate: Slug, on: Day): void {
    this.give(this.lead, 'start-phase', { phase: gate }, { on });
    this.submit(gate, on);
    const [body = ''] = this.plan.bodies;
    const decision = { body, decision: 'agree', decidedOn: on };
    this.give(own({ body }), 'record-decision', { gate }, decision);
    this.give(this.chair, 'rule-gate', { gate }, { ruling: 'go', ruledOn: on, meeting: { form: 'session' } });
  }

  /** The day on which the newest of it was told. */
  get day(): Day {
    return this.today;
  }

  /**
   * Who has not decided at the first gate says yes, as far as that can be: else hardly any story comes to a go.
   * @param but those of the story who do not
   */
  agreeAll(but: readonly BodyId[]): void {
    const terms = this.plan.plan.gates.get(first);
    const decision = terms?.kinds.find((kind) => kindOfDecision(kind).passes);
    const option = terms?.poll ? { option: terms.options[0]?.id } : {};
    for (const body of terms?.electorate ?? []) {
      if (but.includes(body)) continue;
      const said = { body, decision, decidedOn: this.today, proposalVersion: this.newestVersion, ...option };
      this.tried(() => this.give(own({ body }), 'record-decision', { gate: first }, said));
    }
  }

  private get newestVersion(): number {
    return currentRound(this.dossier, first)?.proposals.at(-1)?.version ?? 1;
  }

  start(phase: Slug): void {
    this.give(this.lead, 'start-phase', { phase }, { on: this.today });
  }

  /** Concludes at the first gate on the day on which it is told: a go, where that can be. */
  rules(): boolean {
    return (['go', 'no-go'] as const).some((ruling) => this.tried(() => this.rule(ruling)));
  }

  private rule(ruling: 'go' | 'no-go'): void {
    const meeting = { form: 'session' };
    const said = { ruling, ruledOn: this.today, meeting, ...(ruling === 'go' ? {} : { reason: 'Zo besloten.' }) };
    this.give(this.chair, 'rule-gate', { gate: first }, said);
  }

  /** Whether it could be recorded. */
  tries(fact: Fact): boolean {
    return this.tried(() => this.tell(fact));
  }

  private tried(attempt: () => void): boolean {
    try {
      attempt();
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** @throws Refusal */
  tell(fact: Fact): void {
    if (fact.recorded > this.today) this.today = fact.recorded;
    const tell = this.tellers[fact.what] as (fact: Fact) => void; // that of its own sort
    tell(fact);
  }

  private readonly tellers: { [W in Fact['what']]: (fact: FactOf<W>) => void } = {
    act: (fact) => this.record(fact),
    correction: (fact) => this.correct(fact),
    word: (fact) => this.say(fact),
    withdrawal: (fact) => {
      const decision = this.actAbout(fact).holds;
      const { gate, on } = fact;
      this.give(own(fact), 'withdraw-decision', { gate }, { decision, on, reason: 'Terug.' });
    },
    release: (fact) => {
      const { on, scope } = fact;
      this.give(own(fact), 'release-decision', this.heldBy(fact), { on, scope });
    },
    list: (fact) => this.give(own(fact), 'adopt-list', this.heldBy(fact), { on: fact.on }),
    answer: (fact) => this.answer(fact),
    agenda: (fact) => {
      const { gate, body, meetingOn } = fact;
      this.give(own(fact), 'schedule-item', { gate }, { body, meetingOn, stage: 'college' });
    },
    version: ({ gate, on, number, mandate }) => {
      const said = { on, title: `Versie ${number}`, textualMandate: mandate };
      this.give(this.lead, 'revise-proposal', { gate }, said);
    },
    round: ({ gate, on }) => {
      this.give(this.lead, 'withdraw-gate', { gate }, { on, reason: 'Opnieuw.' });
      this.submit(gate, on);
    },
  };

  private record({ key, gate, body, by, said }: FactOf<'act'>): void {
    const who: Who = by === 'body' ? own({ body }) : this.lead;
    const asked = { body, ...said };
    try {
      this.give(who, 'record-decision', { gate }, asked);
    } catch (error) {
      const stands = error instanceof Refusal ? error.told['decision-exists']?.decision : undefined;
      if (stands === undefined) throw error;
      this.give(who, 'record-decision', { gate }, { ...asked, revises: stands });
    }
    const id = actsOf(this.dossier, gate, body).at(-1)?.id;
    if (id !== undefined) this.acts.set(key, id);
  }

  private say(fact: FactOf<'word'>): void {
    const { key, gate, on, confirmed } = fact;
    const { proposed, holds } = this.actAbout(fact);
    const decision = proposed ?? holds;
    this.give(own(fact), 'confirm-decision', { gate, decision }, { on, confirmed, reason: 'Zo.' });
    this.readings.set(key, decision);
  }

  /** The body corrects what holds, whatever the region proposes beside it; the region what was recorded last. */
  private correct(fact: FactOf<'correction'>): void {
    const { gate, body, by, keepsIds, said } = fact;
    const act = this.actAbout(fact);
    const corrects = by === 'body' ? act.holds : (act.readings.at(-1)?.id ?? act.holds);
    const former = act.readings.find(({ id }) => id === corrects)?.conditions ?? [];
    const conditions = said.conditions?.map((one, i) => ({
      ...one,
      ...(keepsIds && former[i] ? { id: former[i] } : {}),
    }));
    const as: Who = by === 'body' ? own({ body }) : this.lead;
    this.give(as, 'record-decision', { gate }, { body, ...said, ...(conditions ? { conditions } : {}), corrects });
    this.readings.set(fact.key, this.actAbout(fact).readings.at(-1)?.id ?? '');
  }

  private answer(fact: FactOf<'answer'>): void {
    const { gate, answer, on } = fact;
    const act = this.actAbout(fact);
    const condition = readingOf(act).conditions[0] ?? '';
    const isForChair = answer === 'adopted' || answer === 'rejected';
    const as: Who = isForChair ? this.chair : own(fact);
    this.give(as, 'answer-condition', { gate, condition }, { answer, on, reason: 'Daarom.' });
  }

  private heldBy(fact: FactOf<'release' | 'list'>) {
    return { gate: fact.gate, decision: this.actAbout(fact).holds };
  }

  actAbout({ gate, about }: Pick<Fact, 'gate'> & { about: number }): Act {
    const id = this.acts.get(about);
    const act = id === undefined ? undefined : actOf(this.dossier, gate, id);
    if (!act) throw new Refusal('unknown-decision');
    return act;
  }

  /** Which act of the story it is, and which reading of it; an act of no story by its id. */
  nameOf(gate: Slug, id: Id): string {
    const act = actOf(this.dossier, gate, id);
    const key = [...this.acts].find(([, first_]) => first_ === act?.id)?.[0];
    return act ? `${key ?? act.id}.${act.readings.findIndex((one) => one.id === id)}` : id;
  }
}

/** The facts that could be recorded in their order; the others are no part of the story. */
export function telling({ plan, facts }: Story): { told: Told; kept: Fact[] } {
  const told = new Told(plan);
  const kept = facts.filter((fact) => told.tries(fact));
  return { told, kept };
}
