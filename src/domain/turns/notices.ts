// What all who decide at a gate are told at once, because the law or the plan wants it: that its rule was amended, that others
// decide than before, or that it was opened again. From the events that everybody may read.
import type { DossierEvent } from '../dossier/events.js';
import type { Instant, Slug } from '../vocabulary.js';

const told = ['RuleAmended', 'ElectorateChanged', 'GateReopened'] as const;
export type NoticeKind = (typeof told)[number];

interface NoticeDue {
  what: NoticeKind;
  gate: Slug;
  /** Its place in the record. */
  sequence: number;
  /** Who recorded it knows. */
  by: string;
}

/** @param since what was recorded before is of no use any more */
export const noticesDue = (events: readonly DossierEvent[], since: Instant): NoticeDue[] =>
  events.flatMap((event) => {
    const what = told.find((one) => one === event.type);
    if (what === undefined || event.recordedAt < since || !('gate' in event.facts)) return [];
    return [{ what, gate: event.facts.gate, sequence: event.sequence, by: event.recordedBy }];
  });
