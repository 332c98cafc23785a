// What someone reads who starts Sluis: what of the environment or of a file is wrong, with its cure.

/** Of the environment; each begins with the name of its variable. */
export const environment = {
  port: 'PORT: kies een poort van 0 tot en met 65535',
  host: 'HOST: de demonstratie luistert alleen lokaal; zet DEMONSTRATION_OPEN=yes om haar open te zetten',
  databaseUrl: 'DATABASE_URL: alleen de ingebouwde SQLite is er nu; laat DATABASE_URL leeg',
  trustProxy: (foreign: readonly string[]) =>
    `TRUST_PROXY: ${foreign.join(', ')} is geen adres; noem adressen met een komma ertussen`,
  shortSecret: (min: number) => `SESSION_SECRET: neem ten minste ${min} tekens`,
  noSecret: (min: number) => `SESSION_SECRET: zet een geheim van ten minste ${min} tekens`,
  clockServed: 'CLOCK: alleen voor de demonstratie en voor tests; laat CLOCK leeg',
  clockWritten: 'CLOCK: schrijf een tijd als 2024-05-16T12:00:00Z',
  clockFrom: (day: string) => `CLOCK: kies een tijd vanaf ${day}`,
  baseUrl: 'BASE_URL: zet het adres waarop gebruikers binnenkomen, als https://sluis.example, zonder pad',
  baseUrlPlain: 'BASE_URL: gebruik https; gewoon http kan alleen op localhost',
  contactName: 'Beheer van Sluis',
  contactUrl: 'CONTACT_URL: zet een adres dat met https:// begint',
  contactEmail: 'CONTACT_EMAIL: zet één e-mailadres, zonder naam',
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
    '"npx sluis administrator create naam@gemeente.example".',
  inUse: (folder: string) =>
    `${folder} is in gebruik door een ander proces: stop dat eerst, of kies een andere DATA_DIR`,
};

/** Of the clock of the machine, in the log of the server. */
export const clockWords = {
  doubt: ({ why, than }: { why: 'behind' | 'ahead' | 'jumped'; than: string }, now: string) =>
    `De klok van deze machine staat op ${now}, en ${compared[why](than)}. Er kan niets worden vastgelegd, lezen kan ` +
    'gewoon. Zet de klok gelijk, of bevestig met "npx sluis clock confirm" dat hij klopt.',
  believed: 'De klok van deze machine klopt weer; er kan weer worden vastgelegd.',
  confirmed: ({ at, by }: { at: string; by: string }) => `De klok is op ${at} bevestigd door ${by}.`,
  runsOn: (from: string, folder: string) =>
    `De klok van de demonstratie loopt door vanaf ${from}: zo laat is er al iets vastgelegd. Kies een andere DATA_DIR ` +
    `dan ${folder} om eerder te beginnen.`,
};

const compared = {
  behind: (than: string) => `hier is al gewerkt op ${than}`,
  ahead: (than: string) => `hier is het laatst gewerkt op ${than}`,
  jumped: (than: string) => `hij hoort op ${than} te staan: hij is vooruitgezet terwijl Sluis draaide`,
};

/** So many are named in one line of the log. */
const namedMax = 20;

export const server = {
  listens: (at: string, found: string) => `Sluis luistert op ${at} en is te vinden op ${found}`,
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
