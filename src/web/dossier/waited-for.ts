// For what a turn of another waits: in few words, since whose turn it is stands beside them.
import { currentRound, type Dossier } from '../../domain/dossier/state.js';
import { standing } from '../../domain/stand/at-gate.js';
import type { Stand } from '../../domain/stand/stand.js';
import { isDeciding, type Turn } from '../../domain/turns/turn.js';
import { standFigures } from '../../domain/views/stand-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Person } from '../../domain/permissions.js';
import type { BodyId, Day, Slug } from '../../domain/vocabulary.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';
import { mayRemind } from './may-remind.js';
import { standParts } from '../pages/body-lines.js';
import type { WaitedFor } from '../pages/lists/waiting.js';

export interface Looking {
  reading: Reading;
  person: Person;
  today: Day;
  wording: Wording;
}

/** @param asked what its turn asks, where nothing shorter says so */
export function waitedFor(turn: Turn, asked: () => string, looking: Looking): WaitedFor {
  const { body, gate, phase } = turn;
  const { capital, roleWords } = looking.wording;
  const who = body === null ? capital(roleWords['process-lead']) : titleOf(looking.reading.dossier.plan, body);
  return { who, reach: mayRemind(looking, gate ?? phase) ? body : null, what: whatOf(turn, looking) ?? asked() };
}

function whatOf(turn: Turn, looking: Looking): string | null {
  const wait = waitOf(turn, looking);
  if (wait === null) return null;
  const soFar = wait === 'decide' || wait === 'respond' ? standsSoFar(turn, looking) : null;
  return [looking.wording.stepWords.waitsFor[wait], ...(soFar === null ? [] : [soFar])].join(': ');
}

type Wait = keyof Wording['stepWords']['waitsFor'];

/** Who decided and did not release it has not to decide. */
function waitOf(turn: Turn, { reading: { dossier }, today }: Looking): Wait | null {
  const { what, phase, gate, body } = turn;
  if (what === 'publish') return body === null ? null : what;
  if (what === 'confirm' || what === 'adopt-list' || what === 'answer-condition') return what;
  if (!isDeciding(turn)) return null;
  const stand = standAt(dossier, gate, body, today);
  if (stand?.why === 'announced' && stand.decision === null) return 'release';
  return askedAt(dossier.plan, gate ?? phase) === 'response' ? 'respond' : 'decide';
}

function standsSoFar({ gate, body, phase }: Turn, { reading, today, wording }: Looking): string | null {
  const stand = standAt(reading.dossier, gate, body, today);
  if (stand === null || stand.why === 'silent') return null;
  const asked = askedAt(reading.dossier.plan, gate ?? phase);
  const shown = wording.standOnPage(standFigures(reading, stand, asked));
  return standParts({ stand: shown, agenda: null, answeredBy: null }, wording).join(', ');
}

/** Null where the gate is not put, or the body is not asked there. */
export function standAt(dossier: Dossier, gate: Slug | null, body: BodyId | null, today: Day): Stand | null {
  const round = gate === null ? null : currentRound(dossier, gate);
  if (gate === null || !round) return null;
  return standing(dossier, gate, round, today).standOf.get(body ?? '') ?? null;
}
