// Every command on a running dossier as a call: where it is, what it is sent, what it answers. A new command is a line.
import type { DryRunResult } from '../app/dossiers.js';
import { kindOf, type CommandName, type PayloadOf } from '../domain/commands/commands.js';
import type { EventType } from '../domain/dossier/events.js';
import { correctionTable } from '../domain/facts/correcting.js';
import type { Facts } from '../domain/facts/fact.js';
import { kindRecordedBy } from '../domain/fold/fact-kinds.js';
import {
  conditionDone,
  decisionDone,
  dossierDone,
  gateDone,
  phaseDone,
  rulingDone,
  type CommandAnswer,
} from './command-answers.js';
import { dryRunReport } from './migration-answer.js';
import { wordingAsked } from '../http/language.js';

export interface Call<N extends CommandName = CommandName> {
  command: N;
  /** After the address of the dossier. */
  path: string;
  says: Facts;
  /** How what it records is corrected, and the event that keeps it. */
  corrects?: Facts | undefined;
  fact?: EventType | undefined;
  answer: CommandAnswer;
  dryRun?: DryRun<N>;
}

/** How it is told what a command would do, where a request can ask for that. */
interface DryRun<N extends CommandName> {
  schema: string;
  isAsked(payload: PayloadOf<N>): boolean;
  render(tried: DryRunResult, payload: PayloadOf<N>): string;
}

const call = <N extends CommandName>(command: N, path: string, answer: CommandAnswer, dryRun?: DryRun<N>): Call => {
  const { says } = kindOf(command);
  const made: Call<N> = { command, path, says, answer, dryRun };
  const corrected = kindRecordedBy(command);
  if (corrected) Object.assign(made, { corrects: correctionTable(corrected.says), fact: corrected.fact.type });
  return made; // each is given with its own payload
};

const phase = 'phases/:phase';
const gate = 'gates/:gate';
const decision = `${gate}/decisions/:decision`;

export const calls: readonly Call[] = [
  call('start-phase', `${phase}/starts`, phaseDone),
  call('complete-phase', `${phase}/completions`, phaseDone),
  call('rework-phase', `${phase}/reworks`, phaseDone),
  call('visit-body', `${phase}/visits`, phaseDone),
  call('record-publication', `${phase}/publications`, phaseDone),
  call('plan-phase', `${phase}/plans`, phaseDone),
  call('record-meeting', `${phase}/meetings`, phaseDone),

  call('submit-gate', `${gate}/submissions`, gateDone),
  call('withdraw-gate', `${gate}/withdrawn-submissions`, gateDone),
  call('revise-proposal', `${gate}/proposals`, gateDone),
  call('record-receipt', `${gate}/receipts`, gateDone),
  call('schedule-item', `${gate}/agendas`, gateDone),
  call('extend-term', `${gate}/extensions`, gateDone),
  call('lay-paper', `${gate}/papers`, gateDone),
  call('state-criterion', `${gate}/criterion-statements`, gateDone),
  call('change-electorate', `${gate}/electorate-changes`, gateDone),
  call('leave-gate', `${gate}/exits`, gateDone),
  call('amend-rule', `${gate}/rule-amendments`, gateDone),
  call('notify-amendment', `${gate}/rule-notices`, gateDone),
  call('rule-gate', `${gate}/rulings`, rulingDone),
  call('split-gate', `${gate}/splits`, gateDone),
  call('reopen-gate', `${gate}/reopenings`, gateDone),

  call('record-decision', `${gate}/decisions`, decisionDone),
  call('withdraw-decision', `${gate}/withdrawals`, gateDone),
  call('confirm-decision', `${decision}/confirmations`, decisionDone),
  call('release-decision', `${decision}/releases`, decisionDone),
  call('adopt-list', `${decision}/list-adoptions`, decisionDone),
  call('lift-secrecy', `${decision}/secrecy-lifts`, decisionDone),
  call('answer-point', `${decision}/point-answers`, decisionDone),
  call('answer-remark', `${decision}/remark-answers`, decisionDone),
  call('answer-condition', `${gate}/conditions/:condition/answers`, conditionDone),

  call('record-fact', 'facts', dossierDone),
  call('record-mandate', 'mandates', dossierDone),
  call('end-mandate', 'mandate-ends', dossierDone),
  call('confirm-mandate', 'mandate-confirmations', dossierDone),
  call('merge-parties', 'mergers', dossierDone),
  call('migrate-dossier', 'migrations', dossierDone, {
    schema: 'MigrationReport',
    isAsked: ({ dryRun }) => dryRun === true,
    render: (tried, asked) => dryRunReport(tried, asked, wordingAsked()),
  }),
  call('stop-dossier', 'stops', dossierDone),
];
