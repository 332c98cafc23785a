// The words of the pages about mail that is to be sent and was, and what the log of the server says of it.
import type { Instant } from '../../domain/vocabulary.js';
import { count, momentWords } from '../language/dates.js';

const failures = {
  address: 'het adres weigert mail',
  refused: 'de mailserver weigert dit bericht',
  tries: 'te vaak geprobeerd',
  expired: 'te laat: het bericht heeft geen zin meer',
};

export const mailPages = {
  menu: 'Mail',
  title: 'Mail',
  off:
    'Sluis verstuurt niets: er is geen mailserver ingesteld. Wat Sluis zou versturen staat hieronder; open een bericht om het te ' +
    'kopiëren. Zet SMTP_URL en MAIL_FROM om het te laten versturen.',
  works: (server: string) => `Mail gaat naar ${server}.`,
  unreachable: (server: string, answer: string) =>
    `De mailserver ${server} neemt niets aan: ${answer}. Sluis blijft het proberen, en er gaat niets verloren. Kijk of SMTP_URL klopt.`,
  failed: 'Niet bezorgd',
  noneFailed: 'Alles wat kon worden verstuurd, is verstuurd.',
  waiting: 'Nog te versturen',
  noneWaiting: 'Er wacht niets.',
  sent: 'Verstuurd',
  noneSent: 'Er is nog niets verstuurd.',
  more: (max: number) => `De nieuwste ${count(max)} staan hier.`,
  to: 'Aan',
  subject: 'Onderwerp',
  made: 'Gemaakt',
  ended: 'Verstuurd',
  state: 'Wat er is gebeurd',
  tried: (tries: number, answer: string) =>
    `${tries === 1 ? 'een keer' : `${count(tries)} keer`} geprobeerd${answer === '' ? '' : `: ${answer}`}`,
  notTried: 'nog niet geprobeerd',
  failure: (why: keyof typeof failures, answer: string) => `${failures[why]}${answer === '' ? '' : ` (${answer})`}`,
  cures: {
    address:
      'Verbeter het adres bij de persoon, en probeer het dan opnieuw. Klopt het adres, vraag dan de beheerder van dat postvak.',
    refused: 'Vraag de beheerder van de mailserver waarom, met wat de server zei. Probeer het daarna opnieuw.',
    tries: 'De ontvangende server zei steeds: niet nu. Probeer het opnieuw, of bel.',
    expired:
      'Maak een nieuw bericht: een nieuwe link bij de persoon, of een nieuwe herinnering bij het go/no-go-moment.',
  },
  whatToDo: 'Wat u kunt doen',
  again: 'Probeer het opnieuw',
  toPerson: 'Naar de persoon',
  text: 'Tekst',
  secret: '(een persoonlijke link, die alleen de ontvanger ziet)',
  messageId: 'Kenmerk',
  back: 'Naar alle mail',
  stands: { waiting: 'wacht', sending: 'wordt verstuurd', sent: 'verstuurd', failed: 'niet bezorgd' },
  refuses: (at: Instant, answer: string) => `Dit adres weigert mail, voor het laatst op ${momentWords(at)}: ${answer}`,
};

/** In the log of the server; nothing of whom it is for. */
export const mailTold = {
  unreachable: (answer: string) =>
    `De mailserver neemt niets aan (${answer}). Wat wacht gaat niet verloren en wordt opnieuw geprobeerd.`,
  silent: (seconds: number) => `geen antwoord binnen ${seconds} seconden`,
  reachable: 'De mailserver neemt weer aan.',
};
