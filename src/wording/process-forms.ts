// What the forms of a dossier and of its phases ask and say: its start, its end, meetings, facts and plans.
import { longDay } from './dates.js';

export const meetingForm = {
  expectedOn: 'Welk overleg?',
  choice: (day: string, status: string) => `${longDay(day)}: ${status}`,
  what: 'Wat werd ervan?',
  outcomes: { held: 'Gehouden', moved: 'Verplaatst naar een andere dag', cancelled: 'Vervallen' },
  heldOn: 'Datum waarop het is gehouden',
  movedTo: 'Nieuwe datum',
  values: 'Wat is er gemeld?',
  valuesHint:
    'Een getal zoals 12, 1200 of 12,5 komt in de grafiek; schrijf geen punt tussen duizendtallen. Iets anders staat er als tekst.',
  goal: (title: string, unit: string | null) => (unit === null ? title : `${title} (${unit})`),
  reasonHint: 'Verplicht bij verplaatsen en vervallen, en als u verbetert wat er al stond.',
};

export const planForm = {
  movedOn: 'Datum waarop het plan wijzigde',
  from: 'Nieuw gepland begin',
  until: 'Nieuw gepland einde',
  hint: (planned: string) => `Nu gepland: ${planned}. Wat u leeg laat, blijft zo.`,
};

export const factForm = {
  fact: 'Wat is er gebeurd?',
  happenedOn: 'Datum waarop het gebeurde',
  source: 'Bron',
  sourceHint: 'Waar het te lezen is, zoals een Staatsblad met nummer, of een link.',
};

export const processForm = {
  startedOn: 'Datum van de start',
  completedOn: 'Datum waarop de fase klaar was',
  visited: 'Wie is bezocht?',
  visitedOn: 'Datum van het bezoek',
  skipped: 'Het bezoek is overgeslagen',
  skippedHint: 'Geef dan een reden.',
  finding: (n: number) => `Bevinding ${n}`,
  findings: 'Bevindingen',
  findingsHint: 'Alleen te zien voor u en voor wie bezocht is.',
  submittedOn: 'Datum van de voorlegging',
  replyBy: 'Uiterste datum voor het antwoord',
  option: 'Voorgestelde keuze',
  proposal: 'Naam van het stuk',
  proposalHint: 'Verplicht als u een link geeft.',
  proposalUrl: 'Link naar het stuk',
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
