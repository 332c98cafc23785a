// What the API shows of the events of a dossier, as they are stored.
import { recordedFrom } from '../domain/fold/evolve.js';
import { recordedView, type PersonRef, type RecordedView } from '../domain/views/decision-view.js';
import type { ListedEvent } from '../app/readings.js';
import { seesText } from '../domain/views/visibility.js';
import type { Viewer } from '../domain/views/viewer.js';
import type { Day, Hex } from '../domain/vocabulary.js';
import type { SealedText } from '../store/seal.js';

/** Everything of it is hashed but its texts and the name beside `recordedBy`: whoever reads it can make the hash again. */
export interface EventView extends Omit<RecordedView, 'link'> {
  type: string;
  format: number;
  on: Day;
  facts: object;
  texts: Record<string, SealedText>;
  previous: Hex;
}

/**
 * Findings of a visit are closed: others see that there are some, and neither text nor salt. Of a decision that is not
 * released they see only that its body recorded something, never what sort of event it is: that it was decided again, or
 * that a condition was answered, would tell of what it says. Without the rest of the facts its hash tells nothing either,
 * because an id that cannot be guessed is hashed with them.
 */
export function eventView({ event, texts, on, hidden }: ListedEvent, viewer: Viewer): EventView {
  const { sequence, type, format, facts, previous } = event;
  const { recordedAt, recordedBy, hash } = recordedView(recordedFrom(event), viewer);
  const nobody: PersonRef = { id: 'closed', role: recordedBy.role, body: null, name: null };
  const shown = Object.entries(texts).map(([key, text]): [string, SealedText] => [
    key,
    seesText(viewer, event, key) ? text : { text: null, salt: null },
  ]);
  return {
    sequence,
    type: hidden === null ? type : 'DecisionRecorded',
    format,
    on,
    recordedAt,
    recordedBy: hidden === null ? recordedBy : nobody,
    facts: hidden === null ? facts : { closed: true },
    texts: hidden === null ? Object.fromEntries(shown) : {},
    previous,
    hash,
  };
}
