// The stored events of a dossier as lines of its log.
import { erased } from '../domain/facts/shown.js';
import type { DossierEvent, EventType } from '../domain/dossier/events.js';
import { phaseNow, planAt } from '../domain/dossier/migration.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { BodyId, DecisionKind, Id } from '../domain/vocabulary.js';
import { titleOf, type Plan } from '../domain/workflow/plan.js';
import type { LoggedEvent } from '../app/reading.js';
import { subjectOf } from '../domain/dossier/release.js';
import { saidFacts, tableOfEvent } from '../domain/dossier/said.js';
import type { Reading } from '../domain/views/viewer.js';
import { sayEvent } from '../wording/log-sentence.js';
import { factValue, nameOfFact, wordsOfFact } from '../wording/fact-names.js';
import { closedSentence, toldInSentence } from '../wording/log.js';
import { roleWords } from '../wording/words.js';
import type { Addresses } from './pages/addresses.js';
import type { LogLine } from './pages/log.js';

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
  ElectorateChanged: 'voorleggen',
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
  MeetingRecorded: 'fasen',
  FactRecorded: 'fasen',
};

export const isShownUnder = (filter: string, { type }: DossierEvent): boolean =>
  filter === 'alles' || filterOf[type] === filter;

/** The newest day first, and within a day what was recorded last. */
export const newestFirst = (a: LoggedEvent, b: LoggedEvent): number =>
  b.on.localeCompare(a.on) || b.event.sequence - a.event.sequence;

/** What a decision said, and of whom it and its conditions are: what later events about them are told with. */
interface Said {
  kinds: ReadonlyMap<Id, DecisionKind>;
  bodies: ReadonlyMap<Id, BodyId>;
}

function saidIn(events: readonly LoggedEvent[]): Said {
  const kinds = new Map<Id, DecisionKind>();
  const bodies = new Map<Id, BodyId>();
  for (const { event, hidden } of events)
    if ('kind' in event.facts && hidden === null) {
      const { decision, kind, body, conditions = [] } = event.facts;
      kinds.set(decision, kind);
      for (const id of [decision, ...conditions.map((condition) => condition.id)]) bodies.set(id, body);
    }
  return { kinds, bodies };
}

/**
 * Some of the events of a log, told. Findings of a visit are shown to those alone who may see them.
 * @param all with the decisions that these are about
 */
export function logLines(
  reading: Reading,
  all: readonly LoggedEvent[],
  some: readonly LoggedEvent[],
  at: Addresses,
): LogLine[] {
  const { dossier, viewer } = reading;
  const { kinds, bodies } = saidIn(all);
  return some.map(({ event, on, hidden }): LogLine => {
    const { sequence, recordedAt, hash, facts, recordedBy, texts } = event;
    const closed = event.type === 'BodyVisited' && !viewer.seesFindingsOf(event.facts.body);
    const shown = Object.entries(texts).filter(
      // What was shown to the recorder stands at the gate itself.
      ([key]) => !(closed && key.startsWith('findings/')) && !key.startsWith('said/'),
    );
    const former = formerOf(event, kinds);
    const role = roleWords[facts.by.role];
    const name = viewer.nameOf(recordedBy);
    const who = name === null ? role : `${name} (${role})`;
    const place = { sequence, on, recordedAt, hash, type: event.type, who };
    const source = dossier.source === null ? null : (texts.source ?? null);
    if (hidden !== null) {
      const sentence = closedSentence(titleOf(dossier.plan, hidden));
      return { ...place, sentence, details: [], source: null, href: null };
    }
    return {
      ...place,
      sentence: sayEvent(dossier, event, former, bodies.get(subjectOf(event) ?? '')),
      details: [
        ...factLines(event, planAt(dossier, sequence)),
        ...shown
          .filter(([key]) => key !== 'source' || source === null)
          .map(([key, text]): [string, string] => [
            goalOf(event, key, planAt(dossier, sequence)) ?? nameOfFact(key, tableName(event)),
            text ?? erased,
          ]),
      ],
      source,
      href: hrefOf(event, dossier, at),
    };
  });
}

/** The facts that its sentence does not say, by their names and in the words of the plan that held. */
function factLines(event: DossierEvent, plan: Plan): [string, string][] {
  const told = toldInSentence[event.type] ?? [];
  return saidFacts(tableOfEvent[event.type], { ...event.facts })
    .filter(([place]) => !told.includes(place.split('/', 1)[0] ?? ''))
    .map(([place, value]): [string, string] => [
      nameOfFact(place, tableName(event)),
      valueAt(place, value, event, plan),
    ])
    .filter(([, words]) => words !== '');
}

/** Under which name the words know a table in which a name means something else. */
const tableName = ({ type }: DossierEvent): string =>
  /^Decision(Recorded|Corrected|Revised)$/.test(type) ? 'record-decision' : '';

function valueAt(place: string, value: unknown, event: DossierEvent, plan: Plan): string {
  const { facts } = event;
  const last = place.slice(place.lastIndexOf('/') + 1);
  if (last === 'body') return titleOf(plan, String(value));
  if (last === 'gate') return plan.gates.get(String(value))?.title ?? String(value);
  if (last === 'option' && 'gate' in facts)
    return plan.gates.get(facts.gate)?.options.find(({ id }) => id === value)?.title ?? String(value);
  return factValue(value, wordsOfFact(place, tableName(event)));
}

/** The title of the goal that a text is the value of. */
function goalOf(event: DossierEvent, key: string, plan: Plan): string | undefined {
  if (event.type !== 'MeetingRecorded') return undefined;
  const goals = plan.phases.get(event.facts.phase)?.recurs?.goals;
  return goals?.find(({ id }) => key === `values/${id}`)?.title;
}

/** The kind of the decision that this event replaces. */
function formerOf(event: DossierEvent, kinds: ReadonlyMap<Id, DecisionKind>): DecisionKind | null {
  if (event.type === 'DecisionCorrected') return kinds.get(event.facts.corrects) ?? null;
  return event.type === 'DecisionRevised' ? (kinds.get(event.facts.revises) ?? null) : null;
}

/** To what it is about, under the name that it has now; null when it is about no gate. */
function hrefOf({ sequence, facts }: DossierEvent, dossier: Dossier, at: Addresses): string | null {
  if (!('gate' in facts)) return null;
  const gate = phaseNow(dossier, sequence, facts.gate);
  if (gate === null || !dossier.plan.gates.has(gate)) return null;
  return 'decision' in facts ? at.decision(gate, facts.decision) : at.gate(gate);
}
