// A dossier as a board: a row for every party, a column for every phase, and how each party stands there.
import type { Window } from '../calendar.js';
import type { InSteps } from '../fold/in-steps.js';
import { decisionsIn } from '../dossier/acts.js';
import { standing } from '../stand/at-gate.js';
import { toVisit } from '../dossier/successors.js';
import { currentRound, phaseState, statusOf, type Dossier, plannedOf } from '../dossier/state.js';
import { partyOf } from '../permissions.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Phase } from '../workflow/workflow.js';
import { notCounting, standsOf, type StandFigures } from './stand-view.js';
import { dueForAll } from '../stand/term.js';
import type { Reading } from './viewer.js';

export interface BoardView {
  columns: BoardColumn[];
  rows: BoardRow[];
}

export interface BoardColumn {
  phase: Slug;
  number: string;
  title: string;
  status: PhaseStatus;
  planned: Window;
  passedOn: Day | null;
  dueOn: Day | null;
  /** Whether its gate was submitted. */
  put: boolean;
  decided: number;
  /** Whether it is no visit, but a municipality that informs its own. */
  informs: boolean;
  /** How many of those do not count (yet). */
  notCounting: number;
  asked: number;
}

export interface BoardRow {
  party: Slug;
  title: string;
  /** One for each column; null where nothing is asked of this party, or nothing was asked yet. */
  cells: (BoardCell | null)[];
}

export interface BoardCell {
  body: BodyId;
  visit: 'visited' | 'skipped' | null;
  on: Day | null;
  /** How it stands where it decides; null where it is visited. */
  stand: StandFigures | null;
}

/** Column by column, since each looks at everyone. */
export function* boardInSteps(reading: Reading): InSteps<BoardView> {
  const { phases, parties } = reading.dossier.plan.workflow;
  const columns: Column[] = [];
  for (const phase of phases) {
    columns.push(columnOf(reading, phase));
    yield;
  }
  const rows = parties.map(({ id, title }) => ({ party: id, title, cells: columns.map(({ cells }) => cells.get(id)) }));
  return {
    columns: columns.map(({ column }) => column),
    rows: rows
      .filter(({ cells }) => cells.some(Boolean))
      .map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? null) })),
  };
}

interface Column {
  column: BoardColumn;
  cells: Map<Slug, BoardCell>;
}

function columnOf(reading: Reading, phase: Phase): Column {
  const { dossier, day } = reading;
  const cells = phase.gate ? decisionsOf(reading, phase.id) : visitsOf(dossier, phase);
  const round = phase.gate ? currentRound(dossier, phase.id) : null;
  const stand = round && standing(dossier, phase.id, round, day);
  return {
    cells,
    column: {
      phase: phase.id,
      number: phase.number,
      title: phase.title,
      status: statusOf(dossier, phase.id),
      planned: plannedOf(dossier, phase),
      passedOn: phaseState(dossier, phase.id).passedOn,
      dueOn: round && dueForAll(round, day),
      put: round !== null,
      informs: phase.informs ?? false,
      decided: stand ? stand.tally.decided : [...cells.values()].filter(isDone).length,
      notCounting: stand && !round.settled ? notCounting(stand.tally) : 0,
      asked: round?.electorate.length ?? cells.size,
    },
  };
}

const isDone = ({ visit }: BoardCell): boolean => visit !== null;

function decisionsOf(reading: Reading, gate: Slug): Map<Slug, BoardCell> {
  const round = currentRound(reading.dossier, gate);
  if (!round) return new Map();
  const days = new Map(decisionsIn(reading.dossier, gate, round.number).map(({ id, decidedOn }) => [id, decidedOn]));
  return new Map(
    standsOf(reading, gate, round).map((stand) => {
      const on = days.get(stand.act ?? '') ?? null;
      return [partyOf(stand.body), { body: stand.body, visit: null, on, stand }];
    }),
  );
}

function visitsOf(dossier: Dossier, phase: Phase): Map<Slug, BoardCell> {
  if (statusOf(dossier, phase.id) === 'planned') return new Map();
  const made = new Map(phaseState(dossier, phase.id).visits.map((visit) => [visit.body, visit]));
  return new Map(
    toVisit(dossier, phase).map((body) => {
      const visit = made.get(body);
      const how = visit ? (visit.skipped ? 'skipped' : 'visited') : null;
      return [partyOf(body), { body, visit: how, on: visit?.on ?? null, stand: null }];
    }),
  );
}
