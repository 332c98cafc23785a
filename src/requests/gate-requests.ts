// What can be asked of a gate while it is open, and of a decision after it was recorded, as it is sent.
import type {
  AdoptList,
  AnswerPoint,
  AnswerRemark,
  ReleaseDecision,
  WithdrawDecision,
} from '../domain/commands/after-decision.js';
import type { AmendRule } from '../domain/commands/amend-rule.js';
import type { RecordReceipt, ScheduleItem } from '../domain/commands/at-body.js';
import type { ChangeElectorate } from '../domain/commands/change-electorate.js';
import type { ReviseProposal } from '../domain/commands/revise-proposal.js';
import type { SplitGate } from '../domain/commands/split-gate.js';
import type { Rule } from '../domain/rule.js';
import { agendaStages, releaseScopes, type BodyId, type Day, type Hex, type Id } from '../domain/vocabulary.js';
import { optional, required } from './field.js';
import * as kinds from './kinds.js';
import { ruleData } from './rule-data.js';

const { bodyId, bool, day, id, listOf, longText, meeting, objectOf, oneOf, sha256, slug, title, url } = kinds;

const bodiesMax = 1000;
const mergesMax = 100;
const partsMax = 100;
const pointsMax = 50;
const bodies = listOf(bodyId, bodiesMax);

export class ReviseProposalRequest implements ReviseProposal {
  @required(day) on!: Day;
  @required(title) title!: string;
  @optional(url) url?: string;
  @optional(sha256) sha256?: Hex;
  @optional(bodies) textualMandate?: BodyId[];
}

export class RecordReceiptRequest implements RecordReceipt {
  @required(bodyId) body!: BodyId;
  @required(day) on!: Day;
}

export class ScheduleItemRequest implements ScheduleItem {
  @required(bodyId) body!: BodyId;
  @required(day) meetingOn!: Day;
  @required(oneOf(agendaStages)) stage!: ScheduleItem['stage'];
  @optional(bool) withdrawn?: boolean;
}

export class ChangeElectorateRequest implements ChangeElectorate {
  @required(day) on!: Day;
  @required(longText) reason!: string;
  @optional(bodies) joins?: BodyId[];
  @optional(bodies) leaves?: BodyId[];
  @optional(listOf(objectOf({ from: bodies, into: bodyId }), mergesMax)) merges?: NonNullable<
    ChangeElectorate['merges']
  >;
}

export class AmendRuleRequest implements AmendRule {
  @required(day) on!: Day;
  @required(longText) reason!: string;
  @required(ruleData) rule!: Rule;
  @optional(meeting) meeting?: NonNullable<AmendRule['meeting']>;
  @optional(day) notifiedOn?: Day;
  @optional(bodies) agreedBy?: BodyId[];
}

export class SplitGateRequest implements SplitGate {
  @required(day) on!: Day;
  @required(longText) reason!: string;
  @required(listOf(objectOf({ option: slug, bodies }), partsMax)) parts!: SplitGate['parts'];
}

export class WithdrawDecisionRequest implements WithdrawDecision {
  @required(id) decision!: Id;
  @required(day) on!: Day;
  @required(longText) reason!: string;
}

export class ReleaseDecisionRequest implements ReleaseDecision {
  @required(day) on!: Day;
  @required(oneOf(releaseScopes)) scope!: ReleaseDecision['scope'];
  @optional(day) from?: Day;
  @optional(title) ground?: string;
}

export class AdoptListRequest implements AdoptList {
  @required(day) on!: Day;
  @optional(day) publishedOn?: Day;
  @optional(url) publicationUrl?: string;
}

export class AnswerPointRequest implements AnswerPoint {
  @required(day) on!: Day;
  @required(kinds.wholeNumber(0, pointsMax)) point!: number;
  @required(longText) answer!: string;
}

export class AnswerRemarkRequest implements AnswerRemark {
  @required(day) on!: Day;
  @required(kinds.wholeNumber(0, pointsMax)) remark!: number;
  @required(longText) answer!: string;
}
