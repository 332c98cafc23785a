// A list of decisions that is pasted as text.
import type { ListWords } from '../../domain/sheets/decision-list-text.js';
import { inSentence } from '../language/nouns.js';

export const decisionListNames: ListWords = {
  decided: ['besluit', 'besluiten', 'beslissing', 'uitkomst', 'besloten', 'collegebesluit', 'raadsbesluit'],
  asked: [
    'gevraagd',
    'gevraagde',
    'voorgesteld',
    'voorgestelde',
    'voorstel',
    'concept',
    'conceptbesluit',
    'ontwerp',
    'ontwerpbesluit',
    'advies',
    'geadviseerd',
    'beslispunt',
    'beslispunten',
  ],
  numbered: ['zaaknummer', 'zaak', 'kenmerk', 'registratienummer', 'besluitnummer', 'nummer'],
  vague: ['besloten'],
  topics: ['instemming', 'toestemming', 'zienswijze', 'onthouding', 'afwijzing', 'voorbehoud'],
  doubts: [
    ...['niet', 'geen', 'nog', 'mits', 'tenzij', 'later', 'volgende', 'deels', 'gedeeltelijk', 'tegen'],
    ...['voorwaarde', 'voorwaarden', 'voorbehoud', 'kanttekening', 'kanttekeningen', 'opmerking', 'opmerkingen'],
    ...['aandachtspunt', 'aandachtspunten', 'wijziging', 'wijzigingen', 'gewijzigd', 'gewijzigde', 'amendement'],
    ...['houden', 'aangehouden', 'aanhouden', 'wijzen', 'wijst', 'afgewezen', 'afwijzen', 'afwijking', 'afwijken'],
    ...['stellen', 'uitgesteld', 'uitstellen', 'verdaagd', 'verdagen', 'doorgeschoven', 'weigert', 'weigeren'],
    ...['ingetrokken', 'intrekken', 'trekken', 'terug', 'teruggenomen', 'terugverwezen', 'heroverwegen', 'onthouden'],
    ...['kennis', 'kennisgeving', 'kennisneming'],
  ],
};

export const decisionListWords = {
  title: 'Besluitenlijst plakken',
  why: 'Plak de openbare besluitenlijst van een vergadering. Sluis zoekt op wat over uw open vragen gaat en vult het besluitformulier voor u in. U kijkt het na en legt het zelf vast.',
  whose: 'Van wie is deze besluitenlijst?',
  list: 'De besluitenlijst',
  look: 'Opzoeken',
  tooLong:
    'Dit is te lang: hoogstens 60.000 tekens. Plak alleen het deel over uw vraag. Wat er nu staat, is het begin.',
  nothing: 'Plak de tekst van de besluitenlijst.',
  whoseMissing: 'Kies van wie deze besluitenlijst is.',
  found: 'Wat er in de lijst staat',
  none: 'Hierover is in de lijst niets gevonden. Leg het besluit zo nodig zelf vast.',
  noQuestions: (body: string) => `Er is nu niets waarover ${inSentence(body)} nog moet besluiten.`,
  maybe: 'Dit kan erover gaan',
  decision: 'Besluit',
  on: 'Datum',
  reference: 'Kenmerk',
  unsure: 'niet zeker; vul dit zelf in',
  open: 'Nakijken in het formulier',
  again: 'Een andere lijst',
};
