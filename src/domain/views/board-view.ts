// A dossier as a board: a row for every party, a column for every phase, and how each party stands there.
import type { Window } from '../calendar.js';
import { standing } from '../dossier/standing.js';
import { currentRound, phaseState, statusOf, type Dossier, plannedOf } from '../dossier/state.js';
import { partyOf } from '../permissions.js';
import type { Missing } from '../refusal.js';
import type { BodyId, Day, DecisionKind, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Phase } from '../workflow/workflow.js';
import { sees } from './closed.js';
import { markOf, notCounting, type Mark } from './marks.js';
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
  replyBy: Day | null;
  /** Whether the phase ends at a gate that was put. */
  put: boolean;
  decided: number;
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
  decision: DecisionKind | null;
  visit: 'visited' | 'skipped' | null;
  on: Day | null;
  /** Why it does not count (yet). */
  missing: Missing | null;
  /** How it stands where it decides. */
  mark: Mark;
}

export function boardView(reading: Reading): BoardView {
  const { phases, parties } = reading.dossier.plan.workflow;
  const columns = phases.map((phase) => columnOf(reading, phase));
  const rows = parties.map(({ id, title }) => ({ party: id, title, cells: columns.map(({ cells }) => cells.get(id)) }));
  return {
    columns: columns.map(({ column }) => column),
    rows: rows
      .filter(({ cells }) => cells.some(Boolean))
      .map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? null) })),
  };
}

interface Filled {
  column: BoardColumn;
  cells: Map<Slug, BoardCell>;
}

function columnOf(reading: Reading, phase: Phase): Filled {
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
      replyBy: round?.replyBy ?? null,
      put: round !== null,
      decided: stand ? stand.tally.decided : [...cells.values()].filter(isDone).length,
      notCounting: stand && !round.settled ? notCounting(stand) : 0,
      asked: round?.electorate.length ?? cells.size,
    },
  };
}

const isDone = ({ visit }: BoardCell): boolean => visit !== null;

function decisionsOf(reading: Reading, gate: Slug): Map<Slug, BoardCell> {
  const { dossier, day } = reading;
  const round = currentRound(dossier, gate);
  if (!round) return new Map();
  return new Map(
    standing(dossier, gate, round, day).bodies.map((stand) => {
      const { body, decision, missing } = stand;
      const shown = decision?.withdrawn === null && sees(reading, decision) ? decision : null;
      const said = { decision: shown?.kind ?? null, visit: null, on: shown?.decidedOn ?? null };
      return [partyOf(body), { body, ...said, missing, mark: markOf(stand) }];
    }),
  );
}

function visitsOf(dossier: Dossier, phase: Phase): Map<Slug, BoardCell> {
  if (statusOf(dossier, phase.id) === 'planned') return new Map();
  const made = new Map(phaseState(dossier, phase.id).visits.map((visit) => [visit.body, visit]));
  return new Map(
    phase.visits.map((body) => {
      const visit = made.get(body);
      const how = visit ? (visit.skipped ? 'skipped' : 'visited') : null;
      return [
        partyOf(body),
        { body, decision: null, visit: how, on: visit?.on ?? null, missing: null, mark: 'waiting' },
      ];
    }),
  );
}
