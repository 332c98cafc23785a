// Puts a new version of the text in an open gate. Earlier decisions become stale, but for the bodies whose textual
// mandate covers the change.
import { withRound } from '../dossier/folds.js';
import { currentProposal, type Round } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { proposalFacts } from '../facts/of-gates.js';
import type { Day, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { mustBeNew } from './once.js';
import { electorateFields } from './electorate-fields.js';
import { gateAt, mustBeOpen, type GateTarget } from './targets.js';

export const reviseProposal = defineCommand<{ gate: Slug }, GateTarget, typeof proposalFacts, 'ProposalRevised'>({
  says: proposalFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'revise-proposal' }],
  fields: (target, { on, textualMandate = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...electorateFields('/textualMandate', textualMandate, target),
  ],
  ready: mustBeOpen,
  decide: (target, asked) => {
    const { on, title, url, textualMandate = [] } = asked;
    const round = mustBeOpen(target);
    versionFollows(target, asked);
    mustBeNew(isCurrent(round, asked) ? {} : null);
    const version = (currentProposal(round)?.version ?? 1) + 1;
    const kept = keep(proposalFacts, asked);
    const facts = { ...kept.facts, gate: target.phase.id, round: round.number, version, textualMandate };
    return [
      { type: 'ProposalRevised', on, facts, texts: { ...kept.texts, 'proposal/title': title, 'proposal/url': url } },
    ];
  },
  fact: {
    type: 'ProposalRevised',
    asked: ({ texts }) => ({
      ...(texts['proposal/title'] ? { title: texts['proposal/title'] } : {}),
      ...(texts['proposal/url'] ? { url: texts['proposal/url'] } : {}),
    }),
    follows: versionFollows,
  },
  folds: {
    ProposalRevised: (dossier, { on, facts, texts }, _, sequence) => {
      const { version, sha256 = null, file = null, textualMandate } = facts;
      const text = { title: texts['proposal/title'] ?? null, url: texts['proposal/url'] ?? null };
      const proposal = { on, ...text, sha256, file, version, sequence, textualMandate };
      return withRound(dossier, facts, (round) => ({ ...round, proposals: [...round.proposals, proposal] }));
    },
  },
});

/** A version of the same day under the same name, at the same place, is the one that lies there. */
function isCurrent(round: Round, { on, title, url, sha256, file }: Payload<typeof proposalFacts>): boolean {
  const last = currentProposal(round);
  if (!last || last.version === 1 || last.on !== on || last.title !== title) return false;
  return last.url === (url ?? null) && last.sha256 === (sha256 ?? null) && last.file === (file ?? null);
}

function versionFollows({ round, state }: GateTarget, { on }: { on: Day }): void {
  follows('/on', on, round?.submittedOn, state.movedOn, round && currentProposal(round)?.on);
}
