// The sentences that were shown to whoever put a gate, amended its rule or concluded it: they are kept beside the event
// as they were, so that the record of that act keeps its words when others are chosen later.
import type { Language, NewEvent } from '../../domain/dossier/events.js';
import { spokenAt } from '../../domain/stand/sentence.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { Explanation, Rule } from '../../domain/rule.js';
import type { SentenceFigures } from '../../domain/sentence-figures.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { askedAt } from '../../domain/workflow/asks.js';
import { scopeAt } from '../../domain/workflow/scope.js';
import { clauseOf, ruleWords } from './rules.js';

const language: Language = 'nl';

type Spoken = Pick<SentenceFigures, 'nouns' | 'asks'>;

/** The event with what was shown of it, and in which language. @param dossier as it was before */
export function withSaid(dossier: Dossier, event: NewEvent): NewEvent {
  const isSaid = Object.keys(event.texts).some((key) => key.startsWith('said/')); // of a conclusion that is corrected
  const said = isSaid ? null : saidOf(dossier, event);
  if (said === null) return event;
  return { ...event, facts: { ...event.facts, language }, texts: { ...event.texts, ...said } } as NewEvent; // the same type
}

function saidOf(dossier: Dossier, event: NewEvent): Record<string, string> | null {
  if (event.type === 'GateSubmitted')
    return { 'said/rule': inWords(dossier, event.facts.gate, event.facts.rule, event.facts.electorate) };
  if (event.type === 'RuleAmended') {
    const { gate, rule, former, electorate = [] } = event.facts;
    const words = { 'said/rule': inWords(dossier, gate, rule, electorate) };
    return former ? { ...words, 'said/former': inWords(dossier, gate, former, electorate) } : words;
  }
  if (event.type !== 'GateRuled' && event.type !== 'GateSplit') return null;
  const { gate, round: number, explanation } = event.facts;
  const round = dossier.rounds[gate]?.find((one) => one.number === number);
  if (!round)
    throw new Error(`gate ${gate} of dossier ${dossier.id} is concluded in round ${number}, which is not there`);
  return clauses(explanation as Explanation, spokenAt(dossier.plan, round), 'said/explanation'); // what is decided has its figures
}

function inWords({ plan }: Dossier, gate: Slug, rule: Rule, electorate: readonly BodyId[]): string {
  return ruleWords(rule, scopeAt(plan.workflow, electorate, plan.rules), askedAt(plan, gate, rule));
}

/** The clause of every node, each under the key of its place. */
const clauses = (explanation: Explanation, spoken: Spoken, key: string): Record<string, string> =>
  Object.assign(
    { [key]: clauseOf(explanation, spoken.nouns, spoken.asks) },
    ...explanation.parts.map((part, i) => clauses(part, spoken, `${key}/${i}`)),
  ) as Record<string, string>;
