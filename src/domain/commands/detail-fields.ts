// What of the points, the vote and the conditions of a decision cannot be true as it was written; what only contradicts is
// flagged.
import type { FieldError } from '../refusal.js';
import { notBefore } from './dates.js';
import type { WholeDecision } from './decision-reading.js';

export const detailFields = (asked: WholeDecision): FieldError[] => [
  ...conditionFields(asked),
  ...(asked.decisionPoints ?? []).flatMap(({ treatedOn }, i) =>
    notBefore(`/decisionPoints/${i}/treatedOn`, treatedOn, asked.decidedOn),
  ),
  ...voteFields(asked),
];

/** A condition names one of the points, where these are said. */
function conditionFields({ conditions = [], decisionPoints = [], decidedOn }: WholeDecision): FieldError[] {
  const allowed = decisionPoints.map(({ number }, i) => number ?? String(i + 1));
  return conditions.flatMap(({ dueOn, ofPoint }, i): FieldError[] => [
    ...notBefore(`/conditions/${i}/dueOn`, dueOn, decidedOn),
    ...(ofPoint === undefined || allowed.length === 0 || allowed.includes(ofPoint)
      ? []
      : [{ pointer: `/conditions/${i}/ofPoint`, code: 'unknown-option' as const, allowed }]),
  ]);
}

/** A group has no more votes than seats. */
const voteFields = ({ groupVotes = [] }: WholeDecision): FieldError[] =>
  groupVotes.flatMap(({ group, seats, ...cast }, i): FieldError[] => {
    const votes = (cast.for ?? 0) + (cast.against ?? 0) + (cast.absent ?? 0);
    if (seats === undefined || votes <= seats) return [];
    const because = { code: 'more-votes-than-seats', group, votes, seats } as const;
    return [{ pointer: `/groupVotes/${i}/seats`, code: 'not-allowed-here', because }];
  });
