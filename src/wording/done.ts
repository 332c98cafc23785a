// What was just recorded by a form, over the page that one comes back to. What is to be done next stands there under its own
// heading.
import type { CommandName } from '../domain/commands/commands.js';

const done: Record<CommandName, string> = {
  'start-phase': 'De start van de fase is vastgelegd.',
  'complete-phase': 'De fase is afgerond.',
  'rework-phase': 'De fase is opnieuw opgenomen. Leg daarna opnieuw voor.',
  'visit-body': 'Dit is vastgelegd.',
  'record-publication': 'De bekendmaking is vastgelegd.',
  'plan-phase': 'De nieuwe planning is vastgelegd. De eerdere blijft te lezen.',
  'record-meeting': 'Het overleg is vastgelegd.',
  'submit-gate': 'Het is voorgelegd. Vanaf nu kunnen de organen besluiten.',
  'withdraw-gate': 'De voorlegging is teruggenomen.',
  'revise-proposal': 'De nieuwe versie is voorgelegd.',
  'record-receipt': 'De ontvangst is vastgelegd.',
  'schedule-item': 'De agenda is vastgelegd.',
  'lay-paper': 'Het stuk is toegevoegd.',
  'state-criterion': 'Het criterium is vastgesteld.',
  'extend-term': 'De verlenging is vastgelegd.',
  'change-electorate': 'Vastgelegd is wie vanaf nu besluiten.',
  'leave-gate': 'De uittreding is vastgelegd. Het orgaan besluit hier niet meer mee.',
  'amend-rule': 'De nieuwe besluitregel is vastgelegd.',
  'notify-amendment': 'Het bericht aan alle organen is vastgelegd.',
  'record-decision': 'Het besluit is vastgelegd.',
  'confirm-decision': 'Uw antwoord is vastgelegd.',
  'withdraw-decision': 'Vastgelegd is dat het besluit is ingetrokken.',
  'release-decision': 'De vrijgave is vastgelegd.',
  'adopt-list': 'De vaststelling van de besluitenlijst is vastgelegd. Het besluit is niet meer voorlopig.',
  'answer-point': 'Het antwoord op het punt is vastgelegd.',
  'answer-remark': 'Het antwoord op het aandachtspunt is vastgelegd.',
  'answer-condition': 'Het antwoord op de voorwaarde is vastgelegd.',
  'rule-gate': 'De conclusie is vastgelegd.',
  'split-gate': 'De splitsing is vastgelegd. Elk deel gaat verder met zijn eigen fasen.',
  'reopen-gate': 'Het is opnieuw geopend. De organen kunnen weer besluiten.',
  'record-fact': 'Het feit is vastgelegd.',
  'lift-secrecy': 'Vastgelegd is dat de geheimhouding is opgeheven.',
  'record-mandate': 'Het mandaat is vastgelegd.',
  'end-mandate': 'Het einde van het mandaat is vastgelegd.',
  'confirm-mandate': 'Uw antwoord over het mandaat is vastgelegd.',
  'merge-parties': 'De herindeling is vastgelegd.',
  'migrate-dossier': 'Het traject volgt nu dit procesplan.',
  'stop-dossier': 'Het traject is gestopt. Alles blijft te lezen.',
};

/** By the name of the command; of what has none, that it is recorded. */
export const doneWords = (command: string): string =>
  (Object.hasOwn(done, command) ? done[command as CommandName] : undefined) ?? 'Het is vastgelegd.';
