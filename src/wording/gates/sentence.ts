// What is said of how a gate stands, in a few short sentences: the same on pages, in the API, in reports and in refusals.
import type { Dossier } from '../../domain/dossier/state.js';
import { changedFrom, isFromDocuments } from '../../domain/stand/sentence.js';
import type { AsSubmitted } from '../../domain/dossier/decided.js';
import type {
  Changed,
  Concluded,
  Formerly,
  NamedMissing,
  NamedReservation,
  NotGo,
  SentenceFigures,
} from '../../domain/sentence-figures.js';
import type { Asks, BodyId, Slug } from '../../domain/vocabulary.js';
import { speech } from './asked.js';
import { longDay } from '../language/dates.js';
import { clauseOf } from './rules.js';
import { called, inSentence } from '../language/nouns.js';
import { capital, hiddenWord, listWords, whyWords, type WhyWords } from '../language/words.js';

/** Why a body does not count yet, where that is asked; of what was played back it is only known that it is not said. */
const whyIn = (fromDocuments: boolean, asked: Asks): WhyWords => ({
  ...whyWords,
  silent: fromDocuments ? 'niet in de bronnen' : speech[asked].silent,
});

/** The same for a dossier. */
export const whyWordsIn = (dossier: Pick<Dossier, 'source' | 'demonstration'>, asked: Asks): WhyWords =>
  whyIn(isFromDocuments(dossier), asked);

/** At most so many bodies are named; the others are counted. */
const namedMax = 5;

/** A piece of a sentence; where it names a body because of how it stands, that too. */
export interface SentencePart {
  text: string;
  /** Whether it can be a go: what stands over it where it has a title. */
  isVerdict?: true;
  /** Who is waited for: what stands under it where each of them has a row. */
  isWaiting?: true;
  /** Only how many responded: what stands beside it where they are counted. */
  isCounted?: true;
  of?: { body: BodyId; why: NamedMissing['why']; question?: Slug };
}

export const sentenceOf = (figures: SentenceFigures): string => textOf(sentenceParts(figures));

const textOf = (parts: readonly SentencePart[]): string => parts.map(({ text }) => text).join('');

export function sentenceParts(figures: SentenceFigures): SentencePart[] {
  const { outcome, explanation, missing, without, concluded, nouns, asks, asSubmitted } = figures;
  const { rulings, heads } = speech[asks];
  const assumption = figures.assumed ? ' (de regel is een aanname)' : '';
  if (concluded && 'parts' in concluded) return [{ text: splitSentence(concluded, assumption) }];
  // What was concluded is no longer a possibility, and how it stood that day need not be how it stands.
  const verdict: SentencePart = concluded
    ? { text: `Stand op ${longDay(concluded.on)}: ` }
    : { text: `${heads[outcome]}: `, isVerdict: true };
  return [
    verdict,
    {
      text: `${clauseOf(explanation, nouns, asks)}${assumption}.`,
      ...(explanation.rule === 'responded' && asks === 'response' && !concluded ? { isCounted: true } : {}),
    },
    ...(outcome === 'open' ? waiting(saying('Het wacht op ', names(missing, figures))) : []),
    ...saying('Dat is zonder ', names(without, figures, whenNamed)),
    ...figures.against.flatMap(({ question, bodies }) =>
      saying(
        `Niet akkoord op ${called(question)}: `,
        listed(bodies.map(({ body, name }) => ({ text: inSentence(name), of: { body, why: 'against', question } }))),
      ),
    ),
    ...(asSubmitted ? [{ text: ` ${capital(changedWords(asSubmitted, asks))}.` }] : []),
    ...(concluded ? [{ text: ` ${capital(concludedBy(concluded))}: ${rulings[concluded.ruling]}.` }] : []),
  ];
}

/** A sentence that names bodies; none where there are none. */
const saying = (start: string, named: readonly SentencePart[]): SentencePart[] =>
  named.length === 0 ? [] : [{ text: ` ${start}` }, ...named, { text: '.' }];

const waiting = (parts: readonly SentencePart[]): SentencePart[] => parts.map((part) => ({ ...part, isWaiting: true }));

/** The same of a conclusion by itself. */
export const electorateWas = (was: AsSubmitted, asks: Asks): string => changedWords(changedFrom(was), asks);

/** 11 van de 12 zijn uitgenomen; met hen erbij: nog geen go */
function changedWords({ size, takenOut, exited, joined, outcome }: Changed, asks: Asks): string {
  const went = [
    ...(takenOut > 0 ? [`${takenOut} van de ${size} ${takenOut === 1 ? 'is' : 'zijn'} uitgenomen`] : []),
    ...(exited > 0 ? [`${exited} van de ${size} ${exited === 1 ? 'trad' : 'traden'} uit`] : []),
    ...(joined > 0 ? [`${joined} ${joined === 1 ? 'kwam' : 'kwamen'} erbij`] : []),
  ];
  const left = takenOut + exited;
  const over = left > 0 && joined > 0 ? 'met alleen wie het is voorgelegd' : withOrWithout(left, joined);
  const came = outcome === 'open' ? speech[asks].stillOpen : speech[asks].outcomes[outcome];
  return `${listWords(went)}; ${over}: ${came}`;
}

const withOrWithout = (left: number, joined: number): string => {
  const who = left + joined === 1 ? 'dat orgaan' : 'hen';
  return left > 0 ? `met ${who} erbij` : `zonder ${who}`;
};

/** Why a gate cannot be a go, as a sentence; where that is about a day that is past, it says so. */
export function notGoSentence(notGo: NotGo): string {
  switch (notGo.because) {
    case 'outcome':
      return (notGo.on === null ? '' : `Zo stond het op ${longDay(notGo.on)}. `) + sentenceOf(notGo.sentence);
    case 'divided':
      return `De organen kozen niet allemaal hetzelfde${notGo.splits ? ': leg de splitsing vast' : ''}.`;
    case 'not-chosen': {
      const lacking = textOf(names(notGo.missing, notGo));
      return `Een splitsing kan pas als iedereen een mogelijkheid koos; nog niet: ${lacking}.`;
    }
  }
}

function splitSentence(concluded: Extract<Concluded, { parts: unknown }>, assumption: string): string {
  const titles = concluded.parts.map(({ title, bodies }) => `${bodies} met "${title}"`);
  return `Het gaat in delen verder: ${listWords(titles)}${assumption}; ${concludedBy(concluded)}.`;
}

const concludedBy = ({ by }: Concluded): string => (by === null ? 'uitkomst' : `conclusie van ${inSentence(by)}`);

/** Of who was asked for a response and gave none in time. */
export const responseOver = 'geen reactie, termijn voorbij';

type Spoken = Pick<SentenceFigures, 'fromDocuments' | 'asks'>;

/** What became of what was said, of who has said nothing that stands. */
export const formerWords = ({ takenBack, disputed }: Formerly): string[] => [
  ...(takenBack ? ['het eerdere is ingetrokken'] : []),
  ...(disputed ? ['wat de regio vastlegde is betwist'] : []),
];

/** Why; of a reservation what it waits for and what else lifts it, and of who has said nothing that stands what became of it. */
function whyNamed(
  { name, why, isOver, isHidden, formerly, reservation }: NamedMissing,
  { fromDocuments, asks }: Spoken,
): string {
  if (why === 'against') return speech.agreement.against;
  if (why === 'abstained') return 'stem onthouden';
  if (isHidden) return hiddenWord;
  if (reservation) return reservationWords(name, reservation);
  const isLapsed = why === 'silent' && asks === 'response' && isOver && !fromDocuments;
  const since = formerly ? formerWords(formerly) : [];
  // That nothing was decided follows from what became of what was.
  const isImplied = since.length > 0 && !isLapsed && why !== 'scheduled';
  return [...(isImplied ? [] : [isLapsed ? responseOver : whyIn(fromDocuments, asks)[why]]), ...since].join('; ');
}

function reservationWords(name: string, { at, body, gate, refused }: NamedReservation): string {
  const awaited = `${inSentence(body)} bij ${gate}`;
  return refused
    ? `voorbehoud bij ${at}: niet vervuld door ${awaited}, tenzij ${inSentence(name)} opnieuw instemt zonder voorbehoud`
    : `voorbehoud bij ${at}: wacht op het besluit van ${awaited}; of ${inSentence(name)} stemt opnieuw in zonder voorbehoud`;
}

/** When it will decide, where it said so. */
const whenNamed = (one: NamedMissing, spoken: Spoken): string =>
  one.decidesOn === null ? whyNamed(one, spoken) : `besluit op ${longDay(one.decidesOn)}`;

/** Bodies by name, each with why it does not count for; of one party two by their own titles. */
function names(missing: readonly NamedMissing[], spoken: Spoken, said = whyNamed): SentencePart[] {
  const named = missing.slice(0, namedMax).map((one): SentencePart => {
    const { body, name, why } = one;
    return { text: `${inSentence(name)} (${said(one, spoken)})`, of: { body, why } };
  });
  const rest = missing.length - named.length;
  return listed([...named, ...(rest > 0 ? [{ text: `nog ${rest}` }] : [])]);
}

/** The same with what stands between them in a list. */
function listed(parts: readonly SentencePart[]): SentencePart[] {
  return parts.flatMap((part, i) => [...(i === 0 ? [] : [{ text: i === parts.length - 1 ? ' en ' : ', ' }]), part]);
}
