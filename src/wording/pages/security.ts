// The words of the security log: its page, and what each kind of entry says.
import type { SecurityEntry, SecurityKind } from '../../domain/security/entries.js';
import { count, exactMoment } from '../language/dates.js';
import { paperErasure } from '../facts/paper-erasure.js';
import { originWords } from './people.js';
import { titleOfCode } from '../refusals/problems.js';

export const securityPages = {
  title: 'Beveiligingslogboek',
  why: (days: number) =>
    `Wie zich aanmeldde, wie werd geweigerd, en wie wat mocht. Een regel blijft ${count(days)} dagen staan en kan tot dan door niemand worden veranderd. Dat u dit leest, staat er ook in.`,
  damaged: (sequence: number) =>
    `Dit logboek klopt niet vanaf regel ${count(sequence)}: er is iets veranderd, weggehaald of tussengezet. Leg een reservekopie ernaast om te zien wat er stond.`,
  kind: 'Soort',
  everything: 'Alles',
  address: 'Netwerkadres',
  from: 'Vanaf',
  until: 'Tot en met',
  show: 'Toon',
  onlyOf: (name: string) => `Alleen wat van of over ${name} is.`,
  ofEverybody: 'Toon het van iedereen',
  ofPerson: 'Wat in het beveiligingslogboek staat',
  when: 'Wanneer',
  what: 'Wat',
  who: 'Wie',
  request: 'Verzoek',
  about: 'over',
  nobody: 'onbekend',
  nothing: 'Er is niets dat hieraan voldoet.',
  older: 'Ouder',
  at: exactMoment,
};

export const securityKindWords: Record<SecurityKind, string> = {
  SignedIn: 'Aangemeld',
  SignInFailed: 'Aanmelden mislukt',
  SignInThrottled: 'Aanmelden geweigerd na te veel pogingen',
  SecondStepFailed: 'Code van de tweede stap klopte niet',
  RecoveryCodeUsed: 'Aangemeld met een herstelcode',
  SecondFactorSet: 'Tweede stap ingesteld',
  RecoveryCodesMade: 'Nieuwe herstelcodes gemaakt',
  SecondFactorEnded: 'Tweede stap gewist',
  SignedOut: 'Afgemeld',
  SignedOutElsewhere: 'Overal elders afgemeld',
  WritesThrottled: 'Geweigerd: te veel in een minuut verstuurd',
  LinkRefused: 'Link geweigerd',
  RecordedByLink: 'Vastgelegd via een link uit een mail, zonder aanmelden',
  MailLinksRevoked: 'Links uit mails ingetrokken',
  CalendarFeedMade: 'Agenda-adres gemaakt',
  CalendarFeedRevoked: 'Agenda-adres ingetrokken',
  RightsRefused: 'Geweigerd: geen recht',
  ForgedFormRefused: 'Formulier van een andere site geweigerd',
  FurtherRefusals: 'Meer weigeringen, geteld',
  RecordExported: 'Gegevens geëxporteerd',
  BackupMade: 'Reservekopie gemaakt',
  BackupRestored: 'Reservekopie teruggezet',
  PaperErased: 'Inhoud van een stuk gewist',
  HouseStyleSet: 'Huisstijl ingesteld',
  RemindersSet: 'Herinneringen ingesteld',
  WebhookMade: 'Ander systeem krijgt berichten',
  WebhookRemoved: 'Ander systeem krijgt geen berichten meer',
  WebhookSecretRenewed: 'Geheim van een ander systeem vernieuwd',
  WebhookSwitched: 'Berichten aan een ander systeem gestopt of hervat',
  SecurityLogRead: 'Beveiligingslogboek gelezen',
  EntriesForgotten: 'Regels verwijderd na hun termijn',
  ServerStarted: 'Sluis gestart',
  ServerStopped: 'Sluis gestopt',
  PersonAdded: 'Persoon toegevoegd',
  RoleGiven: 'Rol gegeven',
  RoleEnded: 'Rol beëindigd',
  PersonCorrected: 'Naam of adres verbeterd',
  PersonErased: 'Gegevens gewist',
  LinkMade: 'Eenmalige link gemaakt',
  PasswordChosen: 'Wachtwoord gekozen',
};

const former = {
  none: 'voor het eerst met dit logboek',
  stopped: 'na een gewone stop',
  'broken-off': 'nadat het vorige proces was afgebroken',
};

type StartedFacts = Extract<SecurityEntry, { type: 'ServerStarted' }>['facts'];

/** Their name says it all. */
const silentKinds = [
  'SecondStepFailed',
  'SecondFactorSet',
  'RecordedByLink',
  'CalendarFeedMade',
  'CalendarFeedRevoked',
  'RecoveryCodesMade',
  'SignedOut',
  'WritesThrottled',
  'ForgedFormRefused',
  'SecurityLogRead',
  'ServerStopped',
] as const satisfies readonly SecurityKind[];

type Silent = Pick<Extract<SecurityEntry, { type: (typeof silentKinds)[number] }>, 'type' | 'facts'>;

const isSilent = (entry: Pick<SecurityEntry, 'type' | 'facts'>): entry is Silent =>
  silentKinds.some((kind) => kind === entry.type);

/** What an entry says beside its kind; nothing where the kind says it all. */
export function securityDetail({ type, facts }: Pick<SecurityEntry, 'type' | 'facts'>): string {
  const entry = { type, facts } as Pick<SecurityEntry, 'type' | 'facts'> & SecurityEntry; // its type says which facts it has
  if (isSilent(entry)) return '';
  switch (entry.type) {
    case 'SignedIn':
      return entry.facts.session === 'token' ? 'door een programma, met een token' : 'met een browser';
    case 'SignInFailed':
    case 'SignInThrottled':
      return entry.facts.person === undefined ? 'met een e-mailadres dat niemand hier heeft' : '';
    case 'LinkRefused':
      return 'hij bestaat niet, is al gebruikt, ingetrokken of verlopen';
    case 'RightsRefused':
      return titleOfCode(entry.facts.code);
    case 'FurtherRefusals':
      return furtherWords(entry.facts);
    case 'SignedOutElsewhere':
      return placesWords(entry.facts.sessions);
    case 'MailLinksRevoked':
      return entry.facts.links === 1 ? '1 link' : `${count(entry.facts.links)} links`;
    case 'RecoveryCodeUsed':
      return `nog ${count(entry.facts.left)} over`;
    case 'SecondFactorEnded':
      return entry.facts.origin ? originWords[entry.facts.origin] : '';
    case 'RecordExported':
      return entry.facts.what;
    case 'BackupMade':
    case 'BackupRestored':
      return entry.facts.file;
    case 'PaperErased':
      return `${entry.facts.paper.slice(0, 12)}, in ${paperErasure.usesIn(entry.facts.dossiers)}`;
    case 'HouseStyleSet':
      return `van ${entry.facts.region}, versie ${count(entry.facts.version)}`;
    case 'RemindersSet':
      return remindersWords(entry.facts);
    case 'WebhookMade':
    case 'WebhookRemoved':
    case 'WebhookSecretRenewed':
      return webhookWords(entry.facts);
    case 'WebhookSwitched':
      return `${webhookWords(entry.facts)}, ${entry.facts.on ? 'hervat' : 'gestopt'}`;
    case 'EntriesForgotten':
      return `tot en met regel ${count(entry.facts.through)}`;
    case 'ServerStarted':
      return startedWords(entry.facts);
    case 'PersonAdded':
    case 'RoleGiven':
    case 'RoleEnded':
    case 'PersonCorrected':
    case 'PersonErased':
    case 'LinkMade':
    case 'PasswordChosen': {
      const { origin, event } = entry.facts;
      const by = origin === undefined ? '' : `, ${originWords[origin]}`;
      return `regel ${count(event)} van het logboek van mensen en rollen${by}`;
    }
  }
}

type RemindersTold = Extract<SecurityEntry, { type: 'RemindersSet' }>['facts'];

function remindersWords({ region, on, before, after, digest }: RemindersTold): string {
  if (!on) return `van ${region}: uit`;
  const days = [
    ...(before.length > 0 ? [`${before.join(', ')} dagen voor de termijn`] : []),
    ...(after === undefined ? [] : [`${after} dagen erna`]),
    ...(digest ? ['met een weekoverzicht'] : []),
  ];
  return `van ${region}: aan${days.length > 0 ? `, ${days.join(', ')}` : ''}`;
}

const webhookWords = ({ region, host }: { region: string; host: string }): string => `${host}, van ${region}`;

function startedWords({ version, settings, former: before }: StartedFacts): string {
  const told = Object.entries(settings).map(([name, value]) => `${name} ${value === '' ? '–' : value}`);
  return `versie ${version}, ${former[before]}: ${told.join(', ')}`;
}

const placesWords = (n: number): string => (n === 1 ? 'op 1 plaats' : `op ${count(n)} plaatsen`);

function furtherWords({ counts, addresses }: { counts: Record<string, number>; addresses?: number }): string {
  const counted = Object.entries(counts).map(
    ([kind, times]) => `nog ${count(times)} keer ${securityKindWords[kind as SecurityKind].toLowerCase()}`, // as it was counted
  );
  return [...counted, ...(addresses === undefined ? [] : [`van ${count(addresses)} adressen`])].join(', ');
}
