// The stored events of a dossier as lines of its log.
import type { Facts } from '../../domain/facts/fact.js';
import { kindOfFact } from '../../domain/fold/fact-kinds.js';
import { erased } from '../../domain/facts/shown.js';
import type { DossierEvent, EventType } from '../../domain/dossier/events.js';
import { phaseNow, planAt } from '../../domain/dossier/migration.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { now } from '../../domain/fold/history.js';
import type { BodyId, DossierId, Id } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { LoggedEvent } from '../../app/readings.js';
import { subjectOf } from '../../domain/dossier/release.js';
import { saidFacts, tableOfEvent, type SaidFact } from '../../domain/dossier/said.js';
import { saidStand } from '../../domain/views/stand-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import { seesText } from '../../domain/views/visibility.js';
import type { ToldDecision } from '../../wording/log/log.js';
import type { Wording } from '../../wording/wording.js';
import { mendedIn } from '../../app/mended-lines.js';
import { addressesOf, type Addresses } from '../pages/addresses.js';
import type { Elsewhere, LogDetail, LogLine } from '../pages/log/log.js';
import { saidValue } from '../pages/said-value.js';

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
  const { closedSentence, sayEvent } = wording;
  const { dossier, viewer } = reading;
  const { decisions, bodies } = saidIn(all);
  const { mendedBy, mends, placeOf } = mendedIn(dossier, all);
  return ({ event, on, hidden }): LogLine => {
    const { sequence, recordedAt, hash, facts, texts } = event;
    const shown = Object.entries(texts).filter(
      // What was shown to the recorder stands at the gate itself.
      ([key]) => seesText(viewer, event, key) && !key.startsWith('said/'),
    );
    const former = formerOf(event, decisions);
    const mended = mendedBy.get(sequence);
    const of = placeOf(sequence);
    const place = {
      ...{ sequence, on, recordedAt, hash, type: event.type, who: whoIn(event, viewer, wording) },
      mends: mends.get(sequence) ?? null,
      mended: mended
        ? {
            sequence: mended.sequence,
            at: mended.recordedAt,
            who: whoIn(mended, viewer, wording),
            why: mended.texts['correction/reason'] ?? mended.texts.reason ?? erased,
          }
        : null,
      correct: hidden === null && mayCorrect(event) ? at.now.correct(sequence) : null,
    };
    const source = dossier.source === null ? null : (texts.source ?? null);
    if (hidden !== null) {
      // What sort of event it is, or of whom, would tell of what it says.
      const none = { source: null, href: null, mends: null, mended: null, correct: null, said: null };
      const nothing = { details: [], elsewhere: null, ...none };
      const who = wording.roleWords[facts.by.role];
      return { ...place, ...nothing, type: 'DecisionRecorded', sentence: closedSentence, who };
    }
    return {
      ...place,
      sentence: sayEvent(dossier, event, former, bodies.get(subjectOf(event) ?? ''), of),
      details: asTabled(tableOfEvent[event.type], [
        ...factLines(event, planAt(dossier, of), wording, isOnlyVersion(dossier, event)),
        ...textLines(
          event,
          shown.filter(([key]) => key !== 'source' || source === null),
          planAt(dossier, of),
          wording,
        ),
      ]),
      elsewhere: elsewhereOf(dossierNamedBy(event), titles, wording),
      source,
      href: hrefOf(event, of, dossier, at),
      said: 'answers' in facts ? { body: facts.body, ...saidStand(facts) } : null,
    };
  };
}

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

/** Where one version was put, that a decision is about it goes without saying. */
const isOnlyVersion = ({ rounds }: Dossier, { facts }: DossierEvent): boolean =>
  'answers' in facts &&
  !(
    rounds[facts.gate]?.some(
      (round) => round.number === facts.round && round.proposals.some((one) => one.version > 1),
    ) ?? false
  );

/** Where it stands in what was said, its name and its words. */
export type TextLine = [place: string, name: string, words: string];

/** In the order of its table, entry by entry: the event keeps facts and texts apart. What no table says comes last. */
function asTabled(table: Facts, details: readonly TextLine[]): LogDetail[] {
  const names = (rows: object): string[] => Object.keys(rows);
  const orderOf = (place: string): number[] => {
    const [row = '', ...inRow] = place.split('/');
    const at = names(table).indexOf(row);
    const inner = names(table[row]?.of ?? {});
    return [at < 0 ? Infinity : at, ...inRow.map((step) => (/^\d+$/.test(step) ? Number(step) : inner.indexOf(step)))];
  };
  return details
    .map((detail) => ({ detail, order: orderOf(detail[0]) }))
    .sort(({ order: one }, { order: other }) => {
      const i = one.findIndex((step, j) => step !== other[j]);
      return i < 0 ? 0 : (one[i] ?? 0) < (other[i] ?? 0) ? -1 : 1;
    })
    .map(({ detail: [place, name, words] }) => [name, words, /(^|\/)file$/.test(place)]);
}

/** The facts that its sentence does not say, by their names and in the words of the plan that held. */
function factLines(event: DossierEvent, plan: Plan, wording: Wording, onlyVersion: boolean): TextLine[] {
  const told = [
    ...(wording.toldInSentence[event.type] ?? []),
    ...(onlyVersion ? ['proposalVersion'] : []),
    'belongsTo', // by its title
  ];
  const gate = 'gate' in event.facts ? event.facts.gate : undefined;
  const where = { plan, gate, table: tableName(event), wording };
  return [...saidFacts(tableOfEvent[event.type], { ...event.facts }), ...namedIn(event)]
    .filter(([place]) => !told.includes(place.split('/', 1)[0] ?? ''))
    .map(([place, value]): TextLine => [
      place,
      wording.nameOfFact(place, tableName(event)),
      saidValue(place, value, where),
    ])
    .filter(([, , words]) => words !== '');
}

/** Some of its texts, by their names. */
export const textLines = (
  event: DossierEvent,
  texts: readonly [key: string, text: string | null | undefined][],
  plan: Plan,
  { nameOfFact }: Wording,
): TextLine[] =>
  texts.map(([key, text]) => [key, goalOf(event, key, plan) ?? nameOfFact(key, tableName(event)), text ?? erased]);

/** Bodies that an event keeps by itself. */
function namedIn({ type, facts }: DossierEvent): SaidFact[] {
  if (type === 'GateRuled') return [['dissent', facts.dissent]];
  if (type === 'ProposalRevised') return [['textualMandate', facts.textualMandate]];
  return type === 'RuleAmended' && facts.atOnce ? [['agreedBy', facts.atOnce.agreedBy]] : [];
}

/** Under which name the words know a table in which a name means something else. */
const tableName = ({ type }: DossierEvent): string =>
  /^Decision(Recorded|Corrected|Revised)$/.test(type) ? 'record-decision' : (kindOfFact(type)?.name ?? '');

/** The title of the goal that a text is the value of. */
function goalOf(event: DossierEvent, key: string, plan: Plan): string | undefined {
  if (event.type !== 'MeetingRecorded') return undefined;
  const goals = plan.phases.get(event.facts.phase)?.recurs?.goals;
  return goals?.find(({ id }) => key === `values/${id}`)?.title;
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
