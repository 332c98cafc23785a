// How the log tells that a gate was put, and when a body treats it.
import type { EventFacts } from '../../domain/dossier/events.js';
import { longDay } from '../language/dates.js';
import { stages } from '../facts/facts.js';

interface Names {
  body(id: string): string;
  phase(id: string): string;
  gate(id: string): string;
}

export const scheduled = (
  { body, meetingOn, withdrawn, gate, stage }: EventFacts['ItemScheduled'],
  names: Names,
): string =>
  withdrawn
    ? `${names.body(body)} haalde ${names.phase(gate)} van de agenda van ${longDay(meetingOn)}.`
    : `${names.body(body)} behandelt ${names.phase(gate)} op ${longDay(meetingOn)} (${stages[stage]}).`;

export function submitted({ gate, electorate, replyBy, round }: EventFacts['GateSubmitted'], names: Names): string {
  const until = replyBy === undefined ? '' : `, antwoord t/m ${longDay(replyBy)}`;
  return `Voorgelegd aan ${electorate.length} ${electorate.length === 1 ? 'orgaan' : 'organen'} (${round}e voorlegging): ${names.gate(gate)}${until}.`;
}
