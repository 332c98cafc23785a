// A dossier in which anything may be recorded: moves that fast-check drew, of which those that are refused do nothing. Half of them
// is what is somebody's turn, or hardly any dossier would come past its first gate.
import fc from 'fast-check';
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { daysAfter } from '../../src/domain/calendar.js';
import { newestOf } from '../../src/domain/stand/superseded.js';
import { currentRound, statusOf, type Dossier } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Turn, TurnKind } from '../../src/domain/turns/turn.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import type { BodyId, Day, Id, Slug } from '../../src/domain/vocabulary.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import type { Phase } from '../../src/domain/workflow/workflow.js';
import { Play } from './play.js';
import { evidence, own, type Who } from './staged-play.js';
import { told } from './told.js';

/** Numbers that choose: which of the moves, at which phase, of which body, in which way, so many days after the former. */
const move = fc.record({ move: fc.nat(), phase: fc.nat(), body: fc.nat(), way: fc.nat(), days: fc.nat(12) });
type Drawn = typeof move extends fc.Arbitrary<infer T> ? T : never;

export const movesOf = (maxLength: number) => fc.array(move, { minLength: maxLength / 2, maxLength });

const startedOn = '2024-06-01';

/**
 * @param onMove called with the dossier after each move that was accepted, and the day of it
 * @returns all that was recorded
 */
export function playAtRandom(
  plan: Plan,
  drawn: readonly Drawn[],
  onMove: (dossier: Dossier, day: Day) => void = () => undefined,
): readonly DossierEvent[] {
  const play = Play.start(plan, startedOn);
  let day = startedOn;
  onMove(play.dossier, day);
  for (const one of drawn) {
    day = daysAfter(day, one.days);
    const atGate = plan.workflow.phases.filter(({ id }) => statusOf(play.dossier, id) === 'at-gate');
    const turns = turnsOf(play.dossier, day, () => true).filter(({ blocks }) => blocks === null);
    const turn = one.move % 2 === 0 ? turns[one.phase % Math.max(1, turns.length)] : undefined;
    const attempt: Attempt = {
      play,
      plan,
      day,
      way: one.way,
      ...(turn ? takenFrom(turn) : chosen(play.dossier, one, atGate)),
    };
    const choice = turn ? taking[turn.what] : at(moves, one.move);
    if (accepted(() => choice(attempt))) onMove(play.dossier, day);
  }
  return play.events;
}

function accepted(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

interface Attempt {
  play: Play;
  plan: Plan;
  day: Day;
  /** The phase, and the gate at its end. */
  gate: Slug;
  body: BodyId;
  condition: Id;
  way: number;
}

type Place = Pick<Attempt, 'gate' | 'body' | 'condition'>;

const takenFrom = ({ phase, gate, body, bodies, condition }: Turn): Place => ({
  gate: gate ?? phase,
  body: body ?? bodies[0] ?? '',
  condition: condition ?? '',
});

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/** A phase, more often one at its gate, and a body that has a part in it where any has; a condition where one was made. */
function chosen({ plan, conditions }: Dossier, drawn: Drawn, atGate: readonly Phase[]): Place {
  const { id, gate, visits } = at(drawn.way % 3 > 0 && atGate.length > 0 ? atGate : plan.workflow.phases, drawn.phase);
  const bodies = [...(gate?.electorate ?? []), ...visits];
  const body = at(bodies.length > 0 ? bodies : [...plan.bodies.keys()], drawn.body);
  const made = Object.keys(conditions);
  return { gate: id, body, condition: made[drawn.body % Math.max(1, made.length)] ?? '' };
}

const ruling = ({ plan }: Attempt): BodyId => at([...plan.rulingBodies], 0);
const lead = (of: Attempt): Who => ({ role: 'process-lead', body: ruling(of) });
const chair = (of: Attempt): Who => ({ role: 'chair', body: ruling(of) });
const reason = 'zo besloten';

const give = <N extends CommandName>(
  of: Attempt,
  who: Who,
  name: N,
  place: PlaceOf<N>,
  payload: PayloadOf<N>,
): void => {
  of.play.give(name, place, payload, who, of.day);
};

const latest = ({ play, gate, body }: Attempt) => {
  const round = play.dossier.plan.gates.has(gate) ? currentRound(play.dossier, gate) : null;
  return round ? newestOf(play.dossier, gate, round.number, body) : undefined;
};

function decide(of: Attempt, who: Who, more: Partial<RecordDecision> = {}): void {
  const kinds = of.plan.gates.get(of.gate)?.kinds ?? [];
  if (kinds.length === 0) return;
  const decision = at(kinds, of.way);
  const effect = of.way % 2 === 0 ? 'elaboration' : 'suspensive';
  const options = of.plan.gates.get(of.gate)?.options ?? [];
  give(
    of,
    who,
    'record-decision',
    { gate: of.gate },
    {
      body: of.body,
      decision,
      decidedOn: of.day,
      ...(decision === 'agree-with-conditions' ? { conditions: [{ text: 'eerst de kosten', effect }] } : {}),
      ...(decision === 'consent-withheld' ? { ground: 'not-stated' } : {}),
      ...(decision === 'agree-with-remarks' ? { remarks: ['let op'] } : {}),
      ...(options.length > 0 ? { option: at(options, of.way).id } : {}),
      ...more,
    },
  );
}

const release = ({ way, day }: Attempt): Partial<RecordDecision> => ({
  release: { scope: way % 3 === 0 ? 'own' : 'region', from: daysAfter(day, way % 40), ground: 'art. 87 Gemeentewet' },
});

const put = (of: Attempt, more: Partial<PayloadOf<'submit-gate'>> = {}): void =>
  give(of, lead(of), 'submit-gate', { gate: of.gate }, { on: of.day, ...more });

function confirm(of: Attempt): void {
  const place = { gate: of.gate, decision: latest(of)?.id ?? '' };
  give(of, own(of.body), 'confirm-decision', place, { on: of.day, confirmed: of.way % 2 === 0, reason });
}

function rule(of: Attempt): void {
  const asked = at(['go', 'go', 'no-go', 'hold'] as const, of.way);
  const meeting = { form: 'session' } as const;
  give(of, chair(of), 'rule-gate', { gate: of.gate }, { ruling: asked, ruledOn: of.day, reason, meeting });
}

/** Anything, also what is nobody's turn. */
const moves: ((of: Attempt) => void)[] = [
  (of) => give(of, lead(of), 'start-phase', { phase: of.gate }, { on: of.day }),
  (of) => put(of, of.way % 2 === 0 ? { replyBy: daysAfter(of.day, of.way % 60) } : {}),
  (of) => give(of, lead(of), 'withdraw-gate', { gate: of.gate }, { on: of.day, reason }),
  (of) => give(of, lead(of), 'revise-proposal', { gate: of.gate }, { on: of.day, title: 'Nieuwe versie' }),
  (of) => give(of, lead(of), 'record-receipt', { gate: of.gate }, { on: of.day, body: of.body }),
  (of) => {
    const item = { body: of.body, meetingOn: daysAfter(of.day, of.way % 20), stage: 'college' } as const;
    give(of, own(of.body), 'schedule-item', { gate: of.gate }, item);
  },
  (of) => decide(of, own(of.body)),
  (of) => decide(of, own(of.body), release(of)),
  (of) => decide(of, lead(of), { evidence }),
  (of) => decide(of, lead(of), { evidence, ...release(of) }),
  (of) => decide(of, own(of.body), { revises: latest(of)?.id ?? '' }),
  (of) => decide(of, own(of.body), { corrects: latest(of)?.id ?? '', reason }),
  (of) => confirm(of),
  (of) => {
    const withdrawn = { decision: latest(of)?.id ?? '', on: of.day, reason };
    give(of, own(of.body), 'withdraw-decision', { gate: of.gate }, withdrawn);
  },
  (of) => answer(of),
  (of) => {
    const change = of.way % 2 === 0 ? { leaves: [of.body] } : { joins: [of.body] };
    give(of, chair(of), 'change-electorate', { gate: of.gate }, { on: of.day, reason, ...told(of.day), ...change });
  },
  (of) => rule(of),
  (of) => give(of, chair(of), 'reopen-gate', { gate: of.gate }, { on: of.day, reason }),
  (of) => {
    const facts = Object.keys(of.plan.workflow.outside ?? {});
    if (facts.length > 0)
      give(of, lead(of), 'record-fact', {}, { fact: at(facts, of.way), on: of.day, source: 'krant' });
  },
];

function answer(of: Attempt): void {
  const { condition, way } = of;
  const { conditions } = of.play.dossier;
  const found = Object.hasOwn(conditions, condition) ? conditions[condition] : undefined;
  if (!found) return;
  const answers = ['adopted', 'carried', 'rejected', 'met', 'waived', 'disputed'] as const;
  const given = at(answers, way);
  const who = answers.indexOf(given) < 3 ? chair(of) : own(found.body);
  const others = [...of.plan.gates.keys()].filter((id) => id !== found.gate);
  const phase = given === 'carried' ? { phase: others[way % Math.max(1, others.length)] ?? found.gate } : {};
  give(of, who, 'answer-condition', { gate: found.gate, condition }, { answer: given, on: of.day, reason, ...phase });
}

/** How a turn is taken: most bodies agree, and most conclusions are a go. */
const taking: Record<TurnKind, (of: Attempt) => void> = {
  'start-phase': (of) => give(of, lead(of), 'start-phase', { phase: of.gate }, { on: of.day }),
  'complete-phase': (of) => give(of, lead(of), 'complete-phase', { phase: of.gate }, { on: of.day }),
  'rework-phase': (of) => give(of, lead(of), 'rework-phase', { phase: of.gate }, { on: of.day, reason }),
  visit: (of) => give(of, lead(of), 'visit-body', { phase: of.gate }, { on: of.day, body: of.body }),
  'submit-gate': (of) => put(of, { proposal: { title: 'Voorstel' } }),
  'lay-paper': (of) => {
    const papers = of.plan.gates.get(of.gate)?.papers ?? [];
    if (papers.length === 0) return;
    const { id, title } = at(papers, of.way);
    give(of, lead(of), 'lay-paper', { gate: of.gate }, { paper: id, title, on: of.day });
  },
  'state-criterion': (of) => {
    const criteria = of.plan.gates.get(of.gate)?.criteria ?? [];
    if (criteria.length === 0) return;
    const { id, statedBy } = at(criteria, of.way);
    const who = statedBy === 'process-lead' ? lead(of) : statedBy === 'chair' ? chair(of) : own(statedBy);
    const state = of.way % 4 === 0 ? 'not-met' : 'met';
    give(of, who, 'state-criterion', { gate: of.gate }, { criterion: id, state, on: of.day });
  },
  decide: (of) => decide({ ...of, way: of.way % 3 === 0 ? of.way : 0 }, own(of.body)),
  'decide-again': (of) => decide({ ...of, way: 0 }, own(of.body), { revises: latest(of)?.id ?? '' }),
  confirm: (of) => confirm(of),
  'correct-disputed': (of) => decide({ ...of, way: 0 }, lead(of), { corrects: latest(of)?.id ?? '', reason, evidence }),
  'answer-condition': (of) => answer(of),
  rule: (of) => rule({ ...of, way: of.way % 4 }),
  'adopt-list': (of) => {
    const { id = '', body = '' } = latest(of) ?? {};
    give(of, own(body), 'adopt-list', { gate: of.gate, decision: id }, { on: of.day });
  },
  publish: (of) => {
    const said = { where: 'gemeenteblad', on: of.day, number: `gmb-${of.way}` } as const;
    const body = of.way % 2 === 0 ? { body: of.body } : {};
    give(of, lead(of), 'record-publication', { phase: of.gate }, { ...said, ...body });
  },
  'confirm-mandate': (of) => {
    const [found] = of.play.dossier.mandates;
    if (found)
      give(of, own(found.body), 'confirm-mandate', {}, { mandate: found.id, on: of.day, confirmed: true, reason });
  },
  'weigh-change': (of) => give(of, chair(of), 'reopen-gate', { gate: of.gate }, { on: of.day, reason }),
};
