// What a decision holds beside its answer, each on one line: a point, an amendment or motion, the vote of a party group.
import type { decisionPointFacts, groupVoteFacts, pledgeFacts, tabledFacts } from '../../domain/facts/of-decisions.js';
import type { Shown } from '../../domain/facts/shown.js';
import { longDay } from '../language/dates.js';
import { resultWords, tabledWords, verdictWords } from '../facts/facts-of-details.js';
import { capital, listWords } from '../language/words.js';

/** 1.4 De tekst: doorgeleiden, aan de raad, op 13 juni 2024. */
export function pointLine(point: Shown<typeof decisionPointFacts>, index: number): string {
  const { number, text, verdict, to, treatedOn } = point;
  const more = [
    verdictWords[verdict],
    ...(to === null ? [] : [`aan: ${to}`]),
    ...(treatedOn === null ? [] : [`behandeling op ${longDay(treatedOn)}`]),
  ];
  const so = more.join(', ');
  return `${number ?? index + 1} ${text}${/[.!?]$/.test(text) ? ` (${so})` : `: ${so}`}`;
}

/** Motie M3 van VVD en PvdA, verworpen: de tekst. What became of it comes first: a rejected one is never read as adopted. */
export function tabledLine({ kind, number, text, movers, result }: Shown<typeof tabledFacts>): string {
  const name = capital(tabledWords[kind]);
  const of = movers === null ? '' : ` van ${movers}`;
  return `${name}${number === null ? '' : ` ${number}`}${of}, ${resultWords[result]}: ${text}`;
}

/** T5 Het college rapporteert: wethouder Jansen, op vraag van D66, uiterlijk 1 maart 2025. */
export function pledgeLine({ number, text, promisedBy, askedBy, keptBy }: Shown<typeof pledgeFacts>): string {
  const more = [
    ...(promisedBy === null ? [] : [`door ${promisedBy}`]),
    ...(askedBy === null ? [] : [`op vraag van ${askedBy}`]),
    ...(keptBy === null ? [] : [`uiterlijk ${longDay(keptBy)}`]),
  ];
  return `${number === null ? '' : `${number} `}${text}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** VVD (5 zetels): 3 voor, 1 tegen en 1 afwezig; stemverklaring: … */
export function voteLine(vote: Shown<typeof groupVoteFacts>): string {
  const { group, seats, explanation, for: yes, against: no, absent } = vote;
  const cast = [
    ...(yes === null ? [] : [`${yes} voor`]),
    ...(no === null ? [] : [`${no} tegen`]),
    ...(absent === null ? [] : [`${absent} afwezig`]),
  ];
  const size = seats === null ? '' : ` (${seats} ${seats === 1 ? 'zetel' : 'zetels'})`;
  const why = explanation === null ? '' : `; stemverklaring: ${explanation}`;
  return `${group}${size}${cast.length > 0 ? `: ${listWords(cast)}` : ''}${why}`;
}

/** Among the decisions of a dossier. */
export const decidedPage = {
  title: 'Besluitenoverzicht',
  hint: 'Alles wat organen besloten, per fase, met wat daarbij is vastgelegd.',
  none: 'Er is hier nog geen besluit dat u kunt zien.',
  round: (number: number) => `${number}e voorlegging`,
  index: 'Per moment',
  older: 'Verder in het overzicht',
};
