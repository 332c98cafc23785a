// The words of people and their roles: their pages, and what is said where nobody has the role that is needed.
import type { Origin, PeopleEventType } from '../../domain/roles/events.js';
import type { Role } from '../../domain/vocabulary.js';
import { count, longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';
import { capital, listWords, roleWords } from '../language/words.js';

export const chairWords = {
  lacking: (bodies: readonly string[]) =>
    `Niemand kan hier concluderen: ${listWords(bodies.map(inSentence))} ${bodies.length === 1 ? 'heeft' : 'hebben'} geen voorzitter. ` +
    'Vraag de beheerder om iemand die rol te geven.',
  toFind: (body: string) =>
    `${capital(inSentence(body))} heeft geen voorzitter: vraag de beheerder om iemand die rol te geven`,
};

export const peopleListWords = {
  filter: 'Welke mensen',
  filters: {
    alles: 'Iedereen',
    zonder: 'Zonder rol',
    wachtwoord: 'Nog zonder wachtwoord',
    gewist: 'Gewist',
  },
  orders: { naam: 'naam', adres: 'e-mailadres' },
  search: 'Naam, adres of orgaan',
  look: 'Zoek',
  clear: 'Toon iedereen',
  found: (n: number) => (n === 0 ? 'Niemand gevonden.' : n === 1 ? '1 persoon' : `${count(n)} mensen`),
};

export const peoplePages = {
  title: 'Mensen',
  roles: 'Rollen',
  name: 'Naam',
  email: 'E-mailadres',
  noRoles: 'geen rol',
  more: 'Meer mensen',
  add: 'Iemand toevoegen',
  give: 'Rol geven',
  end: 'Rol beëindigen',
  correct: 'Naam of adres verbeteren',
  erase: 'Gegevens wissen',
  invite: 'Eenmalige link maken',
  inviteWhy:
    'Met deze link kiest de persoon een wachtwoord, de eerste keer of als het vergeten is. Hij werkt één keer, 24 uur.',
  link: (until: string) => `Geef deze link alleen aan de persoon zelf. Hij werkt één keer, tot ${until}.`,
  mailed: (email: string) => `Sluis heeft de link ook gemaild naar ${email}.`,
  back: 'Terug naar de persoon',
  record: 'Logboek',
  recordWhy: 'Wat hier staat, kan niet meer worden veranderd. De regels van alle mensen samen vormen één keten.',
  role: 'Rol',
  body: 'Orgaan',
  bodyHint: 'Kies het orgaan waarvoor de rol geldt. Een beheerder hoort bij geen orgaan.',
  noBody: 'Geen orgaan (alleen voor een beheerder)',
  firstDay: 'Eerste dag',
  lastDay: 'Laatste dag',
  lastDayHint: 'Laat leeg als de rol niet vanzelf eindigt.',
  erasedAt: 'Datum waarop is besloten te wissen',
  from: 'Vanaf',
  until: 'Tot en met',
  open: 'zonder einde',
  when: 'Wanneer',
  what: 'Wat',
  who: 'Wie',
  why: 'Waarom',
  ended: 'voorbij',
  toCome: 'nog niet begonnen',
  valid: 'geldt',
  status: 'Stand',
  own: 'Dit bent u zelf. Niemand verandert iets aan zichzelf; vraag een andere beheerder.',
  erased: 'Gewist',
  erasedPerson: 'Gewiste persoon',
  erasedOn: (day: string) =>
    `De gegevens van deze persoon zijn gewist op ${longDay(day)}. Wat hij of zij vastlegde, staat er nog; wie het was niet.`,
  combined: (roles: readonly Role[]) =>
    `Deze persoon is tegelijk ${listWords(roles.map((role) => roleWords[role]))}. Dat mag, maar dan kijkt niemand anders mee: wie voorzitter is, legt niet vast voor het eigen college, en wat iemand als kwartiermaker voor andere organen vastlegt, wacht op hun bevestiging.`,
  eraseWill:
    'Naam, e-mailadres en de redenen in het logboek verdwijnen, de rollen eindigen vandaag en aanmelden kan niet meer. Wat de persoon vastlegde, blijft staan. Dit is niet terug te draaien; in een reservekopie van eerder staan de gegevens nog.',
  eraseTitle: 'Klopt dit? Wissen is niet terug te draaien',
};

/** A role as it is told: voorzitter van het ABO Jeugd. */
export const roleIn = (role: Role, body: string | null): string =>
  body === null ? roleWords[role] : `${roleWords[role]} van ${inSentence(body)}`;

/** vanaf 1 januari 2024, t/m 1 juni 2024 */
export const roleDays = (from: string, until: string | null): string =>
  `vanaf ${longDay(from)}${until === null ? '' : `, t/m ${longDay(until)}`}`;

const gone = 'naam en adres zijn gewist';

interface Told {
  name: string | null;
  email: string | null;
  /** With its body and days, where it is about one. */
  role: string;
  until: string;
}

/** What is recorded of somebody, in one clause. */
export const personEventWords: Record<PeopleEventType, (told: Told) => string> = {
  PersonAdded: ({ name, email }) => `Toegevoegd: ${name === null || email === null ? gone : `${name}, ${email}`}`,
  RoleGiven: ({ role }) => `Rol gegeven: ${role}`,
  RoleEnded: ({ role, until }) => `Rol beëindigd: ${role}, t/m ${until}`,
  PersonCorrected: ({ name, email }) => {
    const said = [...(name === null ? [] : [`naam ${name}`]), ...(email === null ? [] : [`adres ${email}`])];
    return `Verbeterd: ${said.length === 0 ? gone : listWords(said)}`;
  },
  PersonErased: ({ until }) => `Gegevens gewist; rollen geëindigd t/m ${until}`,
  LinkMade: () => 'Eenmalige link gemaakt, waarmee een wachtwoord kan worden gekozen',
  PasswordChosen: () => 'Wachtwoord gekozen',
};

export const originWords: Record<Origin, string> = {
  'taken-over': 'overgenomen uit de vorige versie van Sluis, die niet bijhield wie het vastlegde',
  self: 'door deze persoon zelf, aangemeld',
  shell: 'vanaf de opdrachtregel van de server',
  link: 'wie de eenmalige link had',
  sluis: 'door Sluis zelf',
};
