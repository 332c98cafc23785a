// What the forms of a dossier and of its phases ask and say: its start, its end, meetings, facts and plans.
import { inSentence } from '../language/nouns.js';
import { longDay } from '../language/dates.js';

export const meetingForm = {
  expectedOn: 'Welk overleg?',
  choice: (day: string, status: string) => `${longDay(day)}: ${status}`,
  what: 'Is het overleg doorgegaan?',
  outcomes: { held: 'Gehouden', moved: 'Verplaatst naar een andere dag', cancelled: 'Vervallen' },
  heldOn: 'Datum waarop het is gehouden',
  movedTo: 'Nieuwe datum',
  values: 'Wat is er gemeld?',
  valuesHint:
    'Een getal zoals 12, 1200 of 12,5 komt in de grafiek; schrijf geen punt tussen duizendtallen. Iets anders staat er als tekst.',
  goal: (title: string, unit: string | null) => (unit === null ? title : `${title} (${unit})`),
};

export const planForm = {
  hint: (planned: string) => `Nu gepland: ${planned}. Wat u leeg laat, blijft zo.`,
};

export const processForm = {
  startedOn: 'Datum van de start',
  finding: (n: number) => `Bevinding ${n}`,
  findings: 'Bevindingen',
  findingsHint: 'Alleen te zien voor u en voor wie bezocht is.',
  informedForm: {
    title: 'Vastleggen dat een raad is geïnformeerd',
    body: 'Wie is geïnformeerd?',
    on: 'Datum waarop dat gebeurde',
  },
  workflow: 'Procesplan',
  title: 'Naam van het traject',
  reopenHint: 'De conclusie blijft te lezen. De besluiten gelden nog, en er komt een nieuwe conclusie.',
  parties: 'Welke gemeenten doen mee?',
  partiesHint: (least: number) =>
    `Noem er ten minste ${least}. Ook als een gemeente intussen is opgegaan in een andere: kies wie er was op de datum van de start.`,
  since: (day: string) => `vanaf ${longDay(day)}`,
  before: (day: string) => `tot ${longDay(day)}`,
  group: (province: string, n: number) => `${province} (${n})`,
  stopHint: 'Stoppen kan niet ongedaan worden gemaakt. Alles blijft te lezen.',
};

export const conditionForm = {
  title: 'Voorwaarde beantwoorden',
  of: (body: string) => `Voorwaarde van ${inSentence(body)}`,
  what: 'Wat is het antwoord?',
  answers: {
    adopted: 'Overnemen: het wordt zo uitgewerkt',
    carried: 'Meenemen naar een latere fase',
    rejected: 'Afwijzen',
    met: 'Vervuld',
    waived: 'Vervallen verklaren: de voorwaarde hoeft niet meer',
    disputed: 'Betwisten: dit antwoord is niet goed',
  },
  reasonHint: { rejected: 'Verplicht bij afwijzen.', waived: 'Verplicht bij vervallen verklaren.' },
  submit: 'Antwoord vastleggen',
};
