// The stored events of a dossier as lines of its log.
import { erased } from '../domain/views/decision-view.js';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { BodyId, DecisionKind, Id } from '../domain/vocabulary.js';
import { hiddenBehind } from '../domain/views/closed.js';
import type { Reading } from '../domain/views/viewer.js';
import type { SealedEvent } from '../store/seal.js';
import { closedSentence, nameOfText, sentenceOfEvent, type Names } from '../wording/log.js';
import { decisionWords, roleWords } from '../wording/words.js';
import type { Addresses } from './pages/addresses.js';
import { titleOf } from './pages/body-lines.js';
import type { LogLine } from './pages/log.js';

/** Which events each filter shows. */
export const logFilters: Record<string, RegExp> = {
  alles: /./,
  besluiten: /^(Decision|Condition)/,
  conclusies: /^Gate(Ruled|Split|Reopened)/,
  fasen: /^(Dossier|Phase|Body|GateSubmitted)/,
};

/** The newest day first, and within a day what was recorded last. Findings of a visit are shown to those alone who may see them. */
export function logLines(reading: Reading, events: readonly SealedEvent[], at: Addresses): LogLine[] {
  const { dossier, viewer } = reading;
  const kinds = new Map<Id, DecisionKind>();
  for (const { event } of events)
    if ('kind' in event.facts && hiddenBehind(reading, event) === null)
      kinds.set(event.facts.decision, event.facts.kind);
  return events
    .map(({ event, texts }): LogLine => {
      const { sequence, on, recordedAt, hash, facts, recordedBy } = event;
      const closed = event.type === 'BodyVisited' && !viewer.seesFindingsOf(event.facts.body);
      const shown = Object.entries(texts).filter(([key]) => !(closed && key.startsWith('findings/')));
      const former = formerOf(event, kinds);
      const role = roleWords[facts.by.role];
      const name = viewer.nameOf(recordedBy);
      const who = name === null ? role : `${name} (${role})`;
      const hidden = hiddenBehind(reading, event);
      const place = { sequence, recordedAt, hash, type: event.type, who };
      if (hidden !== null)
        return {
          ...place,
          on: recordedAt.slice(0, 10),
          sentence: closedSentence(titleOf(dossier.plan, hidden)),
          details: [],
          source: null,
          href: null,
        };
      return {
        ...{ ...place, on },
        sentence: sayEvent(dossier, event, former),
        details: shown.map(([key, { text }]) => [nameOfText(key), text ?? erased]),
        source: texts.source?.text ?? null,
        href: hrefOf(event, at),
      };
    })
    .sort((a, b) => b.on.localeCompare(a.on) || b.sequence - a.sequence);
}

/** An event in one Dutch sentence. @param former the kind of the decision that it replaces, where that is shown */
export function sayEvent(dossier: Dossier, event: DossierEvent, former: DecisionKind | null): string {
  const { plan } = dossier;
  const names: Names = {
    phase: (id) => plan.phases.get(id)?.title ?? id,
    body: (id) => titleOf(plan, id),
    gate: (id) => plan.gates.get(id)?.title ?? id,
    option: (gate, id) => plan.gates.get(gate)?.options.find((option) => option.id === id)?.title ?? id,
  };
  return sentenceOfEvent(event, names, former && decisionWords[former], names.body(bodyOf(event, dossier)));
}

/** The kind of the decision that this event replaces. */
function formerOf(event: DossierEvent, kinds: ReadonlyMap<Id, DecisionKind>): DecisionKind | null {
  if (event.type === 'DecisionCorrected') return kinds.get(event.facts.corrects) ?? null;
  return event.type === 'DecisionRevised' ? (kinds.get(event.facts.revises) ?? null) : null;
}

/** Whose decision or condition an event is about. */
function bodyOf(event: DossierEvent, { conditions, rounds }: Dossier): BodyId {
  if (event.type === 'ConditionAnswered') return conditions[event.facts.condition]?.body ?? '';
  if (!('decision' in event.facts)) return '';
  const { gate, decision } = event.facts;
  return rounds[gate]?.flatMap(({ decisions }) => decisions).find(({ id }) => id === decision)?.body ?? '';
}

function hrefOf({ facts }: DossierEvent, at: Addresses): string | null {
  if (!('gate' in facts)) return null;
  return 'decision' in facts ? at.decision(facts.gate, facts.decision) : at.gate(facts.gate);
}
