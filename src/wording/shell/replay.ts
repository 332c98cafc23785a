// What playing back says: in the shell, and above a dossier that was played back.
import { fullDay, longDay } from '../language/dates.js';

export const replay = {
  player: 'Nagespeeld uit bronnen',
  unreadable: (file: string) => `${file} is niet te lezen: controleer de naam`,
  stopped: (file: string, faults: string) => `${file} is niet nagespeeld, er is niets vastgelegd:\n${faults}`,
  fault: (line: number, detail: string, code: string) => `regel ${line}: ${detail} (${code})`,
  tooLarge: 'Het bestand is groter dan 1 MB; splits het.',
  tooDeep: 'Dit ligt meer dan 32 lagen diep; maak het eenvoudiger.',
  notText: 'Het bestand is geen tekst in UTF-8; bewaar het als UTF-8.',
  notJson: (why: string) => `Dit is geen JSON${why === '' ? '-object' : ` (${why})`}; verbeter de schrijfwijze.`,
  twice: (name: string) => `De naam "${name}" staat twee keer in één object; laat er één weg.`,
  undated: (field: string) =>
    `${field} kan niet worden nagespeeld: dit zegt niet op welke dag het werd vastgelegd, maar legt vast wat er vandaag van bekend is; laat het weg.`,
  noDryRun: (field: string) => `${field} past niet bij een naspel, dat vastlegt wat er gebeurde; laat het weg.`,
  openPlan: (field: string) =>
    `${field} laat zijn partijen open, en zo’n procesplan wordt niet nagespeeld; kies een procesplan dat ze noemt.`,
  order: (before: string) => (field: string) =>
    `${field} ligt voor het feit erboven (${longDay(before)}); zet de feiten op volgorde van dag.`,
  invented: 'Verzonnen voor een demonstratie.',
  from: (source: string) => `Bron: ${source}`,
  day: (day: string) => fullDay(day),
  step: (line: number, sentence: string) => `regel ${line}: ${sentence}`,
  phase: (title: string, status: string) => `${title}: ${status}`,
  gate: (title: string, decided: number, of: number, sentence: string) =>
    `${title}: ${decided} van ${of} besloten. ${sentence}`,
  end: (day: string) => `Stand na het laatste feit, ${longDay(day)}`,
  unknown: 'Wat hier nog openstaat, staat niet in de bronnen.',
  tried: 'Dit was een proef in een tijdelijke database: er is niets bewaard. Bewaar het traject met --keep.',
  kept: (id: string) => `Bewaard als traject ${id}.`,
};
