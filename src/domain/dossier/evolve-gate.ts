// A submission, what happens to it while it is open, and a ruling, as the record keeps them.
import type { Explanation } from '../rule.js';
import type { BodyId } from '../vocabulary.js';
import { changedBy } from './electorate.js';
import type { EventOf, StoredExplanation, Texts } from './events.js';
import { read } from '../facts/keeping.js';
import { conclusionFacts, submissionFacts } from '../facts/of-gates.js';
import type { AgendaItem, Round, Ruling, Settled, Terms } from './state.js';
import { recordedFrom } from './recorded.js';

export function roundFrom({ facts, texts, on, sequence }: EventOf<'GateSubmitted'>, terms: Terms): Round {
  const said = read(submissionFacts, facts, texts);
  const first = said.proposal && {
    ...said.proposal,
    on,
    sha256: facts.sha256 ?? null,
    version: 1,
    sequence,
    textualMandate: [],
  };
  return {
    ...said,
    number: facts.round,
    terms,
    submittedOn: on,
    proposals: first ? [first] : [],
    added: (facts.questions ?? []).map((id) => ({ id, text: texts[`questions/${id}`] ?? null })),
    electorate: facts.electorate,
    electorateChanges: [],
    receipts: {},
    agendas: {},
    withdrawn: null,
    rule: facts.rule,
    ruleTold: facts.ruleText ?? texts['said/rule'] ?? null,
    decisions: [],
    rulings: [],
    split: null,
    settled: null,
  };
}

/** What changes an open round; decisions and rulings have their own. */
export type AtRound = EventOf<
  'GateWithdrawn' | 'ProposalRevised' | 'ReceiptRecorded' | 'ItemScheduled' | 'ElectorateChanged'
>;

export function changedRound(round: Round, event: AtRound): Round {
  const { on, texts, sequence } = event;
  const reason = texts.reason ?? null;
  switch (event.type) {
    case 'GateWithdrawn':
      return { ...round, withdrawn: { on, reason } };
    case 'ProposalRevised': {
      const { version, sha256 = null, textualMandate } = event.facts;
      const text = { title: texts['proposal/title'] ?? null, url: texts['proposal/url'] ?? null };
      return { ...round, proposals: [...round.proposals, { on, ...text, sha256, version, sequence, textualMandate }] };
    }
    case 'ReceiptRecorded':
      return { ...round, receipts: { ...round.receipts, [event.facts.body]: on } };
    case 'ItemScheduled':
      return { ...round, agendas: scheduled(round, event) };
    case 'ElectorateChanged': {
      const { joins, leaves, merges } = event.facts;
      const change = { on, reason, joins, leaves, merges, sequence };
      return {
        ...round,
        electorate: changedBy(round.electorate, change),
        electorateChanges: [...round.electorateChanges, change],
      };
    }
  }
}

function scheduled({ agendas }: Round, { facts }: EventOf<'ItemScheduled'>): Record<BodyId, AgendaItem> {
  const { body, meetingOn, stage, withdrawn } = facts;
  const { [body]: _former, ...others } = agendas;
  return withdrawn ? others : { ...others, [body]: { meetingOn, stage } };
}

export function rulingFrom(event: EventOf<'GateRuled'>): Ruling {
  const { facts, texts } = event;
  return {
    ...read(conclusionFacts, facts, texts),
    id: facts.id,
    round: facts.round,
    ruling: facts.ruling,
    outcome: facts.outcome,
    ruledOn: event.on,
    dissent: facts.dissent,
    recorded: recordedFrom(event),
  };
}

export function settledFrom({ facts, texts }: EventOf<'GateRuled' | 'GateSplit'>): Settled {
  const { outcome, certain, tally } = facts;
  const explanation = explanationFrom(facts.explanation, texts, 'said/explanation');
  const missing = facts.missing.map(({ body, why, until }) => ({ body, why, until: until ?? null }));
  return { outcome, certain, tally, missing, explanation };
}

/** With the clause that was shown of each node: format 1 hashed it, format 2 keeps it beside the event, until it is erased. */
function explanationFrom({ text, figures = {}, ...node }: StoredExplanation, texts: Texts, key: string): Explanation {
  const told = text ?? texts[key] ?? undefined;
  const parts = node.parts.map((part, i) => explanationFrom(part, texts, `${key}/${i}`));
  return { ...node, figures, ...(told === undefined ? {} : { told }), parts };
}
