// The words of people in a sheet: how its columns and roles are called, and what is said of each of its rows.
import type { SheetNames } from '../../domain/roles/sheet-names.js';
import type { HeadingFault, PersonLineFault, PersonLineFaults, PeopleColumn } from '../../domain/roles/sheet-said.js';
import type { Day, Role } from '../../domain/vocabulary.js';
import { count, dayWords, longDay } from '../language/dates.js';
import { wordFieldOn } from '../refusals/fields.js';
import { saidBy, type FaultWords } from '../gates/rule-faults.js';
import { eitherWords, listWords, roleWords } from '../language/words.js';

const columns: Record<PeopleColumn, string> = {
  name: 'Naam',
  first: 'Voornaam',
  infix: 'Tussenvoegsel',
  last: 'Achternaam',
  email: 'E-mail',
  role: 'Rol',
  body: 'Orgaan',
  from: 'Van',
  until: 'Tot en met',
};

export const sheetNames: SheetNames = {
  columns: {
    name: ['Naam', 'Volledige naam', 'Naam medewerker', 'Medewerker', 'Persoon', 'Wie', 'Name'],
    first: ['Voornaam', 'Roepnaam', 'Voornamen', 'Voorletters'],
    infix: ['Tussenvoegsel', 'Tussenvoegsels', 'Voorvoegsel'],
    last: ['Achternaam', 'Familienaam'],
    email: ['E-mail', 'E-mailadres', 'Email', 'Emailadres', 'Mail', 'Mailadres', 'E-mail adres', 'E-mail werk'],
    role: ['Rol', 'Functie', 'Rol in Sluis'],
    body: ['Orgaan', 'Gemeente', 'Organisatie', 'Wie besluit', 'College of raad', 'Overleg', 'Regio', 'Namens'],
    from: ['Van', 'Vanaf', 'Ingangsdatum', 'Begin', 'Begindatum', 'Eerste dag', 'Startdatum'],
    until: ['Tot', 'Tot en met', 'T/m', 'Einde', 'Einddatum', 'Laatste dag'],
  },
  roles: {
    'process-lead': ['Kwartiermaker', 'Procesleider', 'Procesregisseur', 'Projectleider', 'Regiosecretaris'],
    secretary: [
      'Secretaris',
      'Collegesecretaris',
      'Gemeentesecretaris',
      'Secretaris van het college',
      'Bestuurssecretaris',
      'Secr',
      'Plaatsvervangend secretaris',
      'Plv secretaris',
      'Locosecretaris',
      'Loco-secretaris',
    ],
    clerk: [
      'Griffier',
      'Raadsgriffier',
      'Griffier van de raad',
      'Plaatsvervangend griffier',
      'Plv griffier',
      'Waarnemend griffier',
    ],
    chair: ['Voorzitter', 'Vz', 'Voorzitter ABO'],
    'deputy-chair': ['Plaatsvervangend voorzitter', 'Plv. voorzitter', 'Plv voorzitter', 'Vicevoorzitter'],
    'chair-secretary': ['Secretaris van het overleg', 'Secretaris overleg', 'Ambtelijk secretaris', 'Secretaris ABO'],
    contact: ['Contactpersoon', 'Contact', 'Ambtelijk contactpersoon'],
    'portfolio-holder': ['Portefeuillehouder', 'Wethouder', 'Portefeuillehouder jeugd'],
    reader: ['Lezer', 'Meelezer', 'Alleen lezen'],
    administrator: ['Beheerder', 'Functioneel beheerder', 'Applicatiebeheerder'],
  },
  days: dayWords,
  and: ['en', 'of', 'tevens'],
  ignored: [
    'gemeente',
    'gem',
    'gemeentebestuur',
    'van',
    'de',
    'het',
    'b',
    'en',
    'w',
    'burgemeester',
    'wethouders',
    'der',
  ],
  same: { gemeenteraad: 'raad', benw: 'college', bw: 'college', collegebw: 'college' },
};

/** Quoted, and no longer than one reads. */
export const quoted = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;

export const spoiledBy: Record<PersonLineFaults['spoiled']['by'], string> = {
  formula: 'is een formule zonder uitkomst; kopieer in Excel de cellen en plak ze als waarden',
  'formula-error': 'is een formule met een fout; verbeter die in Excel, of typ de waarde',
  figures: 'is door Excel afgekort, waardoor cijfers ontbreken; zet de cel in Excel op Tekst en typ het nummer opnieuw',
  narrow: 'past niet in de kolom en is daardoor niet meegekomen; maak de kolom in Excel breder en kopieer opnieuw',
  merged: 'staat in een cel die over meer kolommen is samengevoegd; splits die in Excel en vul elke kolom',
  letters: 'heeft letters die onderweg zijn veranderd; typ de tekst opnieuw, of sla het bestand op als CSV UTF-8',
};

const faults: FaultWords<PersonLineFaults> = {
  missing: ({ column }) =>
    column === 'email'
      ? 'E-mail ontbreekt; vul het adres in, of haal deze rij weg.'
      : `${columns[column]} ontbreekt; vul die in.`,
  spoiled: ({ column, text, by }) => `${columns[column]}${text === '' ? '' : ` ${quoted(text)}`} ${spoiledBy[by]}.`,
  'bad-name': ({ text }) =>
    `Naam ${quoted(text)} is te lang of bevat tekens die hier niet kunnen; schrijf voor- en achternaam.`,
  'name-is-address': ({ text }) => `Naam ${quoted(text)} is een e-mailadres; schrijf hoe deze persoon heet.`,
  'bad-address': ({ text }) =>
    `E-mail ${quoted(text)} is geen e-mailadres; schrijf het als naam@gemeente.nl, in gewone letters.`,
  'two-addresses': ({ text }) => `E-mail ${quoted(text)} is meer dan één adres; noem er één.`,
  'unknown-role': ({ text, nearest }) =>
    `Rol ${quoted(text)} is geen rol${nearest === null ? `; kies uit ${eitherWords(Object.values(roleWords))}` : `; bedoelt u ${roleWords[nearest]}?`}${nearest === null ? '.' : ''}`,
  'two-roles': ({ text }) => `Rol ${quoted(text)} is meer dan één rol; maak voor elke rol een eigen rij.`,
  'role-not-here': ({ role, body }) =>
    `Orgaan ${quoted(body)} heeft geen ${roleWords[role]}; ${belongs[role] ?? 'kies een andere rol of een ander orgaan'}.`,
  'unknown-body': ({ text, nearest }) =>
    nearest === null
      ? `Orgaan ${quoted(text)} is geen gemeente of orgaan dat Sluis kent; schrijf het zoals het in Beheer staat.`
      : `Orgaan ${quoted(text)} is geen gemeente of orgaan dat Sluis kent; bedoelt u ${nearest}?`,
  'which-body': ({ text, titles }) =>
    `Orgaan ${quoted(text)} kan meer betekenen; schrijf welke: ${eitherWords(titles.slice(0, 6))}.`,
  'body-missing': ({ role }) => `Orgaan ontbreekt; schrijf van wie deze persoon ${roleWords[role]} is.`,
  'role-missing': ({ body }) => `Rol ontbreekt; schrijf wat deze persoon doet voor ${body}.`,
  'no-body-for-administrator': ({ body }) =>
    `Orgaan ${quoted(body)} hoort hier niet: een beheerder is dat van heel Sluis; laat die cel leeg.`,
  'bad-day': ({ column, text, isShort }) =>
    `${columns[column]} ${quoted(text)} is geen bestaande datum; schrijf ${isShort ? 'het jaar met vier cijfers' : 'dag, maand en jaar als 16-5-2025'}.`,
  'until-early': ({ from, until }) =>
    `Tot en met ${longDay(until)} ligt voor de eerste dag, ${longDay(from)}; verwissel ze of verbeter er een.`,
  'two-names': ({ row, name }) =>
    `E-mail staat ook in rij ${row}, bij ${name}; schrijf overal dezelfde naam, of noem twee adressen.`,
  'same-as-row': ({ row }) => `Deze rij zegt hetzelfde als rij ${row}; haal een van beide weg.`,
  refused: ({ error }) => wordFieldOn(error, columns[columnAt(error.pointer)]),
};

const belongs: Partial<Record<Role, string>> = {
  secretary: 'een secretaris hoort bij een college, schrijf dat of kies een andere rol',
  clerk: 'een griffier hoort bij een raad, schrijf die of kies een andere rol',
  chair: 'een voorzitter hoort bij een overleg, schrijf dat of kies een andere rol',
  'deputy-chair': 'een plaatsvervangend voorzitter hoort bij een overleg, schrijf dat of kies een andere rol',
  'process-lead': 'een kwartiermaker hoort bij een overleg van de regio, schrijf dat of kies een andere rol',
  reader: 'een lezer hoort bij een overleg van de regio, schrijf dat of kies een andere rol',
};

const columnAt = (pointer: string): PeopleColumn =>
  (['name', 'email', 'role', 'body', 'from', 'until'] as const).find((one) => pointer === `/${one}`) ?? 'name';

const headingWords = (fault: HeadingFault): string => {
  switch (fault.code) {
    case 'no-headings':
      return 'De regel met kopjes ontbreekt. Zet boven de rijen ten minste Naam en E-mail, en meestal ook Orgaan en Rol.';
    case 'column-missing':
      return fault.nearest === null
        ? `De kolom ${columns[fault.column]} ontbreekt; zet dat kopje erboven.`
        : `De kolom ${columns[fault.column]} ontbreekt. Is dat de kolom '${fault.nearest}'? Noem die dan ${columns[fault.column]}.`;
    case 'column-twice':
      return `De kolom ${columns[fault.column]} staat er twee keer; laat een van beide weg.`;
  }
};

export const peopleSheetWords = {
  title: 'Mensen uit een lijst toevoegen',
  columns,
  faultWords: (fault: PersonLineFault): string => saidBy(faults, fault),
  headingWords,
  why: 'Kopieer in Excel de rijen met de kopjes erboven en plak ze hier, of kies het bestand. U ziet eerst wat ermee gebeurt; er wordt nog niets vastgelegd.',
  asked:
    'Kolommen: Naam, E-mail, Orgaan en Rol; als u wilt ook Van en Tot en met. De volgorde is vrij, andere kolommen worden overgeslagen. Een gemeente als orgaan is genoeg: een secretaris komt bij het college, een griffier bij de raad.',
  sample: {
    heads: ['Naam', 'E-mail', 'Orgaan', 'Rol'],
    rows: [
      ['Sara de Boer', 's.deboer@assen.example', 'Assen', 'secretaris'],
      ['Henk Vos', 'h.vos@assen.example', 'Assen', 'griffier'],
    ],
  },
  sampleTitle: 'Hoe de lijst eruitziet',
  sheet: 'De lijst',
  rows: 'Rijen',
  wrong: 'Wat niet goed is',
  paste: 'Rijen',
  pasteHint: 'Met de kopjes erboven.',
  file: 'Of een bestand',
  fileHint: 'Excel (.xlsx) of CSV, hoogstens 2 MB. Van een werkboek wordt het eerste tabblad gelezen.',
  look: 'Bekijken wat er gebeurt',
  lookAgain: 'Opnieuw nakijken',
  nothing: 'Plak rijen, of kies een bestand.',
  wrongTitle: (wrong: number, all: number) =>
    `Aan ${count(wrong)} van de ${count(all)} ${all === 1 ? 'rij' : 'rijen'} is iets niet goed`,
  wrongWhy: 'Er is niets vastgelegd. Verbeter de rijen hieronder, of in Excel, en kijk opnieuw na.',
  unreadTitle: 'De lijst kan zo niet worden gelezen',
  readyTitle: (n: number) =>
    n === 1 ? 'Klopt dit? Er wordt 1 rij toegevoegd' : `Klopt dit? Er worden ${count(n)} rijen toegevoegd`,
  sums: (fresh: number, known: number, again: number) => {
    const said = [
      ...(fresh > 0
        ? [`${count(fresh)} ${fresh === 1 ? 'nieuw mens krijgt' : 'nieuwe mensen krijgen'} een eenmalige link`]
        : []),
      ...(known > 0
        ? [`${count(known)} ${known === 1 ? 'rij geeft een bekende' : 'rijen geven bekenden'} een rol erbij`]
        : []),
      ...(again > 0
        ? [`${count(again)} ${again === 1 ? 'rij geeft' : 'rijen geven'} iemand uit de lijst nog een rol`]
        : []),
    ];
    return `${listWords(said)}.`;
  },
  submit: (n: number) => (n === 1 ? '1 rij toevoegen' : `${count(n)} rijen toevoegen`),
  row: 'Rij',
  what: 'Wat er gebeurt',
  fresh: 'Nieuw: krijgt een link',
  again: 'Staat al in een rij hierboven: krijgt deze rol erbij',
  known: 'Al bekend: krijgt deze rol erbij',
  noRole: 'nog geen rol',
  fromDay: (from: Day) => `vanaf ${longDay(from)}`,
  untilDay: (until: Day) => `t/m ${longDay(until)}`,
  merged: (names: readonly PeopleColumn[]) =>
    `${listWords(names.map((one) => columns[one]))} uit een samengevoegde cel`,
  unread: (names: readonly string[]) =>
    `${names.length === 1 ? 'De kolom' : 'De kolommen'} ${listWords(names.map(quoted))} ${names.length === 1 ? 'wordt' : 'worden'} niet gelezen.`,
  otherSheets: (names: readonly string[]) =>
    `Alleen het eerste tabblad waar iets op staat is gelezen, niet ${listWords(names.map(quoted))}.`,
  hiddenRows: (rows: readonly number[]) =>
    `${rows.length === 1 ? 'Rij' : 'Rijen'} ${listWords(rows.slice(0, 20).map(String))}${rows.length > 20 ? ` en nog ${count(rows.length - 20)}` : ''} ${rows.length === 1 ? 'is' : 'zijn'} in Excel verborgen of weggefilterd, maar wel gelezen. Haal weg wat niet mee moet.`,
  onlyWrong: 'Rijen die niet goed zijn',
  others: (n: number) => `${count(n)} ${n === 1 ? 'rij die goed is' : 'rijen die goed zijn'}`,
  change: 'Rijen wijzigen',
  meanwhile: 'Er is ondertussen iets veranderd aan de mensen. Kijk de rijen opnieuw na.',
  done: (n: number) => (n === 1 ? '1 rij is toegevoegd' : `${count(n)} rijen zijn toegevoegd`),
  links: 'Eenmalige links',
  send: (until: string) =>
    `Stuur elke link alleen aan de persoon zelf. Daarmee kiest die een wachtwoord. Hij werkt één keer, tot ${until}. Sluis verstuurt ze niet, en toont ze niet nog eens; een nieuwe maakt u op de bladzijde van de persoon.`,
  copy: 'Om te kopiëren naar Excel of een mail',
  noLinks: 'Iedereen was al bekend en houdt het eigen wachtwoord. Er zijn geen links nodig.',
  link: 'Link',
  knownAlready: 'was al bekend',
  toRoles: 'Naar mensen en rollen',
  next: 'Nog een lijst',
};
