// What of an event can be found by its words: what somebody typed in it, and for whom and where. What was shown to who recorded it, where
// it is on the web and in which document it stands written is not looked for.
import type { DossierEvent } from '../dossier/events.js';
import { planAt } from '../dossier/migration.js';
import type { Dossier } from '../dossier/state.js';
import { titleOf } from '../workflow/plan.js';
import { seesText } from './visibility.js';
import type { Viewer } from './viewer.js';

/** A text of an event under its key: one of `conditions/0/text`, `reason` … */
export type FoundText = [key: string, text: string];

/** In what of an event a word stands: in what a dossier is called, or in anything else. By this order names come first. */
export type FoundIn = 'title' | 'text';

/** What can be found in an event, apart for what a dossier is called. */
export interface FoundTexts {
  title: readonly FoundText[];
  text: readonly FoundText[];
  /** Of whom and where it is: found with its texts; where there are none it is not. */
  names: readonly string[];
}

/** @param viewer who may not see all that is in it; left out for all of it */
export function textsToFind(dossier: Dossier, event: DossierEvent, viewer?: Viewer): FoundTexts {
  const all = Object.entries(event.texts).filter(
    (entry): entry is FoundText =>
      typeof entry[1] === 'string' && !isApart.test(entry[0]) && (!viewer || seesText(viewer, event, entry[0])),
  );
  if (all.length === 0) return nothing;
  const plan = planAt(dossier, event.sequence);
  if (event.type === 'DossierStarted')
    return {
      title: all.filter(([key]) => key === 'title'),
      text: all.filter(([key]) => key !== 'title'),
      names: [plan.workflow.title],
    };
  const { facts } = event;
  const phase = 'gate' in facts ? facts.gate : 'phase' in facts ? facts.phase : undefined;
  const names = [
    ...('body' in facts && facts.body !== undefined ? [titleOf(plan, facts.body)] : []),
    ...(phase === undefined ? [] : [plan.phases.get(phase)?.title ?? phase]),
  ];
  return { title: [], text: all, names };
}

const nothing: FoundTexts = { title: [], text: [], names: [] };

const isApart = /^said\/|^source$|(?:url|file|sha256)$/i;
