// One Dutch sentence about how a gate stands: the same on pages, in the API, in reports and in refusals.
import { isFromDocuments } from '../domain/dossier/sentence.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Concluded, NamedMissing, NotGo, SentenceFigures } from '../domain/sentence-figures.js';
import type { MissingWhy, Outcome, RulingKind } from '../domain/vocabulary.js';
import { clauseOf } from './rules.js';

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

const whyIn = (fromDocuments: boolean): WhyWords =>
  fromDocuments ? { ...whyWords, silent: 'niet in de bronnen' } : whyWords;

/** The same for a dossier: of one that was played back from documents it is only known that they do not say it. */
export const whyWordsIn = (dossier: Pick<Dossier, 'source' | 'demonstration'>): WhyWords =>
  whyIn(isFromDocuments(dossier));

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

export function sentenceOf(figures: SentenceFigures): string {
  const { outcome, explanation, missing, concluded, nouns, fromDocuments } = figures;
  const assumption = figures.assumed ? ' (de regel is een aanname)' : '';
  if (concluded && 'parts' in concluded) return splitSentence(concluded, assumption);
  const open = outcome === 'open' && missing.length > 0 ? `; ${names(missing, fromDocuments)}` : '';
  const conclusion = concluded ? `; ${concludedBy(concluded)}: ${rulingWords[concluded.ruling]}` : '';
  // What was concluded is no longer a possibility.
  const verdict = concluded ? '' : `${verdicts[outcome]}: `;
  const text = `${verdict}${clauseOf(explanation, nouns)}${assumption}${open}${conclusion}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a gate cannot be a go, as a sentence. */
export function notGoSentence(notGo: NotGo): string {
  switch (notGo.because) {
    case 'outcome':
      return sentenceOf(notGo.sentence);
    case 'divided':
      return `De organen kozen niet allemaal hetzelfde${notGo.splits ? ': leg de splitsing vast' : ''}.`;
    case 'not-chosen': {
      const lacking = names(notGo.missing, notGo.fromDocuments);
      return `Een splitsing kan pas als iedereen een mogelijkheid koos; nog niet: ${lacking}.`;
    }
  }
}

function splitSentence(concluded: Extract<Concluded, { parts: unknown }>, assumption: string): string {
  const titles = concluded.parts.map(({ title, bodies }) => `${bodies} met "${title}"`);
  return `Het gaat in delen verder: ${inWords(titles)}${assumption}; ${concludedBy(concluded)}.`;
}

const concludedBy = ({ by }: Concluded): string => `conclusie van het ${by}`;

/** Bodies by their party, each with why it does not count for. */
function names(missing: readonly NamedMissing[], fromDocuments: boolean): string {
  const words = { ...whyIn(fromDocuments), against: 'niet akkoord' };
  const named = missing.slice(0, namedMax).map(({ party, why }) => `${party} (${words[why]})`);
  const rest = missing.length - named.length;
  return inWords([...named, ...(rest > 0 ? [`nog ${rest}`] : [])]);
}

const inWords = (list: readonly string[]): string => {
  const [last = '', ...before] = [...list].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} en ${last}`;
};
