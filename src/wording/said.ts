// The sentences that were shown to whoever put a gate, amended its rule or concluded it: they are kept beside the event
// as they were, so that the record of that act keeps its words when others are chosen later.
import type { Language, NewEvent } from '../domain/dossier/events.js';
import { nounsOf } from '../domain/dossier/sentence.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Explanation, Rule } from '../domain/rule.js';
import type { Nouns } from '../domain/sentence-figures.js';
import type { BodyId } from '../domain/vocabulary.js';
import { scopeAt } from '../domain/workflow/scope.js';
import { clauseOf, ruleWords } from './rules.js';

const language: Language = 'nl';

/** The event with what was shown of it, and in which language. @param dossier as it was before */
export function withSaid(dossier: Dossier, event: NewEvent): NewEvent {
  const said = saidOf(dossier, event);
  if (said === null) return event;
  return { ...event, facts: { ...event.facts, language }, texts: { ...event.texts, ...said } } as NewEvent; // the same type
}

function saidOf(dossier: Dossier, event: NewEvent): Record<string, string> | null {
  if (event.type === 'GateSubmitted')
    return { 'said/rule': inWords(dossier, event.facts.rule, event.facts.electorate) };
  if (event.type === 'RuleAmended') {
    const { rule, former, electorate = [] } = event.facts;
    const words = { 'said/rule': inWords(dossier, rule, electorate) };
    return former ? { ...words, 'said/former': inWords(dossier, former, electorate) } : words;
  }
  if (event.type !== 'GateRuled' && event.type !== 'GateSplit') return null;
  const { gate, round: number, explanation } = event.facts;
  const round = dossier.rounds[gate]?.find((one) => one.number === number);
  if (!round)
    throw new Error(`gate ${gate} of dossier ${dossier.id} is concluded in round ${number}, which is not there`);
  return clauses(explanation as Explanation, nounsOf(round.terms), 'said/explanation'); // what is decided has its figures
}

const inWords = ({ plan }: Dossier, rule: Rule, electorate: readonly BodyId[]): string =>
  ruleWords(rule, scopeAt(plan.workflow, electorate, plan.rules));

/** The clause of every node, each under the key of its place. */
const clauses = (explanation: Explanation, nouns: Nouns, key: string): Record<string, string> =>
  Object.assign(
    { [key]: clauseOf(explanation, nouns) },
    ...explanation.parts.map((part, i) => clauses(part, nouns, `${key}/${i}`)),
  ) as Record<string, string>;
