// What a gate asks beside decisions, as it is shown: each paper and criterion with how it stands and everything said of it.
import { criterionFacts, type paperFacts } from '../facts/of-gates.js';
import { erased, shown, type Shown } from '../facts/shown.js';
import { phaseState, type Round } from '../dossier/state.js';
import { requirementsIn, type Requirement } from '../stand/requirements.js';
import type { Day, Hex, ReleaseScope, Slug } from '../vocabulary.js';
import type { Gate } from '../workflow/workflow.js';
import { recordedView, type RecordedView } from './decision-view.js';
import { ofBody, ofRegion, papersSeen } from './papers-seen.js';
import type { Reading, Viewer } from './viewer.js';

export interface RequirementView extends Omit<Requirement, 'papers' | 'statements'> {
  /** What was laid, the newest last; `recorded` is null of what came with the submission. */
  papers: {
    on: Day;
    title: string;
    url: string | null;
    sha256: Hex | null;
    file: Hex | null;
    scope: ReleaseScope | null;
    recorded: RecordedView | null;
  }[];
  statements: (Omit<Shown<typeof criterionFacts>, 'criterion'> & { on: Day; recorded: RecordedView })[];
}

/** In that round, or in the one that is to be put. */
export function requirementViews(reading: Reading, id: Slug, gate: Gate, round: Round | null): RequirementView[] {
  const { dossier, day, viewer } = reading;
  const number = round?.number ?? phaseState(dossier, id).round;
  return requirementsIn({ dossier, id, gate, day, round, number }).map(({ papers, statements, ...one }) => ({
    ...one,
    papers: papersSeen(
      papers.map(({ on, title, url, sha256, file, scope, recorded }) => ({
        ...{ on, title: title ?? erased, url, sha256, file, scope },
        recorded: recorded ? recordedView(recorded, viewer) : null,
      })),
      viewer,
      ofRegion,
    ),
    statements: statements.map(({ on, recorded, ...said }) => {
      const { criterion: _, ...told } = shown(criterionFacts, said);
      const evidence = papersSeen(
        told.evidence,
        viewer,
        recorded.by.body === null ? ofRegion : ofBody(recorded.by.body),
      );
      return { ...told, evidence, on, recorded: recordedView(recorded, viewer) };
    }),
  }));
}

/** The documents that came with the submission beside its proposal. */
export type DocumentView = Omit<Shown<typeof paperFacts>, 'paper'> & { paper: Slug | null };

export const documentViews = (round: Round | null, viewer: Viewer): DocumentView[] =>
  papersSeen(
    (round?.documents ?? []).map(({ title, ...one }) => ({ title: title ?? erased, ...one })),
    viewer,
    ofRegion,
  );
