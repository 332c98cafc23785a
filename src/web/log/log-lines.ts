// The stored events of a dossier as lines of its log.
import { erased } from '../../domain/facts/shown.js';
import type { DossierEvent, EventType } from '../../domain/dossier/events.js';
import { phaseNow } from '../../domain/dossier/migration.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { now } from '../../domain/fold/history.js';
import type { BodyId, DossierId, Id } from '../../domain/vocabulary.js';
import type { LoggedEvent } from '../../app/readings.js';
import { subjectOf } from '../../domain/dossier/release.js';
import { saidStand } from '../../domain/views/stand-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { ToldDecision } from '../../wording/log/log.js';
import type { Wording } from '../../wording/wording.js';
import { mendedIn } from '../../app/mended-lines.js';
import { addressesOf, type Addresses } from '../pages/addresses.js';
import { detailsOf } from './log-details.js';
import type { Elsewhere, LogLine } from '../pages/log/log.js';

/** Under which filter each event is found, beside the one that shows all. */
const filterOf: Record<EventType, 'besluiten' | 'conclusies' | 'voorleggen' | 'fasen'> = {
  DecisionRecorded: 'besluiten',
  DecisionCorrected: 'besluiten',
  DecisionRevised: 'besluiten',
  DecisionConfirmed: 'besluiten',
  DecisionDisputed: 'besluiten',
  DecisionWithdrawn: 'besluiten',
  DecisionReleased: 'besluiten',
  ListAdopted: 'besluiten',
  SecrecyLifted: 'besluiten',
  PointAnswered: 'besluiten',
  RemarkAnswered: 'besluiten',
  ConditionAnswered: 'besluiten',
  GateRuled: 'conclusies',
  GateSplit: 'conclusies',
  GateReopened: 'conclusies',
  GateSubmitted: 'voorleggen',
  GateWithdrawn: 'voorleggen',
  ProposalRevised: 'voorleggen',
  ReceiptRecorded: 'voorleggen',
  ItemScheduled: 'voorleggen',
  TermExtended: 'voorleggen',
  PaperLaid: 'voorleggen',
  CriterionStated: 'voorleggen',
  ElectorateChanged: 'voorleggen',
  BodyLeft: 'voorleggen',
  RuleAmended: 'voorleggen',
  AmendmentNotified: 'voorleggen',
  DossierStarted: 'fasen',
  DossierMigrated: 'fasen',
  DossierStopped: 'fasen',
  PhaseStarted: 'fasen',
  PhaseCompleted: 'fasen',
  PhaseReworked: 'fasen',
  PhasePlanned: 'fasen',
  BodyVisited: 'fasen',
  PublicationRecorded: 'fasen',
  MeetingRecorded: 'fasen',
  FactRecorded: 'fasen',
  PartiesMerged: 'fasen',
  MandateRecorded: 'besluiten',
  MandateEnded: 'besluiten',
  MandateConfirmed: 'besluiten',
};

export const isShownUnder = (filter: string, { type }: DossierEvent): boolean =>
  filter === 'alles' || filterOf[type] === filter;

/** The newest day first, and within a day what was recorded last. */
export const newestFirst = (a: LoggedEvent, b: LoggedEvent): number =>
  b.on.localeCompare(a.on) || b.event.sequence - a.event.sequence;

/** What a decision said, and of whom it and its conditions are: what later events about them are told with. */
interface Said {
  decisions: ReadonlyMap<Id, ToldDecision>;
  bodies: ReadonlyMap<Id, BodyId>;
}

function saidIn(events: readonly LoggedEvent[]): Said {
  const decisions = new Map<Id, ToldDecision>();
  const bodies = new Map<Id, BodyId>();
  for (const { event, hidden } of events)
    if ('kind' in event.facts && hidden === null) {
      const { decision, body, conditions = [] } = event.facts;
      decisions.set(decision, event.facts);
      for (const id of [decision, ...conditions.map((condition) => condition.id)]) bodies.set(id, body);
    }
  return { decisions, bodies };
}

/** Of whom the decisions and conditions are that are shown in it. */
export const bodiesSaidIn = (events: readonly LoggedEvent[]): ReadonlyMap<Id, BodyId> => saidIn(events).bodies;

function whoIn({ recordedBy, facts }: DossierEvent, viewer: Reading['viewer'], wording: Wording): string {
  const role = wording.roleWords[facts.by.role];
  const name = viewer.nameOf(recordedBy);
  const who = name === null ? role : `${name} (${role})`;
  return facts.by.link ? `${who}, ${wording.linkUseWords[facts.by.link]}` : who;
}

/** What the one who looks may do with lines, and know of other dossiers that these name. */
interface Known {
  mayCorrect?: (event: DossierEvent) => boolean;
  /** Of those that may be seen. */
  titles?: ReadonlyMap<DossierId, string | null>;
}

/** The dossier to which a decision belongs that was recorded here. */
const dossierNamedBy = ({ facts }: DossierEvent): DossierId | null =>
  ('answers' in facts ? facts.belongsTo : undefined) ?? null;

/** The dossiers that these lines name, as far as they are shown. */
export const dossiersNamedIn = (lines: readonly LoggedEvent[]): DossierId[] =>
  lines.flatMap(({ event, hidden }) => (hidden === null ? (dossierNamedBy(event) ?? []) : []));

/**
 * Some of the events of a log, told.
 * @param all with the decisions that these are about
 */
export const logLines = (
  reading: Reading,
  all: readonly LoggedEvent[],
  some: readonly LoggedEvent[],
  at: Addresses,
  wording: Wording,
  known: Known = {},
): LogLine[] => some.map(logTeller(reading, all, at, wording, known));

/** What tells any of these events: it looks at all of them once. Findings of a visit are shown to those alone who may see them. */
export function logTeller(
  reading: Reading,
  all: readonly LoggedEvent[],
  at: Addresses,
  wording: Wording,
  { mayCorrect = () => false, titles = new Map() }: Known = {},
): (one: LoggedEvent) => LogLine {
  const { sayEvent } = wording;
  const { dossier, viewer } = reading;
  const { decisions, bodies } = saidIn(all);
  const { mendedBy, mends, placeOf } = mendedIn(dossier, all);
  return ({ event, on, hidden }): LogLine => {
    const { sequence, recordedAt, hash } = event;
    if (hidden !== null) return closedLine({ event, on }, wording);
    const of = placeOf(sequence);
    const mended = mendedBy.get(sequence);
    const source = dossier.source === null ? null : (event.texts.source ?? null);
    return {
      sequence,
      type: event.type,
      on,
      sentence: sayEvent(dossier, event, formerOf(event, decisions), bodies.get(subjectOf(event) ?? ''), of),
      details: detailsOf(event, reading, { place: of, isSourceApart: source !== null }, wording),
      elsewhere: elsewhereOf(dossierNamedBy(event), titles, wording),
      source,
      recordedAt,
      who: whoIn(event, viewer, wording),
      hash,
      href: hrefOf(event, of, dossier, at),
      mends: mends.get(sequence) ?? null,
      mended: mended
        ? {
            sequence: mended.sequence,
            at: mended.recordedAt,
            who: whoIn(mended, viewer, wording),
            why: mended.texts['correction/reason'] ?? mended.texts.reason ?? erased,
          }
        : null,
      correct: mayCorrect(event) ? at.now.correct(sequence) : null,
      said: saidBy(event),
    };
  };
}

/** What sort of event it is, or of whom, would tell of what it says. */
const closedLine = (
  { event: { sequence, recordedAt, hash, facts }, on }: Pick<LoggedEvent, 'event' | 'on'>,
  { closedSentence, roleWords }: Wording,
): LogLine => ({
  ...{ sequence, on, recordedAt, hash, type: 'DecisionRecorded', sentence: closedSentence },
  ...{ who: roleWords[facts.by.role], details: [], elsewhere: null, source: null, href: null },
  ...{ mends: null, mended: null, correct: null, said: null },
});

/** What a decision says, and of whom; null for other events. */
const saidBy = ({ facts }: DossierEvent): LogLine['said'] =>
  'answers' in facts ? { body: facts.body, ...saidStand(facts) } : null;

/** Where a decision belongs: a dossier that may be seen by its title, with where it is. */
export function elsewhereOf(
  id: DossierId | null,
  titles: ReadonlyMap<DossierId, string | null>,
  { nameOfFact, receipt }: Wording,
): Elsewhere | null {
  if (id === null) return null;
  const name = nameOfFact('belongsTo');
  if (!titles.has(id)) return { name, title: receipt.unseenDossier, href: null };
  return { name, title: titles.get(id) ?? erased, href: addressesOf(id, now).dossier };
}

/** The decision that this event replaces. */
function formerOf(event: DossierEvent, decisions: Said['decisions']): ToldDecision | null {
  if (event.type === 'DecisionCorrected') return decisions.get(event.facts.corrects) ?? null;
  return event.type === 'DecisionRevised' ? (decisions.get(event.facts.revises) ?? null) : null;
}

/** To what it is about, under the name that it has now; null when it is about no gate. */
function hrefOf({ facts }: DossierEvent, sequence: number, dossier: Dossier, at: Addresses): string | null {
  if (!('gate' in facts)) return null;
  const gate = phaseNow(dossier, sequence, facts.gate);
  if (gate === null || !dossier.plan.gates.has(gate)) return null;
  return 'decision' in facts ? at.decision(gate, facts.decision) : at.gate(gate);
}
