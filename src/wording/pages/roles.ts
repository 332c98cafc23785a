// The words of who holds which role for which body: the page of it, and the form by which somebody is let in.
import type { Role, WorksAs } from '../../domain/vocabulary.js';
import { count } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';
import { capital, listWords, roleWords } from '../language/words.js';

/** More than so many bodies are counted, not named. */
const namedMax = 5;

const nouns: Partial<Record<WorksAs, string>> = { college: 'colleges', council: 'raden' };

const each = (bodies: readonly string[], works: WorksAs): string =>
  bodies.length > namedMax ? `${count(bodies.length)} ${nouns[works] ?? 'organen'}` : listWords(bodies.map(inSentence));

export const rolesPages = {
  title: 'Beheer',
  roles: 'Mensen en rollen',
  add: 'Iemand toevoegen',
  addMany: 'Lijst toevoegen',
  everyone: 'Alle mensen',
  history: 'Verloop van rollen',
  verdict: (empty: number, all: number) =>
    empty === 0
      ? all === 1
        ? 'De enige plek is bezet'
        : `Alle ${count(all)} plekken zijn bezet`
      : `${count(empty)} van ${count(all)} ${all === 1 ? 'plek' : 'plekken'} ${empty === 1 ? 'is' : 'zijn'} leeg`,
  waiting: (n: number) =>
    n === 1 ? '1 persoon koos nog geen wachtwoord' : `${count(n)} mensen kozen nog geen wachtwoord`,
  missing: (role: Role, works: WorksAs, bodies: readonly string[]) =>
    `${capital(each(bodies, works))} ${bodies.length === 1 ? 'heeft' : 'hebben'} geen ${roleWords[role]}.`,
  stops: {
    chair: 'Daar kan niemand concluderen.',
    'process-lead': 'In deze regio kan niemand een traject starten of een besluit voorleggen.',
    secretary: 'Niemand legt daarvan besluiten vast of bevestigt ze.',
    clerk: 'Niemand legt daarvan besluiten vast of bevestigt ze.',
  } satisfies Partial<Record<Role, string>>,
  invite: (role: Role) => `${capital(roleWords[role])} toevoegen`,
  onlyOne:
    'U bent de enige beheerder. Bent u er niet, of bent u uw wachtwoord kwijt, dan kan niemand een rol geven. Voeg een tweede beheerder toe.',
  addSecond: 'Tweede beheerder toevoegen',
  taskVerb: 'Toevoegen',
  nobodyYet: 'Nog niemand',
  optional: 'Toevoegen',
  replace: 'Vervanger',
  replaceOf: (role: Role, body: string) => `Vervanger toevoegen: ${roleWords[role]} van ${inSentence(body)}`,
  addTo: (role: Role, body: string) => `Toevoegen: ${roleWords[role]} van ${inSentence(body)}`,
  awaits: 'nog geen wachtwoord',
  until: (day: string) => `t/m ${day}`,
  from: (day: string) => `vanaf ${day}`,
  region: 'Regio',
  unnamed: 'Andere organen',
  consultations: 'Overleggen',
  municipalities: 'Gemeenten',
  others: 'Anderen die besluiten',
  body: 'Orgaan',
  municipality: 'Gemeente',
  heads: {
    chair: 'Voorzitter',
    lead: 'Kwartiermaker',
    readers: 'Lezers',
    college: 'College: secretaris',
    council: 'Raad: griffier',
    secretary: 'Secretaris',
  },
  onlyEmpty: (n: number) => `Alleen lege plekken (${count(n)})`,
  all: 'Alle plekken',
  noneInUse:
    'Nog geen regio werkt met deze installatie. Kies de regio om te zien wie er nodig is, of voeg meteen iemand toe.',
  otherRegions: 'Een andere regio erbij',
  noRegions:
    'Er is geen procesplan met vaste gemeenten. Voeg eerst een kwartiermaker toe; zodra er een traject loopt, staat hier wie nog ontbreekt.',
  historyOf: (body: string) => `Rollen van ${inSentence(body)}`,
  historyWhy: 'Wie welke rol kreeg en kwijtraakte, van wie en waarom; het nieuwste eerst. Dit kan niemand veranderen.',
  noHistory: 'Hier is nog geen rol gegeven.',
  older: 'Oudere regels',
  whose: 'Van wie',
};

/** The form by which somebody is let in, and what follows. */
export const letInWords = {
  title: 'Iemand toevoegen',
  replaceTitle: 'Vervanger toevoegen',
  person: 'Wie',
  role: 'Rol',
  roleTitle: 'Wat deze persoon doet',
  roleHint:
    'Kies wat deze persoon doet. Zonder rol kan iemand zich wel aanmelden, maar ziet niets; u geeft de rol dan later.',
  noRole: 'Nog geen rol',
  emailHint: 'Hoort dit adres al bij iemand hier, dan krijgt die persoon de rol erbij, en houdt het eigen wachtwoord.',
  replaceHint: 'Wie vervangt, heeft zo lang dezelfde rol. Wie vervangen wordt, houdt de eigen rol.',
  now: 'Nu',
  done: (name: string) => `${name} is toegevoegd`,
  givenTo: (name: string) => `${name} heeft de rol erbij gekregen`,
  known: 'Deze persoon was hier al bekend en houdt het eigen wachtwoord. Er is geen nieuwe link nodig.',
  send: (until: string) =>
    `Kopieer deze link en stuur hem alleen aan de persoon zelf. Daarmee kiest die een wachtwoord. Hij werkt één keer, tot ${until}. Sluis verstuurt hem niet, en toont hem niet nog eens; een nieuwe maakt u op de bladzijde van de persoon.`,
  link: 'Eenmalige link',
  next: 'Nog iemand toevoegen',
  toRoles: 'Naar mensen en rollen',
  toPerson: 'Naar de bladzijde van deze persoon',
};

/** What an ending will do. */
export const endingWords = {
  title: 'Klopt dit? Een einde kan later alleen nog naar voren',
  submit: 'Rol beëindigen',
  will: (name: string, role: string) =>
    `${name} wordt overal afgemeld, en doet na die dag niets meer als ${role}. Wat al is vastgelegd, blijft staan.`,
  leaves: (role: string, body: string) => `Daarna is er voor ${inSentence(body)} niemand meer als ${role}.`,
};
