// A dossier in which anything happens in any order: moves at random, of which those that the commands refuse are left out.
import { window } from '../../src/domain/calendar.js';
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { meetingsOf } from '../../src/domain/dossier/meetings.js';
import { newestOf } from '../../src/domain/stand/superseded.js';
import { currentRound, type Dossier } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';
import { phase } from '../../src/domain/workflow/define.js';
import type { Day } from '../../src/domain/vocabulary.js';
import { Play } from './play.js';
import { asking, chair, colleges, evidence, lead, own, planOf, type Who } from './staged-play.js';

const source = 'test';
const reason = 'Zo besloten.';
const begun = Date.UTC(2024, 0, 1);
export const dayAt = (n: number): Day => new Date(begun + n * 86_400_000).toISOString().slice(0, 10);

const free = asking({ afterRuling: 'reopen' });
const steps = {
  twee: free,
  overleg: phase('Overleg', window('2024'), { source, recurs: { every: { months: 1 } } }),
  wacht: phase('Wacht', window('2024'), { source, waitsFor: ['wet'] }),
};
const outside = { wet: { title: 'De wet', source } };
const first = planOf({ een: free, ...steps }, { outside });
const second = planOf({ nieuw: free, ...steps }, { outside, version: 2 });
const same = { twee: 'twee', overleg: 'overleg', wacht: 'wacht' };
const maps: Record<string, string>[] = [
  { ...same, een: 'nieuw' },
  { ...same, nieuw: 'een' },
];
export const plans = [first, second] as const;

/** Numbers from 0 up to, and without, their limit. */
export type Chance = (limit: number) => number;

/** The same for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** So many attempts; what a command refuses is left out. */
export function randomPlay(chance: Chance, attempts: number): readonly DossierEvent[] {
  const play = Play.start(first, dayAt(0), second);
  for (let n = 1; n <= attempts; n++) {
    const pick = <T>(all: readonly T[]): T => all[chance(all.length)] as T; // none is empty
    const [recordedOn, ago] = [30 + (n >> 1), chance(pick([2, 30, 31 + (n >> 1)]))];
    const today = dayAt(recordedOn);
    const give: Give = (who, name, place, payload) => {
      try {
        play.give(name, place, payload, who, today);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    };
    const turn: Turn = { dossier: play.dossier, today, on: dayAt(recordedOn - ago), chance, pick, give };
    pick([...movesInDossier(turn), ...movesAtGate(turn), ...movesOfDecision(turn)])();
  }
  return play.events;
}

type Give = <N extends CommandName>(who: Who, name: N, place: PlaceOf<N>, payload: PayloadOf<N>) => void;

interface Turn {
  dossier: Dossier;
  today: Day;
  /** Today or a day before it. */
  on: Day;
  chance: Chance;
  pick: <T>(all: readonly T[]) => T;
  give: Give;
}

type Move = () => void;

const seldom =
  ({ chance }: Turn, move: Move): Move =>
  () => {
    if (chance(10) === 0) move();
  };

function movesInDossier(turn: Turn): Move[] {
  const { dossier, today, on, chance, pick, give } = turn;
  const overleg = dossier.plan.phases.get('overleg');
  const expected = overleg ? meetingsOf(dossier, overleg, today).map(({ expectedOn }) => expectedOn) : [];
  const phases = [...dossier.plan.phases.keys()].filter((id) => id !== 'wacht' || chance(20) === 0);
  const moved = { on: today, until: dayAt(2 * 365 + chance(90)), reason };
  const meeting = { expectedOn: pick([today, ...expected]), heldOn: on, reason };
  const migration = { toVersion: 1 + chance(2), on: today, reason, map: pick(maps) };
  return [
    () => give(lead, 'start-phase', { phase: pick(phases) }, { on: today }),
    () => give(lead, 'plan-phase', { phase: pick(phases) }, moved),
    () => give(lead, 'record-fact', {}, { fact: 'wet', on, source }),
    () => give(lead, 'record-meeting', { phase: 'overleg' }, meeting),
    seldom(turn, () => give(chair, 'migrate-dossier', {}, migration)),
  ];
}

function movesAtGate(turn: Turn): Move[] {
  const { dossier, today, pick, give } = turn;
  const gate = pick([...dossier.plan.gates.keys()]);
  const ruling = pick(['go', 'no-go', 'hold'] as const);
  return [
    () => give(lead, 'submit-gate', { gate }, { on: today }),
    seldom(turn, () => give(lead, 'withdraw-gate', { gate }, { on: today, reason })),
    seldom(turn, () => give(chair, 'rule-gate', { gate }, { ruling, ruledOn: today, reason })),
    () => give(chair, 'reopen-gate', { gate }, { on: today, reason }),
    () => give(lead, 'rework-phase', { phase: gate }, { on: today, reason }),
  ];
}

function movesOfDecision(turn: Turn): Move[] {
  const { dossier, on, chance, pick, give } = turn;
  const gate = pick([...dossier.plan.gates.keys()]);
  const body = pick(colleges);
  const former = newestOf(dossier, gate, currentRound(dossier, gate)?.number ?? 1, body);
  const place = { gate, decision: former?.id ?? '' };
  const decided = { body, ...said(turn), ...(former ? pick([{ revises: former.id }, { corrects: former.id }]) : {}) };
  const [id, condition] = pick([...Object.entries(dossier.conditions).slice(-3), ['', undefined] as const]);
  const answer = pick(['adopted', 'rejected', 'met', 'waived', 'disputed'] as const);
  const scope = pick(['region', 'public'] as const);
  return [
    ...Array.from(
      { length: 8 },
      (): Move => () => give(own(body), 'record-decision', { gate }, { ...decided, ...closing(turn) }),
    ),
    () => give(lead, 'record-decision', { gate }, { ...decided, evidence }),
    () => give(own(body), 'confirm-decision', place, { on, confirmed: chance(2) === 0, reason }),
    seldom(turn, () => give(own(body), 'withdraw-decision', { gate }, { decision: place.decision, on, reason })),
    () => give(own(body), 'release-decision', place, { on, scope }),
    () => give(own(body), 'adopt-list', place, { on }),
    () =>
      give(
        pick([chair, own(condition?.body ?? body)]),
        'answer-condition',
        { gate: condition?.gate ?? gate, condition: id },
        { answer, on, reason },
      ),
  ];
}

function said({ on, pick }: Turn): Pick<RecordDecision, 'decision' | 'decidedOn' | 'reason' | 'conditions'> {
  const decision = pick(['agree', 'disagree', 'deferred', 'agree-with-conditions'] as const);
  const effect = pick(['suspensive', 'elaboration'] as const);
  const conditions = decision === 'agree-with-conditions' ? [{ text: 'Eerst de kosten.', effect }] : undefined;
  return { decision, decidedOn: on, reason, conditions };
}

/** Half of the decisions are closed: until they are released, or until a day that is said at once. */
const closing = ({ today, pick }: Turn): Pick<RecordDecision, 'release'> =>
  pick([
    {},
    {},
    { release: { scope: 'own', ground: 'art. 87' } },
    { release: { scope: 'region', from: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`, ground: 'art. 87' } },
  ]);
