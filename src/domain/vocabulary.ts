// The words of Sluis as types: what every other file speaks. Knows nothing but names.

/** A calendar date, `2024-05-16`. "Today" is the date in Europe/Amsterdam. */
export type Day = string;
/** A moment in UTC with three decimals, `2024-05-16T12:00:00.000Z`. */
export type Instant = string;
/** A readable name that never changes: `[a-z0-9-]{1,64}`. */
export type Slug = string;
/** The name of a running case, chosen by the server. */
export type DossierId = string;
/** A body that decides, `assen/college`: the party, a slash, the body. */
export type BodyId = string;
/** An opaque name: of a decision, a condition, a ruling, a person. */
export type Id = string;
/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Hex = string;

export const roles = [
  'process-lead',
  'secretary',
  'clerk',
  'chair',
  'deputy-chair',
  'chair-secretary',
  'contact',
  'portfolio-holder',
  'reader',
  'administrator',
] as const;
/** How a link from a mail was used to record something: by who signed in, or by who had it. */
export const linkUses = ['signed-in', 'unsigned'] as const;
export type LinkUse = (typeof linkUses)[number];

export type Role = (typeof roles)[number];

/** Kinds of body, each with the kind that it works as: in what it is asked, what it can say and who records for it. */
const kindsOfBody = {
  college: 'college',
  council: 'council',
  consultation: 'consultation',
  provider: 'provider',
  minister: 'minister',
  'provincial-executive': 'college',
  'provincial-council': 'council',
  /** The general board of a water authority, which is elected. */
  'water-board': 'council',
  mayor: 'college',
  /** The board of an arrangement under the Wgr. */
  board: 'board',
} as const;
export type BodyKind = keyof typeof kindsOfBody;
export const bodyKinds = Object.keys(kindsOfBody) as BodyKind[]; // its own names
export type WorksAs = (typeof kindsOfBody)[BodyKind];

export const worksAs = (kind: BodyKind): WorksAs => kindsOfBody[kind];

/** What a rule sees of a body: never the kind of its decision, only how it counts. */
export type Side = 'for' | 'against' | 'abstained' | 'undecided' | 'silent';

/** By which sign a kind of decision is shown, where it does not matter how it counts. */
type DecisionSign = 'for' | 'against' | 'abstained' | 'conditions' | 'held' | 'view' | 'no-view';

/** The side of several answers together: one against, or one that is still to come, says what the whole is. */
export function sideOf(all: readonly Side[]): Side {
  if (all.includes('against')) return 'against';
  if (all.includes('undecided')) return 'undecided';
  return all.length > 0 && all.every((side) => side === 'abstained') ? 'abstained' : 'for';
}

/** What a gate asks of those who decide there: whether they agree, or something else by its own name. */
export const asks = ['agreement', 'response', 'consent', 'adoption', 'signature'] as const;
export type Asks = (typeof asks)[number];

interface KindOfDecision {
  /** On which side it counts, before anything that holds it back. To an advisory gate, answering is for. */
  side: Side;
  sign: DecisionSign;
  /** What was asked of who answers so; left out where it is agreement. */
  asks?: Asks;
  /** The fact that must stand beside it, and the code when that is missing. */
  needs?: readonly [fact: string, code: 'required' | 'remarks-required' | 'conditions-required' | 'ground-required'];
  /** Whether a gate can pass by it without anything beside it. */
  passes?: true;
  /** Who may answer so at any gate, whatever its plan names; left out: only where a plan names it. */
  by?: readonly BodyKind[];
  /** Says whether it agrees: a council does so only where that is asked, and has words of its own elsewhere. */
  agreement?: true;
}

const localBodies = ['college', 'council'] as const;
const colleges = ['college'] as const;
const councils = ['council'] as const;

/** Every way in which a body may answer a question, a row each; a gate names those that count there. */
export const kindsOfDecision = {
  agree: { side: 'for', sign: 'for', passes: true, agreement: true, by: localBodies },
  'agree-with-remarks': {
    side: 'for',
    sign: 'for',
    needs: ['remarks', 'remarks-required'],
    agreement: true,
    by: localBodies,
  },
  'agree-with-conditions': {
    side: 'for',
    sign: 'conditions',
    needs: ['conditions', 'conditions-required'],
    agreement: true,
    by: localBodies,
  },
  'agree-subject-to': {
    side: 'for',
    sign: 'conditions',
    needs: ['subjectTo', 'required'],
    agreement: true,
    by: localBodies,
  },
  'agree-amended': { side: 'for', sign: 'conditions', agreement: true, by: localBodies },
  disagree: { side: 'against', sign: 'against', agreement: true, by: localBodies },
  abstained: { side: 'abstained', sign: 'abstained', by: localBodies },
  deferred: { side: 'undecided', sign: 'held', by: localBodies },
  noted: { side: 'undecided', sign: 'held', by: localBodies },
  /** What a college decides before a council can: where a plan names it, that is what was asked. */
  'propose-to-council': { side: 'for', sign: 'conditions', passes: true, by: colleges },
  /** Sent on to the council, for its information or its decision. */
  forwarded: { side: 'undecided', sign: 'held', by: colleges },
  'agree-in-principle': { side: 'for', sign: 'conditions', passes: true, agreement: true, by: localBodies },
  'no-view': { side: 'for', sign: 'no-view', asks: 'response', passes: true, by: councils },
  view: { side: 'for', sign: 'view', asks: 'response', passes: true, by: councils },
  consent: { side: 'for', sign: 'for', asks: 'consent', passes: true, by: councils },
  'consent-withheld': { side: 'against', sign: 'against', needs: ['ground', 'ground-required'], by: councils },
  adopt: { side: 'for', sign: 'for', asks: 'adoption', passes: true, by: localBodies },
  'adopt-amended': { side: 'for', sign: 'conditions', asks: 'adoption', by: localBodies },
  signed: { side: 'for', sign: 'for', asks: 'signature', passes: true },
  'not-signed': { side: 'against', sign: 'against' },
} as const satisfies Record<string, KindOfDecision>;
export type DecisionKind = keyof typeof kindsOfDecision;

export const kindOfDecision = (kind: DecisionKind): KindOfDecision => kindsOfDecision[kind];
export const decisionKinds = Object.keys(kindsOfDecision) as DecisionKind[]; // its own names

/** What a body may say at a gate beside the kinds that its plan names: recorded as it was said, and counted for nothing. */
export function kindsBeside(named: readonly DecisionKind[], body: BodyKind | undefined): DecisionKind[] {
  const isAgreementAsked = named.some((kind) => kindOfDecision(kind).agreement);
  return decisionKinds.filter((kind) => {
    const { by = [], agreement = false } = kindOfDecision(kind);
    const like = body && worksAs(body);
    const isOwn = !agreement || isAgreementAsked || like !== 'council';
    return like !== undefined && !named.includes(kind) && by.includes(like) && isOwn;
  });
}

/** In what form the body decided. An announcement of a decision is none yet. */
export const decisionForms = [
  'college-decision',
  'council-decision',
  'mandated-decision',
  'letter',
  'announcement',
] as const;
export type DecisionForm = (typeof decisionForms)[number];

/** The only grounds on which a council may withhold consent (Wgr art. 1, fourth paragraph), or that none was stated. */
export const consentGrounds = ['conflict-with-law', 'conflict-with-public-interest', 'not-stated'] as const;

/** What was decided on one numbered point of a decision. */
export const pointVerdicts = [
  'agreed',
  'amended',
  'not-agreed',
  'noted',
  'deferred',
  'propose-to-council',
  'forwarded',
] as const;

/** What a council treats beside its decision, and what became of that. */
export const tabledKinds = ['amendment', 'motion'] as const;
export const tabledResults = ['adopted', 'rejected', 'withdrawn', 'deferred'] as const;

/** To whom a decision is released. */
export const releaseScopes = ['own', 'region', 'public'] as const;
export type ReleaseScope = (typeof releaseScopes)[number];

/**
 * The interests for which information may be secret: art. 5.1 of the Wet open overheid, first and second paragraph, by letter;
 * or that none was stated.
 */
export const secretInterests = [
  ...(['1a', '1b', '1c', '1d', '1e'] as const),
  ...(['2a', '2b', '2c', '2d', '2e', '2f', '2g', '2h', '2i'] as const),
  'not-stated',
] as const;
export type SecretInterest = (typeof secretInterests)[number];

/** Who imposes secrecy and lifts it, of one party: the college of a municipality is its executive, the mayor its head. */
export const secrecyBodies = ['council', 'executive', 'head', 'committee'] as const;
export type SecrecyBody = (typeof secrecyBodies)[number];

/** How far an item has come on its way to the meeting that decides. */
export const agendaStages = ['draft', 'portfolio-holder', 'initialling', 'college', 'committee', 'council'] as const;
export type AgendaStage = (typeof agendaStages)[number];

/** The drift of a zienswijze. */
export const tenors = ['positive', 'negative', 'with-recommendations'] as const;

export type Outcome = 'go' | 'no-go' | 'open';

export const conditionEffects = ['suspensive', 'elaboration'] as const;
export type ConditionEffect = (typeof conditionEffects)[number];

export const conditionAnswers = ['adopted', 'carried', 'rejected', 'met', 'waived', 'disputed'] as const;
export type ConditionAnswer = (typeof conditionAnswers)[number];

export const rulings = ['go', 'no-go', 'hold'] as const;
/** What the chair asks for; `go-with-conditions` is derived and never asked. */
export type AskedRuling = (typeof rulings)[number];
export type RulingKind = AskedRuling | 'go-with-conditions';

export const meetingForms = ['session', 'in-writing'] as const;
export type MeetingForm = (typeof meetingForms)[number];

export type Confirmation = 'by-body' | 'unconfirmed' | 'confirmed' | 'disputed';

/** Why a body does not (yet) count for or against. */
export type MissingWhy =
  | 'silent'
  | 'scheduled'
  | 'deferred'
  | 'noted'
  | 'forwarded'
  | 'not-in-plan'
  | 'announced'
  | 'condition-open'
  | 'condition-rejected'
  | 'subject-to'
  | 'unconfirmed'
  | 'disputed'
  | 'stale'
  | 'other-text';

/** What is stated of a criterion; of one of which nobody said anything it is unknown. */
export const criterionStates = ['met', 'not-met', 'unknown'] as const;
export type CriterionState = (typeof criterionStates)[number];

/** Where a decision or a regeling is made known or kept. */
export const publicationPlaces = ['gemeenteblad', 'cvdr', 'register', 'elsewhere'] as const;
