// What is said of calendars: the pages on which they are entered, and what is wrong with what was filled in.
import type { CalendarFault, CalendarFaultCode } from '../../domain/calendars/reading.js';
import type { FallsOut } from '../../domain/calendars/meetings.js';
import type { AgendaStage, Day } from '../../domain/vocabulary.js';
import { listWords } from '../language/words.js';
import { count, fullDay, longDay, shortDay } from '../language/dates.js';

const faults: Record<CalendarFaultCode, (text: string) => string> = {
  required: () => 'Vul dit in.',
  'bad-day': (text) => `“${text}” is geen datum. Schrijf een dag als 12-07-2025.`,
  'bad-line': (text) => `“${text}” is niet te lezen. Schrijf: naam: 12-07-2025 t/m 24-08-2025.`,
  'bad-number': (text) => `“${text}” kan hier niet. Vul een heel getal in binnen de grens die erbij staat.`,
  'too-long': (text) => `Dit is te lang. Gebruik hoogstens ${text} tekens.`,
  'wrong-order': (text) => `De volgorde klopt niet bij “${text}”: het einde ligt voor het begin.`,
  'covers-too-much': () => 'Een kalender geldt hoogstens tien jaar. Kies een eerdere laatste dag.',
  'never-meets': () =>
    'Met deze kalender is er geen enkele vergadering. Kies een ander ritme, vul dagen in, of kijk het reces na.',
  'lead-too-long': (text) => `De voorbereiding duurt samen ${text} dagen. Het mag hoogstens een jaar zijn.`,
  'too-many': (text) => `Dit zijn te veel regels. Gebruik er hoogstens ${text}.`,
  'after-end': (text) =>
    `“${text}” valt na de laatste dag van deze kalender. Kies een latere laatste dag, of haal hem weg.`,
};

const fallsOut: Record<FallsOut, string> = {
  recess: 'reces',
  election: 'verkiezingen of vorming',
  holiday: 'feestdag',
  cancelled: 'vervalt',
};

export const calendarStageWords: Record<Exclude<AgendaStage, 'draft'>, string> = {
  'portfolio-holder': 'Bij de portefeuillehouder',
  initialling: 'In de parafenronde',
  college: 'Bij het eigen college',
  committee: 'In de commissie',
  council: 'Voor de raad ter inzage',
};

export const calendarPages = {
  title: 'Kalenders',
  menu: 'Kalenders',
  lead: 'Hier staat wanneer bestuursorganen vergaderen. De vooruitblik van een traject rekent ermee.',
  none: 'Er is geen bestuursorgaan waarvan u de kalender kunt invullen.',
  heads: { whose: 'Van wie', state: 'Kalender', source: 'Bron' },
  unknown: 'geen kalender bekend',
  without: (n: number) => `Nog geen kalender (${count(n)})`,
  known: (until: Day) => `bekend tot en met ${shortDay(until)}`,
  knownRegion: 'ingevuld',
  region: (title: string) => `${title}: recessen en verkiezingen`,
  entered: (on: Day, by: string | null) => `Ingevuld op ${longDay(on)}${by === null ? '' : ` door ${by}`}.`,
  assumed: 'aangenomen voor de demonstratie',
  assumedOfRegion: 'De recessen en verkiezingen van de regio zijn aangenomen voor de demonstratie.',
  saved: 'De kalender is bewaard. Vooruitblikken rekenen er nu mee.',
  changed:
    'Iemand anders heeft deze kalender intussen gewijzigd. Kijk hieronder wat er nu staat en bewaar opnieuw wat nodig is.',
  wrong: 'De kalender is nog niet bewaard. Kijk wat er bij de velden staat.',
  save: 'Kalender bewaren',
  meetings: 'De komende vergaderingen',
  falls: (why: FallsOut, title: string | null) => `valt weg: ${title ?? fallsOut[why]}`,
  held: 'gaat door',
  inRecess: 'ligt in een reces, en gaat door omdat u de dag zelf invulde',
  day: fullDay,
  more: (n: number) => `En nog ${count(n)} tot het einde van de kalender.`,
  renewed: 'Na de verkiezingen',
  renewedSince: (since: Day, titles: readonly string[]) =>
    `Nieuw bestuur sinds ${longDay(since)}: ${listWords(titles)}.`,
  renewedWhy:
    'Dit is voorgelegd aan wie er voor de verkiezingen zat, en nog niet beslist. Wie er nu zit, kent het voorstel misschien niet.',
  parts: {
    covers: 'Waarvoor deze kalender geldt',
    rhythm: 'Wanneer wordt er vergaderd?',
    recess: 'Reces',
    lead: 'Hoelang van tevoren?',
    election: 'Gemeenteraadsverkiezingen',
    source: 'Waar komt dit vandaan?',
  },
  fields: {
    from: ['Eerste dag', ''],
    until: ['Laatste dag', 'Na deze dag is er weer geen kalender bekend.'],
    rhythm: ['Ritme', ''],
    weekday: ['Dag van de week', 'Bij een vaste dag.'],
    every: ['Om de hoeveel weken', 'Bij een vaste dag in de week; leeg is elke week. Hoogstens 8.'],
    nth: ['De hoeveelste in de maand', 'Bij een vaste dag in de maand.'],
    extra: [
      'Vergaderdagen',
      'Op elke regel een dag, zoals 11-09-2025. Dit zijn alle dagen, of extra dagen naast het ritme.',
    ],
    cancelled: ['Dagen die vervallen', 'Op elke regel een dag.'],
    ics: [
      'Kalender uit een ander systeem',
      'Plak hier de tekst van een .ics-bestand. De vergaderdagen die erin staan, komen bij de vergaderdagen hierboven.',
    ],
    icsAddress: [
      'Adres van een kalender in een ander systeem',
      'Een openbaar adres van een .ics-bestand. Sluis haalt het één keer op, bij het bewaren.',
    ],
    recess: ['Recessen', 'Op elke regel een naam en twee dagen: zomerreces 2025: 12-07-2025 t/m 24-08-2025'],
    keepsRegionRecess: ['Vergadert niet in de recessen van de regio', ''],
    papersDays: ['Stukken uiterlijk zoveel dagen voor de vergadering', 'Leeg is 0. Hoogstens 365.'],
    electionOn: ['Dag van de verkiezingen', 'Laat leeg als er geen bekend zijn.'],
    electionRecessFrom: ['Eerste dag waarop de raden niet meer vergaderen', ''],
    electionInstalledOn: ['Dag waarop de nieuwe raad kan vergaderen', ''],
    electionFormedOn: ['Dag waarop het nieuwe college kan besluiten', 'Laat leeg als colleges gewoon doorgaan.'],
    source: ['Bron', 'Bijvoorbeeld: vergaderschema van de griffie, vastgesteld op 10 oktober 2024.'],
  },
  leadHint: 'In dagen; leeg is 0.',
  rhythms: {
    listed: 'Geen ritme: alleen de dagen die u invult',
    weekly: 'Een vaste dag in de week',
    monthly: 'Een vaste dag in de maand',
    'working-days': 'Elke werkdag',
  },
  weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  nths: { '1': 'eerste', '2': 'tweede', '3': 'derde', '4': 'vierde', '5': 'vijfde', '-1': 'laatste' },
  period: (title: string, from: string, until: string) => `${title}: ${from} t/m ${until}`,
  fault: ({ code, text }: CalendarFault) => faults[code](text),
  ics: {
    'bad-address': () =>
      'Dit is geen adres. Het begint met https:// en staat in de kalender van het andere systeem bij delen of abonneren.',
    'not-public': () =>
      'Dit adres is niet van het openbare internet. Open het zelf, en plak de tekst van het bestand in het veld hierboven.',
    'no-answer': () =>
      'Op dit adres komt geen antwoord. Kijk of het klopt en of de kalender openbaar is, of plak de tekst in het veld hierboven.',
    'bad-status': (status: string) =>
      `De andere server geeft het bestand niet (antwoord ${status}). Is de kalender openbaar? U kunt de tekst ook in het veld hierboven plakken.`,
    'too-large': (what: string) =>
      `Dit bestand is te groot: hoogstens ${what} tekens. Vraag om een export van alleen deze vergaderingen.`,
    'ics-unreadable': () => 'Dit is geen iCalendar-tekst. Plak het hele bestand, vanaf BEGIN:VCALENDAR.',
    'ics-no-meetings': () => 'Er staat geen vergadering in tussen de eerste en de laatste dag van deze kalender.',
    'ics-too-large': (what: string) =>
      `Dit is te groot: hoogstens ${what} tekens. Vraag om een export van alleen deze vergaderingen.`,
    'ics-other-zone': (what: string) =>
      `Er staat een tijd in van een zone die Sluis niet kent: ${what}. Vraag om een export met tijden van Nederland of in UTC.`,
    'ics-no-such-day': (what: string) =>
      `Er staat een dag of een tijd in die niet bestaat: ${what}. Verbeter die in het andere systeem, of haal hem uit de tekst.`,
    'ics-other-rule': (what: string) =>
      `Er staat een herhaling in die Sluis niet kent: ${what}. Vul die vergaderdagen zelf in, en haal de regel RRULE uit de tekst.`,
    'ics-too-often': (what: string) =>
      `Er staan meer dan ${what} vergaderingen in. Kies een kortere tijd, of een ander bestand.`,
  },
};
