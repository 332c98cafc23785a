// One row of the overview: what runs, how far the bodies are, what comes next, and whether that is in time.
import { nextOf, type Next } from '../turns/next.js';
import { latenessOf, type Late } from '../stand/lateness.js';
import { standing } from '../stand/at-gate.js';
import { currentRound, plannedOf, runningState, statusOf, type Dossier } from '../dossier/state.js';
import type { Day, Slug } from '../vocabulary.js';
import { dossierHeading, type DossierHeading, type DossierSummaryView } from './dossier-view.js';
import { notCounting } from './stand-view.js';
import type { Reading } from './viewer.js';

export interface OverviewView extends DossierHeading, Pick<DossierSummaryView, 'id' | 'state'> {
  /** The phases that run, with how many have decided where they are at their gate. */
  running: RunningPhase[];
  next: Day | null;
  pace: Pace;
  /** The phase that matters first of all that are late. */
  late: (Late & { title: string }) | null;
}

interface RunningPhase {
  phase: Slug;
  title: string;
  /** How many have decided, of how many, and how many of those do not count (yet); null where nothing is put. */
  stand: { decided: number; electorate: number; notCounting: number } | null;
}

/** late: something is · watch: a day comes within a week, or came · undated: none is known · replayed: today says nothing */
export type Pace = 'late' | 'watch' | 'fine' | 'undated' | 'done' | 'stopped' | 'replayed';

const soon = 7;

export function overviewView({ dossier, day: today }: Reading): OverviewView {
  const state = runningState(dossier);
  const [next = null] = nextOf(dossier, today)
    .flatMap((step) => endOf(dossier, step) ?? [])
    .sort();
  const replayed = dossier.source !== null;
  const { first } = latenessOf(dossier, today);
  const late = first && { title: dossier.plan.phases.get(first.phase)?.title ?? first.phase, ...first.late };
  return {
    ...dossierHeading({ dossier }),
    state,
    running: state === 'running' ? runningPhases(dossier, today) : [],
    next,
    pace: replayed ? 'replayed' : paceOf(state, next, today, late),
    late,
  };
}

/** A phase may begin after its planned day; what can still begin is late when its end has passed. */
function endOf(dossier: Dossier, { kind, phase: id, dueOn }: Next): Day | null {
  const phase = dossier.plan.phases.get(id);
  return kind === 'start-phase' && phase ? plannedOf(dossier, phase).until : dueOn;
}

const moving = new Set(['underway', 'at-gate', 'refused']);

function runningPhases(dossier: Dossier, day: Day): OverviewView['running'] {
  const phases = dossier.plan.workflow.phases.filter(({ id }) => moving.has(statusOf(dossier, id)));
  return phases.map(({ id, title }) => {
    const round = statusOf(dossier, id) === 'at-gate' ? currentRound(dossier, id) : null;
    const stand = round && standing(dossier, id, round, day);
    const { decided = 0, electorate = 0 } = stand?.tally ?? {};
    return { phase: id, title, stand: stand && { decided, electorate, notCounting: notCounting(stand.tally) } };
  });
}

function paceOf(state: OverviewView['state'], next: Day | null, today: Day, late: OverviewView['late']): Pace {
  if (state !== 'running') return state === 'completed' ? 'done' : 'stopped';
  if (late) return 'late';
  if (next === null) return 'undated';
  return (Date.parse(next) - Date.parse(today)) / 86_400_000 <= soon ? 'watch' : 'fine';
}
