// What someone reads who starts Sluis: what of the environment or of a file is wrong, with its cure.
import { call } from '../language/call.js';

/** Of the environment; each begins with the name of its variable. */
export const environment = {
  port: 'PORT: kies een poort van 0 tot en met 65535',
  host: 'HOST: de demonstratie luistert alleen lokaal; zet DEMONSTRATION_OPEN=yes om haar open te zetten',
  hostElsewhere: (name: string, host: string) =>
    `${name}: ${host} is geen adres van deze machine; neem 127.0.0.1, of een ander adres van haar`,
  demonstrationOpen: 'DEMONSTRATION_OPEN: zet yes, of laat het leeg',
  databaseUrl: 'DATABASE_URL: alleen de ingebouwde SQLite is er nu; laat DATABASE_URL leeg',
  trustProxy: (foreign: readonly string[]) =>
    `TRUST_PROXY: ${foreign.join(', ')} is geen adres; noem adressen met een komma ertussen`,
  secondFactorRoles: (roles: readonly string[]) =>
    `SECOND_FACTOR_ROLES: noem rollen, met een komma ertussen; kies uit ${roles.join(', ')}`,
  writes: ({ min, max }: { min: number; max: number }) =>
    `WRITES_PER_MINUTE: kies een heel getal van ${min} tot en met ${max}`,
  shortSecret: (min: number) => `SESSION_SECRET: neem ten minste ${min} tekens`,
  plainSecret: 'SESSION_SECRET: dit is te raden; neem de uitkomst van "openssl rand -hex 32"',
  noSecret: (min: number) => `SESSION_SECRET: zet een geheim van ten minste ${min} tekens`,
  clockServed: 'CLOCK: alleen voor de demonstratie en voor tests; laat CLOCK leeg',
  clockWritten: 'CLOCK: schrijf een tijd als 2024-05-16T12:00:00Z',
  clockFrom: (day: string) => `CLOCK: kies een tijd vanaf ${day}`,
  baseUrl: 'BASE_URL: zet het adres waarop gebruikers binnenkomen, als https://sluis.example, zonder pad',
  baseUrlOpen: 'BASE_URL: laat gebruiker en wachtwoord weg; het adres staat in elke link',
  baseUrlPlain: 'BASE_URL: gebruik https; gewoon http kan alleen op localhost',
  contactName: 'Beheer van Sluis',
  contactUrl: 'CONTACT_URL: zet een adres dat met https:// begint',
  contactSecurity: 'CONTACT_SECURITY: zet één e-mailadres, of een adres dat met https:// begint',
  contactEmail: 'CONTACT_EMAIL: zet één e-mailadres, zonder naam',
};

/** Of who runs it and whom to ask, in the same way. */
export const duty = {
  organisation: (max: number) => `ORGANISATION: noem de organisatie in ten hoogste ${max} tekens`,
  phone: 'CONTACT_PHONE: schrijf een telefoonnummer, zoals 088 000 00 00 of +31 88 000 00 00',
  privacyOfficer: 'PRIVACY_OFFICER: zet één e-mailadres, of een adres dat met https:// begint',
  privacyStatement: 'PRIVACY_STATEMENT: zet een adres dat met https:// begint',
  accessibilityStatement: 'ACCESSIBILITY_STATEMENT: zet een adres dat met https:// begint',
};

/** Of what is told of the process, in the same way. */
export const trace = {
  logLevel: (levels: readonly string[]) => `LOG_LEVEL: kies uit ${levels.join(', ')}`,
  days: ({ min, max }: { min: number; max: number }) =>
    `SECURITY_LOG_DAYS: kies een aantal dagen van ${min} tot en met ${max}`,
  metricsPort: 'METRICS_PORT: kies een poort van 1 tot en met 65535',
  metricsOwnPort: 'METRICS_PORT: kies een andere poort dan PORT',
};

/** Of the backups that the server makes; each begins with the name of its variable. */
export const backup = {
  every: (max: number) => `BACKUP_EVERY: kies een heel aantal uren van 1 tot en met ${max}`,
  keep: (max: number) => `BACKUP_KEEP: kies een heel aantal van 1 tot en met ${max}`,
  nowhere: 'BACKUP_DIR: noem de map voor reservekopieën, of laat BACKUP_EVERY en BACKUP_KEEP leeg',
  inside: 'BACKUP_DIR: kies een map buiten DATA_DIR, liefst op een andere schijf',
};

/** Of the server that takes mail; each begins with the name of its variable. */
export const mail = {
  noServer: 'SMTP_URL: noem de server die de mail aanneemt, of laat MAIL_FROM leeg',
  server: 'SMTP_URL: schrijf smtp://naam:wachtwoord@mail.gemeente.example:587, of smtps:// voor poort 465',
  openPassword: 'SMTP_URL: laat ?tls=no weg; een wachtwoord gaat alleen over een versleutelde verbinding',
  noSender: 'MAIL_FROM: noem het adres waar de mail vandaan komt, of laat SMTP_URL leeg',
  sender: 'MAIL_FROM: zet één e-mailadres, of Naam <adres>',
};

/** Of telling other systems what happened; each begins with the name of its variable. */
export const webhooks = {
  on: 'WEBHOOKS: zet yes of no, of laat het leeg',
  inside: (strange: readonly string[]) =>
    `WEBHOOK_HOSTS_INSIDE: ${strange.join(', ')} is geen naam van een server; noem namen zonder https:// en zonder poort, met een komma ertussen`,
  oin: 'ORGANISATION_OIN: schrijf het organisatie-identificatienummer in 20 cijfers',
};

/** Of the files of plans, and of the folder of the database. */
export const files = {
  wrong: (file: string, faults: string) => `${file} klopt niet:\n${faults.replace(/^/gm, '  ')}`,
  twin: (id: string, version: number) => `versie ${version} van "${id}" is er al: verhoog de versie`,
  misnamed: (expected: string) => `de inhoud is ${expected}: geef het bestand die naam`,
  changed: (file: string) =>
    `${file} is veranderd sinds er een traject mee begon: wat loopt, gaat door met het plan dat het bij zich heeft; ` +
    'verhoog de versie om nieuwe trajecten met het veranderde plan te beginnen',
  gone: (file: string) =>
    `${file} is weg sinds er een traject mee begon: wat loopt, gaat door met het plan dat het bij zich heeft; zet het ` +
    'terug, of verhoog de versie, om er nieuwe trajecten mee te beginnen',
  lost: (file: string, hash: string) =>
    `Van ${file} is het plan waarmee trajecten begonnen (${hash}) niet bewaard zoals het was: die trajecten zijn ` +
    'beschadigd; zet een back-up terug, of het bestand zoals het was',
  noDatabase: (folder: string) =>
    `In ${folder} staat geen registratie en er is niets gemaakt: verbeter DATA_DIR, of begin met ` +
    `"${call} administrator create naam@gemeente.example".`,
  inUse: (folder: string) =>
    `${folder} is in gebruik door een ander proces: stop dat eerst, of kies een andere DATA_DIR`,
};

/** Of the clock of the machine, in the log of the server. */
export const clockWords = {
  doubt: ({ why, than }: { why: 'behind' | 'ahead' | 'jumped'; than: string }, now: string) =>
    `De klok van deze machine staat op ${now}, en ${compared[why](than)}. Er kan niets worden vastgelegd, lezen kan ` +
    `gewoon. Zet de klok gelijk, of bevestig met "${call} clock confirm" dat hij klopt.`,
  believed: 'De klok van deze machine klopt weer; er kan weer worden vastgelegd.',
  confirmed: ({ at, by }: { at: string; by: string }) => `De klok is op ${at} bevestigd door ${by}.`,
  runsOn: (from: string) =>
    `De klok van de demonstratie loopt door vanaf ${from}: zo laat is er voor het laatst iets vastgelegd. Opnieuw ` +
    `beginnen kan met: ${call} demonstration --anew`,
};

const compared = {
  behind: (than: string) => `hier is al gewerkt op ${than}`,
  ahead: (than: string) => `hier is het laatst gewerkt op ${than}`,
  jumped: (than: string) => `hij hoort op ${than} te staan: hij is vooruitgezet terwijl Sluis draaide`,
};

/** Of the security log, in the log of the server. */
export const securityLog = {
  damaged: (sequence: number) =>
    `Het beveiligingslogboek klopt niet vanaf regel ${sequence}: er is iets veranderd, weggehaald of tussengezet. Alles ` +
    'werkt gewoon; leg een reservekopie ernaast om te zien wat er stond.',
  notBegun: 'De start van Sluis kon niet in het beveiligingslogboek worden gezet: kijk of de schijf vol is.',
};

const times = (more: number): string => (more === 0 ? '' : ` (sinds de vorige melding nog ${more} keer)`);

/** Of the storage, in the log of the server; what SQLite said stands between brackets. */
export const storageFault = {
  busy: (why: string, more: number) =>
    `Een ander proces houdt de database bezet (${why})${times(more)}: wat zou worden vastgelegd, is geweigerd met 503. ` +
    'Stop dat proces als het blijft duren.',
  full: (why: string, more: number) =>
    `De schijf is vol (${why})${times(more)}: wat zou worden vastgelegd, is geweigerd met 507; lezen gaat door. ` +
    'Maak ruimte vrij op de schijf van DATA_DIR.',
  fatal: (why: string, more: number) =>
    `De opslag faalt (${why})${times(more)}: niets wordt meer vastgelegd en Sluis stopt. Kijk de schijf na.`,
};

/** So many are named in one line of the log. */
const namedMax = 20;

export const server = {
  listens: (at: string, found: string) => `Sluis luistert op ${at} en is te vinden op ${found}`,
  proxySeen: (address: string) =>
    `Voor Sluis staat een proxy (${address}) die niet in TRUST_PROXY staat: iedereen telt als één adres, en wie ` +
    `wachtwoorden raadt houdt zo iedereen op die zich aanmeldt. Zet TRUST_PROXY=${address} en start opnieuw.`,
  fatal: (why: string) => `De opslag faalde en Sluis stopt: ${why}`,
  damaged: (dossier: string, sequence: number, why: string) =>
    `Traject ${dossier} is beschadigd bij regel ${sequence} (${why}); de andere trajecten werken gewoon.`,
  peopleDamaged: (sequence: number, why: string) =>
    `Het logboek van mensen en rollen is beschadigd bij regel ${sequence} (${why}): rollen blijven zoals ze waren en er ` +
    'kan niets aan worden veranderd, tot u een reservekopie terugzet.',
  peopleMended: (people: readonly string[]) =>
    `Van ${people.length} mensen stond iets anders in de tabellen dan in het logboek van mensen en rollen; het ` +
    `logboek geldt. Het gaat om: ${people.slice(0, namedMax).join(', ')}${people.length > namedMax ? ' en anderen' : ''}.`,
  peopleTakenOver: (count: number) =>
    `Het logboek van mensen en rollen begint: ${count} mensen zijn overgenomen zoals ze er stonden. Dit gebeurt één keer, ` +
    'bij de eerste start van deze versie.',
};
