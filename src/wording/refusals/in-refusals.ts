// Parts of the sentences of refusals: what there is instead, who may, and what stands in the way.
import type { EventType } from '../../domain/dossier/events.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Day, Role } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { eventNames } from '../facts/event-names.js';
import { listed } from './fields.js';
import { roleWords } from '../language/words.js';

/** That something is not there, and what there is in its place. @param cure where that has no names: nobody chooses among ids */
export const exists =
  (sentence: string, what: string, cure?: string) =>
  ({ facts }: Pick<Refusal, 'facts'>): string =>
    `${sentence} ${facts.exists?.length ? (cure ?? `Kies uit: ${listed(facts.exists, '')}.`) : `Er is nog geen ${what}.`}`;

const choosing = new Intl.ListFormat('nl', { type: 'disjunction' });

/** Roles in a sentence: een secretaris of griffier. */
export const either = (roles: readonly Role[]): string =>
  `een ${choosing.format(roles.map((role) => roleWords[role]))}`;

interface InTheWay {
  sequence: number;
  what: string;
  on: Day;
  cure?: 'migrate-back';
}

export const inTheWay = ({ sequence, what, on, cure }: InTheWay): string =>
  `Dit kan niet zo zijn geweest, want daarna staat in het logboek (regel ${sequence}, ${longDay(on)}): ${eventNames[what as EventType]}; ${cure ? 'ga naar het vorige procesplan terug als dit het verkeerde is' : 'corrigeer eerst die regel'}.`; // a type of event
