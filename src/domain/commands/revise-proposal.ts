// Puts a new version of the text in an open gate. Earlier decisions become stale, but for the bodies whose textual
// mandate covers the change.
import { currentProposal } from '../dossier/state.js';
import type { BodyId, Day, Hex, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { electorateFields } from './electorate-fields.js';
import { gateAt, mustBeOpen, type AtGate } from './places.js';

export interface ReviseProposal {
  on: Day;
  title: string;
  url?: string;
  sha256?: Hex;
  textualMandate?: BodyId[];
}

export const reviseProposal = defineCommand<{ gate: Slug }, AtGate, ReviseProposal>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'revise-proposal' }],
  fields: (target, { on, textualMandate = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...electorateFields('/textualMandate', textualMandate, target),
  ],
  ready: mustBeOpen,
  decide: (target, { on, title, url, sha256, textualMandate = [] }) => {
    const round = mustBeOpen(target);
    const former = currentProposal(round);
    follows('/on', on, round.submittedOn, target.state.movedOn, former?.on);
    const version = (former?.version ?? 1) + 1;
    const facts = { gate: target.phase.id, round: round.number, version, sha256, textualMandate };
    return [{ type: 'ProposalRevised', on, facts, texts: { 'proposal/title': title, 'proposal/url': url } }];
  },
});
