// The texts that were put at a gate, as they are shown: the one that is put now, and every version with who decided on it.
import { currentProposal, type Round } from '../dossier/state.js';
import { standing } from '../stand/at-gate.js';
import type { BodyId, Day, Hex, Slug } from '../vocabulary.js';
import { erased } from '../facts/shown.js';
import type { Reading } from './viewer.js';

export interface CurrentText {
  title: string;
  url: string | null;
  sha256: Hex | null;
  /** The paper itself, where it was uploaded. */
  file: Hex | null;
  version: number;
}

export interface ProposalView {
  version: number;
  on: Day;
  title: string | null;
  url: string | null;
  sha256: Hex | null;
  file: Hex | null;
  textualMandate: BodyId[];
  /** The bodies whose decision that counts was taken on this version. */
  decidedBy: BodyId[];
  /** Those of them who say that they decided otherwise than it reads. */
  notConform: BodyId[];
}

/** The text that is put now; null when none was sent along. */
export function currentText(round: Round): CurrentText | null {
  const current = currentProposal(round);
  if (!current) return null;
  const { title, url, sha256, file, version } = current;
  return { title: title ?? erased, url, sha256, file, version };
}

/** The question as it was submitted is its first version, also where no text was sent along. */
export function proposalViews({ dossier, day }: Reading, gate: Slug, round: Round): ProposalView[] {
  const bare = {
    version: 1,
    on: round.submittedOn,
    title: null,
    url: null,
    sha256: null,
    file: null,
    textualMandate: [],
  };
  const versions = round.proposals[0]?.version === 1 ? round.proposals : [bare, ...round.proposals];
  const decided = standing(dossier, gate, round, day).bodies.flatMap(({ decision }) => decision ?? []);
  return versions.map((one) => {
    const on = decided.filter(({ proposalVersion }) => proposalVersion === one.version);
    const { version, title, url, sha256, file, textualMandate } = one;
    return {
      version,
      on: one.on,
      title,
      url,
      sha256,
      file,
      textualMandate: [...textualMandate],
      decidedBy: on.map(({ body }) => body),
      notConform: on.filter(({ conform }) => conform === false).map(({ body }) => body),
    };
  });
}
