// Moves in the invented council track without a server: who may, does; the refusal of who may not is its answer.
import { loadPlans, PlanCatalogue } from '../../src/app/plan-catalogue.js';
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { standing, type Standing } from '../../src/domain/stand/at-gate.js';
import { newestDecision, newestOf } from '../../src/domain/stand/superseded.js';
import { currentRound, statusOf, type Decision, type Round } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { BodyId, Day, DecisionKind, Slug } from '../../src/domain/vocabulary.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { fold } from './fold.js';
import { Play } from './play.js';
import { chair, lead, own, places, type Who } from './staged-play.js';
import { testWorkflows } from './workflows.js';

const catalogue = await loadPlans(testWorkflows);
export const planOf = (workflow: Slug): Plan => catalogue.get(workflow, 1, '');

export const closed = { release: { scope: 'own', ground: 'art. 87 Gemeentewet' } } as const;

/** The last day on which anything happens in these tests. */
const today = '2024-12-31';

export class CouncilPlay {
  readonly play: Play;

  constructor(private readonly plan = planOf('raadstraject')) {
    this.play = Play.start(plan, '2024-01-01');
  }

  give<N extends CommandName>(who: Who, name: N, place: PlaceOf<N>, payload: PayloadOf<N>, day: Day = today): void {
    this.play.give(name, place, payload, who, day);
  }

  /** The code of the refusal, with the pointers of a 400; null when it was accepted. */
  refused<N extends CommandName>(who: Who, name: N, place: PlaceOf<N>, payload: PayloadOf<N>): string | null {
    try {
      this.give(who, name, place, payload);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [error.code, ...error.errors.map(({ pointer, code }) => `${pointer} ${code}`)].join(' ');
    }
  }

  put(gate: Slug, on: Day): void {
    this.give(lead, 'start-phase', { phase: gate }, { on });
    this.give(lead, 'submit-gate', { gate }, { on });
  }

  decide(
    gate: Slug,
    body: BodyId,
    decision: DecisionKind,
    decidedOn: Day,
    more: Partial<RecordDecision> = {},
  ): Decision {
    this.give(own(body), 'record-decision', { gate }, { body, decision, decidedOn, ...more });
    const made = newestDecision(this.play.dossier, gate);
    if (!made) throw new Error(`the decision of ${body} is not there`);
    return made;
  }

  all(gate: Slug, kind: 'college' | 'raad', decision: DecisionKind, on: Day): void {
    for (const place of places) this.decide(gate, `${place}/${kind}`, decision, on);
  }

  rule(gate: Slug, ruledOn: Day): void {
    this.give(chair, 'rule-gate', { gate }, { ruling: 'go', ruledOn });
  }

  /** The councils consented on 6 January and the chair stated so: from there on the gate reopens by itself. */
  static consented(): CouncilPlay {
    const play = new CouncilPlay();
    play.put('ontwerp', '2024-01-03');
    play.all('ontwerp', 'college', 'agree', '2024-01-03');
    play.rule('ontwerp', '2024-01-03');
    play.put('zienswijze', '2024-01-04');
    play.all('zienswijze', 'raad', 'no-view', '2024-01-04');
    play.rule('zienswijze', '2024-01-04');
    play.put('toestemming', '2024-01-05');
    play.all('toestemming', 'raad', 'consent', '2024-01-06');
    play.rule('toestemming', '2024-01-06');
    return play;
  }

  round(gate: Slug): Round {
    const round = currentRound(this.play.dossier, gate);
    if (!round) throw new Error(`gate ${gate} was not put`);
    return round;
  }

  latest(gate: Slug, body: BodyId): Decision {
    const decision = newestOf(this.play.dossier, gate, this.round(gate).number, body);
    if (!decision) throw new Error(`${body} has decided nothing`);
    return decision;
  }

  status = (gate: Slug): string => statusOf(this.play.dossier, gate);

  stand(gate: Slug, day: Day = today): Standing {
    return standing(this.play.dossier, gate, this.round(gate), day);
  }

  /** Why each body is missing, as one would have seen it on that day. */
  missingAsOf(gate: Slug, asOf: Day): Record<BodyId, string> {
    const dossier = fold(new PlanCatalogue([this.plan]), this.play.events, { asOf, knownAt: null });
    const round = currentRound(dossier, gate);
    const missing = round ? standing(dossier, gate, round, asOf).missing : [];
    return Object.fromEntries(missing.map(({ body, why }) => [body, why]));
  }
}
