// A submission and a ruling as the record keeps them.
import type { EventOf } from './events.js';
import type { Round, Ruling, Settled } from './state.js';
import { recordedFrom } from './recorded.js';

export function roundFrom({ facts, texts, on }: EventOf<'GateSubmitted'>): Round {
  const hasProposal = 'proposal/title' in texts;
  return {
    number: facts.round,
    submittedOn: on,
    replyBy: facts.replyBy ?? null,
    option: facts.option ?? null,
    proposal: hasProposal
      ? {
          title: texts['proposal/title'] ?? null,
          url: texts['proposal/url'] ?? null,
          sha256: facts.sha256 ?? null,
          version: 1,
        }
      : null,
    electorate: facts.electorate,
    rule: facts.rule,
    ruleText: facts.ruleText,
    decisions: [],
    rulings: [],
    settled: null,
  };
}

export function rulingFrom(event: EventOf<'GateRuled'>): Ruling {
  const { facts, texts } = event;
  return {
    id: facts.id,
    round: facts.round,
    ruling: facts.ruling,
    outcome: facts.outcome,
    ruledOn: event.on,
    reason: texts.reason ?? null,
    meeting: facts.meeting ? { form: facts.meeting.form, reference: texts['meeting/reference'] ?? null } : null,
    dissent: facts.dissent,
    recorded: recordedFrom(event),
  };
}

export function settledFrom({ facts }: EventOf<'GateRuled'>): Settled {
  const { outcome, certain, tally, explanation } = facts;
  const missing = facts.missing.map(({ body, why, until }) => ({ body, why, until: until ?? null }));
  return { outcome, certain, tally, missing, explanation };
}
