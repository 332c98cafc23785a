// The word of a stand: each stand has its own, and each wording means one stand, on every page, in the API and in the log.
import type { DrawnSign, StandFigures, StandSaid } from '../../domain/views/stand-view.js';
import { isOpen, sideOfKind, whyOpen, type Answered } from '../../domain/stand/course.js';
import type { Asks, DecisionKind, MissingWhy, Slug } from '../../domain/vocabulary.js';
import { speech } from './asked.js';
import { longDay } from '../language/dates.js';
import { called } from '../language/nouns.js';
import { formerWords, responseOver } from './sentence.js';
import { factValue, wordsOfFact } from '../facts/fact-names.js';
import { decisionWords, hiddenWord, whyWords } from '../language/words.js';

/** The signs, as the legend of a gate says them; who is silent, held or hidden is said as they are. */
export const signWords = (asked: Asks): Record<Exclude<DrawnSign, 'none' | 'hidden' | 'held'>, string> => ({
  for: speech[asked].for,
  view: decisionWords.view,
  'no-view': decisionWords['no-view'],
  against: speech[asked].against,
  abstained: 'stem onthouden',
  waits: 'besloten, telt nog niet',
});

/** The same of who is undecided by its own word. */
export const heldWord = (why: MissingWhy | null): string =>
  why === 'noted' || why === 'forwarded'
    ? whyWords[why]
    : why === 'scheduled'
      ? 'opnieuw ingepland'
      : whyWords.deferred;

/** Why what was said does not count, after the word for it. */
const notCounting: Partial<Record<MissingWhy, string>> = {
  'not-in-plan': 'telt niet: het procesplan noemt dit antwoord niet',
  unconfirmed: 'telt nog niet: wacht op bevestiging',
  stale: 'telt niet: besloten op een eerdere versie',
  'other-text': 'telt niet: besloot een andere tekst',
  'condition-open': 'telt nog niet: voorwaarde nog open',
  'condition-rejected': 'telt niet: voorwaarde afgewezen',
  'subject-to': 'telt nog niet: wacht op het voorbehoud',
};

/** A piece of a word; where it is the answer to one of several questions, to which. */
export interface WordPart {
  text: string;
  question?: Slug;
  /** What is seen of it where there is little room; all of it is there to be read. */
  brief?: string;
}

export const wordOf = (parts: readonly WordPart[]): string => parts.map(({ text }) => text).join('');

export const standWord = (stand: Pick<StandFigures, 'said' | 'sign'>): string => wordOf(wordParts(stand));

/** @param isBrief whether it is shown where there is room for a few words alone */
export function wordParts({ said, sign }: Pick<StandFigures, 'said' | 'sign'>, isBrief = false): WordPart[] {
  if (sign === 'hidden') return [{ text: said.announced ? whyWords.announced : hiddenWord }];
  if (Object.keys(said.answers).length === 0) return [{ text: silentWord(said) }];
  const until = untilWord(said).map((text) => `, ${text}`);
  // Where it waits for nothing but the confirmation, the reason says so already.
  const isWhose = said.shadow && said.why !== 'unconfirmed';
  const whose: WordPart = { text: `; ${byRegion.text}`, ...(isBrief ? { brief: `; ${byRegion.brief}` } : {}) };
  const more = [...until, ...(said.provisional ? [' (voorlopig)'] : []), ...whyWord(said).map((text) => `; ${text}`)];
  return [...saidParts(said), ...more.map(asPart), ...(isWhose ? [whose] : [])];
}

const byRegion = { text: 'vastgelegd door de regio, nog niet bevestigd', brief: 'onbevestigd' };

const asPart = (text: string): WordPart => ({ text });

function whyWord({ why, refused }: StandSaid): string[] {
  if (why === 'subject-to' && refused) return ['telt niet: het voorbehoud is niet vervuld'];
  if (why === 'scheduled') return ['opnieuw ingepland'];
  const words = why && notCounting[why];
  return words ? [words] : [];
}

type Said = Pick<StandSaid, 'answers' | 'tenor' | 'asks'> & Answered;

/** What was answered: the kind where all questions got the same. */
export const saidWord = (said: Said): string =>
  isOpen(said) && whyOpen(said) === 'not-in-plan'
    ? `${wordOf(saidParts(said))}; ${notCounting['not-in-plan']}`
    : wordOf(saidParts(said));

function saidParts(said: Said): WordPart[] {
  const { answers, tenor, asks } = said;
  const kinds = [...new Set(Object.values(answers))];
  const word = (kind: DecisionKind) =>
    kind === 'view' && tenor !== null
      ? `${decisionWords[kind]}, ${factValue(tenor, wordsOfFact('tenor'))}`
      : decisionWords[kind];
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1)
    return [asPart(asks === 'response' && sideOfKind(said, only) === 'for' ? `gereageerd: ${word(only)}` : word(only))];
  const sides = new Set(kinds.map((kind) => sideOfKind(said, kind)));
  const each = Object.entries(answers).flatMap(([question, kind], i): WordPart[] => [
    asPart(i === 0 ? ': ' : ', '),
    { text: `${called(question)} ${word(kind)}`, question },
  ]);
  return [asPart(sides.has('for') && sides.has('against') ? 'verdeeld' : 'per vraag verschillend'), ...each];
}

const untilWord = ({ why, until }: StandSaid): string[] =>
  (why === 'deferred' || why === 'noted') && until !== null ? [`tot ${longDay(until)}`] : [];

function silentWord({ why, takenBack, disputed, fromDocuments, asks, isOver }: StandSaid): string {
  const { silent } = speech[asks];
  const none = fromDocuments ? 'niet in de bronnen' : isOver ? responseOver : silent;
  const words = [why === 'scheduled' ? `ingepland, ${silent}` : none, ...formerWords({ takenBack, disputed })];
  return words.join('; ');
}
