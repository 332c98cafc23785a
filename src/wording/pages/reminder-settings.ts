// The words of the page on which a lead says whether reminders go by themselves, and what they say.
import type { Instant } from '../../domain/vocabulary.js';
import { momentWords } from '../language/dates.js';
import { letterMarks } from '../out/mail-letters.js';
import { listWords } from '../language/words.js';

const marks = listWords(letterMarks.map((one) => `{${one}}`));

export const reminderSettings = {
  title: 'Automatisch herinneren',
  intro:
    'Sluis kan wie nog moet besluiten een mail sturen: voor het einde van de eigen termijn, en kort erna. Op werkdagen, tussen acht ' +
    'en zes uur.',
  notSent:
    'Er is geen mailserver ingesteld: Sluis verstuurt nu niets. Wat het zou versturen, staat bij de beheerder onder Mail.',
  keptAt: (at: Instant) => `Ingesteld op ${momentWords(at)}.`,
  wrong: 'Het is niet bewaard',
  on: 'Automatisch herinneren',
  yes: 'Aan',
  no: 'Uit',
  before: 'Dagen voor de termijn',
  beforeHint: 'Een of meer, zoals 14, 7. Leeg: niet van tevoren.',
  beforeWrong: (times: number, days: number) =>
    `Schrijf bij Dagen voor de termijn ten hoogste ${times} getallen van 1 tot en met ${days}, met een komma ertussen`,
  after: 'Dagen na de termijn',
  afterHint: 'Zoals 1. Dan hoort ook de portefeuillehouder het. Leeg: niet achteraf.',
  afterWrong: (days: number) => `Schrijf bij Dagen na de termijn een getal van 1 tot en met ${days}, of laat het leeg`,
  digest: 'Weekoverzicht',
  digestHint: 'Wat er openstaat, elke week op de eerste werkdag, aan kwartiermaker en voorzitter.',
  text: 'Tekst van de herinnering',
  textHint: `Wat tussen accolades staat, vult Sluis in: ${marks}.`,
  textTooLong: (max: number) => `Houd de tekst korter dan ${max} tekens`,
  textWrong: 'Schrijf een tekst, zonder bijzondere tekens',
  strange: (names: readonly string[]) =>
    `Sluis kent ${listWords(names.map((one) => `{${one}}`))} niet: gebruik ${marks}`,
  noLink: 'Zet {link} in de tekst: zonder link weet de ontvanger niet waar het besluit wordt vastgelegd',
  unsigned: 'Zonder aanmelden',
  unsignedHint:
    'Iedere herinnering heeft een eigen link naar het formulier. Wie u hier aankruist, legt daarmee vast zonder zich aan te melden. ' +
    'Wie de mail doorstuurt, geeft dan ook dat weg. In het logboek staat dat het zo ging.',
  keep: 'Bewaren',
  who: 'Wie er bericht krijgt',
  whoText:
    'Alleen wie voor een orgaan vastlegt dat nog moet besluiten en er niet op tijd mee op een agenda staat. Iedere herinnering gaat één ' +
    'keer, en wacht in een recess van het orgaan of de regio tot de eerste werkdag erna. ' +
    'Wordt een besluitregel gewijzigd, besluiten er andere organen mee of wordt een moment opnieuw geopend, dan horen alle organen ' +
    'van dat moment dat meteen. Van een besluit dat nog niet is vrijgegeven, staat er nooit iets in. Antwoorden komen bij de kwartiermaker.',
  toSettings: (isOn: boolean) => (isOn ? 'Automatisch herinneren staat aan' : 'Automatisch herinneren staat uit'),
};
