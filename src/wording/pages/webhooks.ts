// The words of the pages about other systems that are told what happens.
import type { EventType } from '../../domain/dossier/events.js';
import type { Instant } from '../../domain/vocabulary.js';
import { count, momentWords } from '../language/dates.js';
import { eventNames } from '../facts/event-names.js';
import { capital } from '../language/words.js';

const faults = {
  'no-answer': 'geen antwoord',
  'bad-address': 'dit adres kan niet worden gebruikt',
  'not-public': 'dit adres ligt binnen een eigen netwerk',
  'bad-status': 'niet aangenomen',
  refused: 'dit bericht is geweigerd',
  'no-secret': 'het geheim is niet meer te lezen',
};

const times = (n: number): string => (n === 1 ? 'een keer' : `${count(n)} keer`);

export const webhookPages = {
  menu: 'Webhooks',
  title: 'Webhooks: berichten aan andere systemen',
  intro:
    'Een ander systeem, zoals het zaaksysteem van een gemeente, kan meteen horen dat er iets is vastgelegd. Een bericht zegt dat er iets is ' +
    'gebeurd, in welk traject, bij welk go/no-go-moment en van welk orgaan, en waar het te lezen is. Wat er is besloten staat er nooit in. Wat een orgaan ' +
    'nog niet heeft vrijgegeven, wordt pas gemeld als het is vrijgegeven.',
  off: 'Deze installatie vertelt andere systemen niets. Wie Sluis draait, zet dat aan met WEBHOOKS=yes.',
  there: 'Wie berichten krijgt',
  none: 'Er is nog geen systeem dat berichten krijgt.',
  heads: { host: 'Systeem', region: 'Regio', state: 'Hoe het staat', waiting: 'Te versturen' },
  add: 'Systeem toevoegen',
  region: 'Regio',
  address: 'Adres (URL)',
  addressHint: 'Begint met https://, zoals de beheerder van dat systeem het opgeeft',
  make: 'Toevoegen',
  wrong: 'Er is nog niets toegevoegd',
  noRegion: 'Kies een regio',
  badAddress: 'Geef een volledig adres dat met https:// begint, zonder gebruikersnaam of wachtwoord',
  tooLong: (max: number) => `Maak het adres korter: ten hoogste ${count(max)} tekens`,
  notPublic: 'Dit adres ligt binnen een eigen netwerk. Wie Sluis draait, kan het toelaten met WEBHOOK_HOSTS_INSIDE',
  tooMany: (max: number) => `Deze regio heeft al ${count(max)} systemen: verwijder er eerst een`,
  thereAlready: 'Dit adres krijgt al berichten van deze regio',
  made: 'Toegevoegd. Dit is het geheim:',
  renewed: 'Vernieuwd. Dit is het nieuwe geheim:',
  secretHow:
    'Geef het aan de beheerder van dat systeem, die er elk bericht mee controleert. Kopieer het nu: het wordt niet nog eens getoond.',
  both: (until: Instant) => `Het vorige geheim blijft ernaast gelden tot ${momentWords(until)}.`,
  toOne: 'Verder',
  state: {
    on: 'Krijgt berichten',
    failing: (why: keyof typeof faults, status: number | null, since: Instant) =>
      `Lukt niet sinds ${momentWords(since)}: ${faults[why]}${status === null ? '' : ` (antwoord ${status})`}`,
    gone: 'Gestopt: dat systeem zei dat dit adres is opgeheven (410)',
    'gave-up': 'Gestopt: het lukte drie dagen achter elkaar niet',
    'by-hand': 'Gestopt',
  },
  nextTry: (at: Instant) =>
    `Sluis probeert het opnieuw op ${momentWords(at)}. Tot dan blijft alles wachten, in volgorde.`,
  waits: 'Wat intussen gebeurt, blijft wachten, en gaat in volgorde zodra u hervat.',
  cures: {
    'no-answer': 'Vraag de beheerder van dat systeem of het bereikbaar is.',
    'bad-address': 'Verwijder dit systeem en voeg het toe met het goede adres, dat met https:// begint.',
    'not-public':
      'Sluis verstuurt niets naar een adres binnen een netwerk. Hoort dit zo, vraag dan wie Sluis draait om WEBHOOK_HOSTS_INSIDE.',
    'bad-status': 'Vraag de beheerder van dat systeem wat dit antwoord betekent, en of het geheim daar goed staat.',
    refused: 'Vraag de beheerder van dat systeem waarom, en verstuur het bericht daarna opnieuw.',
    'no-secret':
      'SESSION_SECRET is veranderd. Vernieuw het geheim, en geef het nieuwe aan de beheerder van dat systeem.',
  } satisfies Record<keyof typeof faults, string>,
  doNow: 'Probeer het nu',
  resume: 'Hervatten',
  stop: 'Stoppen',
  ping: 'Proefbericht sturen',
  pinged: { sent: 'Het proefbericht is aangenomen.', failed: 'Het proefbericht is niet aangenomen.' },
  renew: 'Geheim vernieuwen',
  renewWhy: (days: number) =>
    `Het oude geheim blijft dan ${count(days)} dagen naast het nieuwe gelden, zodat er niets misgaat.`,
  remove: 'Verwijderen',
  removeWhy: 'Wat nog niet is verstuurd, gaat dan verloren.',
  removed: 'Dat systeem krijgt geen berichten meer.',
  sections: { failed: 'Geweigerd', waiting: 'Te versturen', sent: 'Verstuurd' },
  nothing: {
    failed: 'Er is geen bericht geweigerd.',
    waiting: 'Er wacht niets.',
    sent: 'Er is nog niets verstuurd.',
  },
  messageHeads: { what: 'Wat', about: 'Waarover', made: 'Gemaakt', state: 'Wat er is gebeurd', id: 'Kenmerk' },
  more: (max: number) => `De nieuwste ${count(max)} staan hier.`,
  firstOf: (max: number) => `De eerste ${count(max)} staan hier.`,
  kind: (event: string): string =>
    Object.hasOwn(eventNames, event) ? capital(eventNames[event as EventType]) : 'Proefbericht', // it is one of them
  message: {
    sent: (at: Instant, status: number | null) => `${momentWords(at)}, antwoord ${status ?? '–'}`,
    failed: (why: keyof typeof faults, status: number | null) =>
      `${faults[why]}${status === null ? '' : ` (antwoord ${status})`}`,
    waiting: (tries: number) => (tries === 0 ? 'nog niet geprobeerd' : `${times(tries)} geprobeerd`),
  },
  again: 'Opnieuw',
  how: 'Voor wie dat systeem bouwt',
  howText:
    'Een bericht is een CloudEvent (JSON) volgens het NL GOV-profiel, met een handtekening volgens Standard Webhooks. Antwoord binnen vijftien ' +
    'seconden met 2xx. Berichten komen in volgorde, en soms twee keer: dan met hetzelfde kenmerk (webhook-id). Een 410 zet ze stop.',
  example: 'Een bericht',
};
