// One Dutch sentence about how a gate stands: the same on pages, in the API, in reports and in refusals.
import { isAssumed } from '../rules/assumed.js';
import type { BodyId, MissingWhy, Outcome, RulingKind } from '../vocabulary.js';
import { titleOf, type Plan } from '../workflow/plan.js';
import type { Gate } from '../workflow/workflow.js';
import type { Dossier, Round, Settled, Split } from './state.js';

/** Why a body does not count (yet), in a clause. */
export type WhyWords = Readonly<Record<MissingWhy, string>>;

export const whyWords: WhyWords = {
  silent: 'nog geen besluit',
  scheduled: 'op de agenda',
  deferred: 'aangehouden',
  noted: 'voor kennisgeving aangenomen',
  announced: 'aangekondigd of nog niet vrijgegeven',
  'condition-open': 'voorwaarde nog open',
  'condition-rejected': 'voorwaarde afgewezen',
  'subject-to': 'onder voorbehoud',
  unconfirmed: 'vastgelegd door de regio, nog niet bevestigd',
  disputed: 'betwist',
  stale: 'besloten op een andere versie of tekst',
};

/** The same for a dossier: of one that was played back from documents it is only known that they do not say it. */
export const whyWordsIn = ({ source, demonstration }: Pick<Dossier, 'source' | 'demonstration'>): WhyWords =>
  source === null || demonstration ? whyWords : { ...whyWords, silent: 'niet in de bronnen' };

/** What was concluded, in a clause. */
export const rulingWords: Record<RulingKind, string> = {
  go: 'go',
  'go-with-conditions': 'go onder voorwaarden',
  'no-go': 'no-go',
  hold: 'aangehouden tot een volgend overleg',
};

const verdicts: Record<Outcome, string> = {
  go: 'Het kan een go zijn',
  'no-go': 'Het kan geen go zijn',
  open: 'Het kan nog geen go zijn',
};

/** At most so many bodies are named; the others are counted. */
const namedMax = 5;

export function sentenceOf(dossier: Dossier, round: Round, stand: Settled): string {
  const { plan } = dossier;
  const { outcome, explanation, missing } = stand;
  const assumption = isAssumed(round.rule) ? ' (de regel is een aanname)' : '';
  const open = outcome === 'open' && missing.length > 0 ? `; ${namesOf(dossier, missing)}` : '';
  if (round.split && round.settled) return splitSentence(plan, round.terms.gate, round.split, assumption);
  const ruling = round.settled ? round.rulings.at(-1) : undefined;
  const concluded = ruling ? `; ${concludedBy(plan, round.terms.gate)}: ${rulingWords[ruling.ruling]}` : '';
  // What was concluded is no longer a possibility.
  const verdict = ruling ? '' : `${verdicts[outcome]}: `;
  const text = `${verdict}${explanation.text}${assumption}${open}${concluded}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function splitSentence(plan: Plan, gate: Gate, { parts }: Split, assumption: string): string {
  const titles = parts.map(({ option, bodies }) => {
    const title = gate.options.find(({ id }) => id === option)?.title ?? option;
    return `${bodies.length} met "${title}"`;
  });
  return `Het gaat in delen verder: ${inWords(titles)}${assumption}; ${concludedBy(plan, gate)}.`;
}

/** Bodies by their party, each with why it does not count for. */
export function namesOf(dossier: Dossier, missing: readonly { body: BodyId; why: MissingWhy | 'against' }[]): string {
  const words = { ...whyWordsIn(dossier), against: 'niet akkoord' };
  const named = missing.slice(0, namedMax).map(({ body, why }) => `${partyOf(dossier.plan, body)} (${words[why]})`);
  const rest = missing.length - named.length;
  return inWords([...named, ...(rest > 0 ? [`nog ${rest}`] : [])]);
}

const inWords = (list: readonly string[]): string => {
  const [last = '', ...before] = [...list].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} en ${last}`;
};

const partyOf = (plan: Plan, body: BodyId): string => {
  const found = plan.bodies.get(body);
  return plan.workflow.parties.find((party) => party.id === found?.party)?.title ?? body;
};

const concludedBy = (plan: Plan, { ruledBy }: Gate): string => `conclusie van het ${titleOf(plan, ruledBy)}`;
