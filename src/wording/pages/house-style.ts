// How the pages of a region look: the words of the pages on which that is set, and of what is wrong with what was filled in.
import type { AccentJudged } from '../../domain/accent.js';
import { logoMax, logoSides, type LogoFault } from '../../domain/logo.js';
import type { Instant } from '../../domain/vocabulary.js';
import { dayOf } from '../../domain/calendar.js';
import { count, longDay } from '../language/dates.js';

const figure = (contrast: number): string => `${contrast.toFixed(2).replace('.', ',')} : 1`;

const kilobytes = count(logoMax / 1_000);

type Size = { width: number; height: number } | undefined;

const logoFaults: Record<LogoFault, (size: Size) => string> = {
  'logo-too-large': () => `Dit bestand is te groot. Kies een logo van hoogstens ${kilobytes} kB.`,
  'logo-empty': () => 'Dit bestand is leeg. Kies een ander bestand.',
  'logo-is-svg': () =>
    'Dit is een SVG, hoe het bestand ook heet. Daarin kan een programma staan. Sla het logo op als PNG, JPEG of WebP.',
  'logo-of-other-kind': () =>
    'Dit is geen PNG, JPEG of WebP, hoe het bestand ook heet. Sla het logo op als een van deze drie.',
  'logo-broken': () => 'Dit beeld is niet heel, of beweegt. Sla het logo opnieuw op als PNG, JPEG of WebP.',
  'logo-too-wide': (size) =>
    `Dit beeld is ${pixels(size)} groot. Maak het logo hoogstens ${count(logoSides.max)} bij ${count(logoSides.max)} pixels.`,
  'logo-too-small': (size) =>
    `Dit beeld is ${pixels(size)} groot. Kies een logo van ten minste ${logoSides.min} bij ${logoSides.min} pixels.`,
};

const pixels = (size: Size): string => `${count(size?.width ?? 0)} bij ${count(size?.height ?? 0)} pixels`;

const verdicts: Record<NonNullable<AccentJudged['resembles']>, string> = {
  for: '‘akkoord’',
  conditions: '‘akkoord onder voorwaarden’',
  against: '‘niet akkoord’',
  deferred: '‘aangehouden’',
};

export const houseStyle = {
  title: 'Huisstijl',
  titleOf: (region: string) => `Huisstijl van ${region}`,
  why: 'Zo ziet iedereen die bij een regio hoort de bladzijden: met de naam, het logo en de kleur van die regio, ook op papier.',
  heads: { region: 'Regio', name: 'Naam bovenaan', since: 'Ingesteld op' },
  asProduct: 'zoals Sluis zelf',
  day: (at: Instant) => longDay(dayOf(at)),
  lead: 'Vul in wat van de regio zelf is. Wat u leeg laat, blijft zoals Sluis het heeft. U ziet eerst hoe het wordt; daarna bevestigt u.',
  name: 'Naam bovenaan elke bladzijde',
  nameHint: 'Bijvoorbeeld: Jeugdhulpregio Drenthe',
  logo: 'Logo',
  logoHint: `PNG, JPEG of WebP van hoogstens ${kilobytes} kB. Het staat op wit, ook als iemand donkere bladzijden heeft. Op papier (PDF en Word) staan de naam en een logo in PNG of JPEG; WebP kan daar niet.`,
  hasLogo: 'Dit logo is er nu. Kies een bestand om het te vervangen.',
  withoutLogo: 'Laat het logo weg',
  accent: 'Kleur van knoppen en links',
  accentHint: 'Zes cijfers of letters, zoals #154273. Sluis kijkt of tekst in deze kleur te lezen is.',
  look: 'Bekijk hoe het wordt',
  nameTooLong: (max: number) => `Deze naam is te lang. Gebruik hoogstens ${max} tekens.`,
  nameWrong: 'Deze naam kan niet getoond worden. Gebruik letters, cijfers en leestekens op één regel.',
  noColour: 'Dit is geen kleur. Schrijf een # met zes cijfers of letters van a tot en met f, zoals #154273.',
  tooLight: (contrast: number, nearest: string) =>
    `Tekst in deze kleur heeft een contrast van ${figure(contrast)}; nodig is 4,5 : 1. De dichtstbijzijnde kleur die het haalt is ${nearest}.`,
  logoFaults,
  saved: 'De huisstijl is ingesteld. Iedereen van deze regio ziet hem vanaf nu.',
  wrong: 'Er is nog niets veranderd. Kijk na wat hieronder staat.',
  previewTitle: 'Zo wordt het',
  preview:
    'Deze bladzijde heeft de nieuwe huisstijl al: bovenaan de naam en het logo, hieronder de kleur. Anderen zien hem pas als u bevestigt.',
  plain: 'U hebt niets ingevuld: dan ziet deze regio er weer uit zoals Sluis zelf.',
  noLogo: 'Zonder logo staat het teken van Sluis bovenaan.',
  contrast: ({ contrast, darkContrast }: Pick<AccentJudged, 'contrast' | 'darkContrast'>) =>
    `Tekst in deze kleur heeft ten minste een contrast van ${figure(contrast)}, en op donkere bladzijden, waar Sluis hem lichter maakt, ${figure(darkContrast)}. Nodig is 4,5 : 1.`,
  resembles: (verdict: NonNullable<AccentJudged['resembles']>) =>
    `Deze kleur lijkt op de kleur waarin Sluis ${verdicts[verdict]} tekent. Wie snel kijkt, kan een knop of een link daarvoor houden. Kies liever een kleur die er niet op lijkt.`,
  sampleLink: 'Een link ziet er zo uit',
  samplePressed: 'Dit is gekozen',
  confirm: 'Gebruik deze huisstijl',
  change: 'Verander nog iets',
  late: 'Intussen stelde iemand anders een huisstijl in. Er is niets veranderd; kijk eerst hoe het nu is.',
  toNow: 'Bekijk hoe het nu is',
};
