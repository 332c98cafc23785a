// That the content of a paper was erased, and the page on which an administrator does so.
import { dayOf } from '../../domain/calendar.js';
import type { PaperErased } from '../../domain/papers.js';
import type { Refusal } from '../../domain/refusal.js';
import { count, longDay } from '../language/dates.js';

export const paperErasure = {
  title: 'Een stuk wissen',
  menu: 'Stukken wissen',
  lead: 'Staat er in een stuk iets dat hier niet mag staan, zoals gegevens van een inwoner? Dan wist u de inhoud. U ziet die zelf niet. Vraag het adres van het stuk aan iemand die het mag zien.',
  paper: 'Het adres of de hash van het stuk',
  paperHint: 'Het adres van de link naar het stuk. Dat eindigt op /stukken/ en 64 letters en cijfers.',
  find: 'Zoek het stuk',
  unknown: 'Dit is geen stuk dat hier staat. Plak het hele adres van de link naar het stuk.',
  check: 'Lees dit nog een keer',
  whatItIs: 'Het stuk',
  hash: 'Hash',
  uses: 'Staat in',
  usesIn: (dossiers: number) => (dossiers === 1 ? '1 traject' : `${count(dossiers)} trajecten`),
  what: 'Wat er gebeurt',
  goes: 'De inhoud verdwijnt uit de database en uit elk bestand dat er daarna van wordt gemaakt, in elk traject waarin het stuk staat. Dit is niet terug te draaien.',
  stays: 'De naam en de hash blijven staan, met de dag en uw reden. De registratie blijft dus te controleren.',
  again: 'Hetzelfde bestand kan daarna niet opnieuw worden geüpload.',
  backups: 'In reservekopieën die er al zijn staat het nog, tot die zijn verwijderd.',
  reason: 'Waarom wordt het gewist?',
  reasonHint: 'Wie het stuk mocht zien, leest deze reden. Noem niet om wie het gaat.',
  noReason: 'Zeg waarom dit stuk wordt gewist.',
  longReason: 'Dit is te lang: gebruik hoogstens 4.000 tekens.',
  oddReason: 'Hier staan tekens in die niet kunnen. Typ de reden opnieuw.',
  erase: 'Wis de inhoud voorgoed',
  back: 'Toch niet wissen',
  done: 'De inhoud is gewist. Het staat in het beveiligingslogboek.',
  already: ({ at, reason }: PaperErased) => `De inhoud is gewist op ${longDay(dayOf(at))}. De reden: ${reason}`,
};

/** Beside the name of a paper of which nothing else is left. */
export const erasedPaper = ({ at, reason }: PaperErased): string =>
  `(gewist op ${longDay(dayOf(at))} door een beheerder: ${reason})`;

export const erasedProblem = {
  title: 'Stuk gewist',
  detail: ({ told: { 'paper-erased': told } }: Pick<Refusal, 'told'>): string =>
    told
      ? `Alleen de naam en de hash staan er nog. ${paperErasure.already(told)}`
      : 'De inhoud van dit stuk is gewist; alleen de naam en de hash staan er nog.',
};
