// A fact that was wrongly recorded, said as it should have been. The correction is decided in the place where the fact
// stands, by the command that records such facts, and all that was recorded since must still be able to follow.
import { dayOf } from '../calendar.js';
import { withConclusions } from '../commands/by-itself.js';
import type { Ask, Context } from '../commands/command.js';
import { allowed, isOf, visibilityOf, type Asked, type Asker } from '../commands/commands.js';
import { reopenings } from '../commands/late-change.js';
import { mustRun } from '../commands/targets.js';
import { actOf } from '../dossier/acts.js';
import { closedOn } from '../dossier/days.js';
import { phaseNow } from '../dossier/migration.js';
import type { DossierEvent, NewEvent } from '../dossier/events.js';
import { subjectOf } from '../dossier/release.js';
import { runningState, type Dossier } from '../dossier/state.js';
import { changesIn, isSame, type CorrectionAsked } from '../facts/correcting.js';
import type { Facts, Payload } from '../facts/fact.js';
import type { Acting } from '../permissions.js';
import { invalid, Refusal, refused, type FieldError } from '../refusal.js';
import type { Id, Slug } from '../vocabulary.js';
import type { CarriedPlans } from '../workflow/plan.js';
import { asConcluded, type StoodByPlace } from './as-concluded.js';
import { effective, factsIn, isName, isNamed, namesOf, stands, type RecordedFact } from './effective.js';
import { CannotFollow, evolve } from './evolve.js';
import { typesOf, type FactKind } from './fact-kinds.js';
import { followed, inTheWay, shownIn } from './follow.js';
import { folded, type InSteps } from './in-steps.js';

/** Where a fact is: what the address of its command names. */
export type FactPlace = Readonly<{ phase?: Slug; gate?: Slug; condition?: Id; decision?: Id }>;

/** A correction found in its dossier and allowed to this person. */
export interface AdmittedCorrection {
  acting: Acting;
  /** @throws Refusal validation, with everything that could not succeed as written */
  validate(): void;
  /** @throws Refusal */
  decide(plans: CarriedPlans, context: Context): InSteps<DecidedCorrection>;
}

/** The events of a correction, each with the dossier in whose words it is said: that in the place of its fact. */
export type DecidedCorrection = readonly { event: NewEvent; there: Dossier | null }[];

/** What is asked, of which record. */
interface Case {
  dossier: Dossier;
  events: readonly DossierEvent[];
  kind: FactKind;
  asked: CorrectionAsked;
  /** Every fact that could be meant. */
  facts: readonly RecordedFact[];
}

/**
 * Finds the fact that a correction is about, and who may correct it: whoever may record such a fact, as it was and as it
 * would be, and the chair where the kind says so.
 * @throws Refusal 404 for what is not there, then 403
 */
export function admitCorrection(
  asker: Asker,
  kind: FactKind,
  place: FactPlace,
  asked: Asked<CorrectionAsked>,
  events: readonly DossierEvent[],
): AdmittedCorrection {
  const { dossier } = asker;
  const target = kind.locate(dossier, place, visibilityOf(asker));
  const sent = 'payload' in asked ? asked.payload : asked.sent;
  const types = typesOf(kind);
  const facts = factsIn(events).filter(
    ({ first }) => types.includes(first.type) && isAt(dossier, first, place) && mayKnow(asker, first),
  );
  const named = facts.find((fact) => isNamed(fact, sent.corrects));
  const changes = changesIn(kind.says, sent);
  const former = named && kind.askedOf(named.newest);
  const actings = [former ?? changes, { ...former, ...changes }].map((payload) =>
    allowed([...kind.asks(target, payload), ...chairsOf(dossier, kind)], asker),
  );
  return {
    acting: actings[1] ?? actings[0]!, // both were asked
    validate: () => {
      const errors = 'payload' in asked ? asWritten(kind, asked.payload) : asked.errors;
      if (errors.length > 0) throw invalid(errors);
    },
    decide: (plans, context) => {
      if (!('payload' in asked)) throw new Error('decide is called after validate');
      return decided({ dossier, events, kind, asked: asked.payload, facts }, plans, context);
    },
  };
}

/** Where a fact is now: its phase or gate may have had another name when it was recorded. */
export function placeNow(dossier: Dossier, { first }: Pick<RecordedFact, 'first'>): FactPlace {
  const { phase, gate, condition, decision } = first.facts as FactPlace;
  const now = (was: Slug) => phaseNow(dossier, first.sequence, was) ?? was;
  if (gate !== undefined)
    return {
      gate: now(gate),
      ...(condition === undefined ? {} : { condition }),
      ...(decision === undefined ? {} : { decision }),
    };
  return phase === undefined ? {} : { phase: now(phase) };
}

/** Whether this person may correct this fact, in the state in which its dossier is. */
export function mayCorrect(asker: Asker, kind: FactKind, fact: RecordedFact): boolean {
  const { dossier } = asker;
  try {
    mustBeCorrectable(dossier, kind);
    const target = kind.locate(dossier, placeNow(dossier, fact), visibilityOf(asker));
    const by = allowed([...kind.asks(target, kind.askedOf(fact.newest)), ...chairsOf(dossier, kind)], asker);
    return isOpenTo(dossier, kind, fact, by);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const chairsOf = ({ plan }: Dossier, { fact }: FactKind): Ask[] =>
  fact.byChair ? [...plan.rulingBodies].map((body) => ({ right: 'correct-fact', body })) : [];

/** Where it was stopped only that, and where it never was only its start. @throws Refusal not-in-this-state */
function mustBeCorrectable(dossier: Dossier, { fact }: FactKind): void {
  const only = { stopped: 'DossierStopped', never: 'DossierStarted', running: null, completed: null };
  const type = only[runningState(dossier)];
  if (type !== null && type !== fact.type) mustRun(dossier);
}

/** Under the names that its phase and gate have now; what is said of one reading of an act is said of the act. */
const isAt = (dossier: Dossier, { sequence, facts }: DossierEvent, place: FactPlace): boolean => {
  const { phase, gate, condition, decision } = place;
  const own = facts as FactPlace;
  const isNow = (was: Slug | undefined, now: Slug | undefined) =>
    now === undefined || (was !== undefined && phaseNow(dossier, sequence, was) === now);
  const isOfAct = (id: Id) => actOf(dossier, gate ?? '', id)?.readings.some((one) => one.id === own.decision) ?? false;
  return (
    isNow(own.phase, phase) &&
    isNow(own.gate, gate) &&
    (condition === undefined || own.condition === condition) &&
    (decision === undefined || isOfAct(decision))
  );
};

/** What is said of a decision that its body keeps to itself is there for that body alone. */
function mayKnow(asker: Asker, event: DossierEvent): boolean {
  const body = closedOn(asker.dossier.days, asker.today).get(subjectOf(event) ?? '');
  return body === undefined || isOf(asker, body);
}

function asWritten({ says }: FactKind, asked: CorrectionAsked): FieldError[] {
  const { reason, never, clears = [] } = asked;
  const changes = Object.keys(changesIn(says, asked));
  const clearable = Object.keys(says).filter((name) => says[name]?.needed === false && !changes.includes(name));
  return [
    ...(reason === undefined ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError] : []),
    ...(never === undefined ? [] : [...changes, ...(clears.length > 0 ? ['clears'] : [])]).map((name): FieldError => ({
      pointer: `/${name === 'reason' ? 'ownReason' : name}`,
      code: 'not-allowed-here',
    })),
    ...clears.flatMap((name, i): FieldError[] =>
      clearable.includes(name) ? [] : [{ pointer: `/clears/${i}`, code: 'unknown-option', allowed: clearable }],
    ),
  ];
}

function* decided(about: Case, plans: CarriedPlans, context: Context): InSteps<DecidedCorrection> {
  const { dossier, events, asked } = about;
  const fact = found(about);
  if (!isOpenTo(dossier, about.kind, fact, context.by)) throw new Refusal('not-your-body');
  const place = fact.first.sequence;
  const standing = factsIn(events).filter(stands);
  const there = yield* folded(
    plans,
    null,
    standing.filter(({ first }) => first.sequence < place),
  );
  const stood: StoodByPlace = new Map();
  const known = events.slice(0, place - 1);
  const begun = yield* folded(plans, null, effective(known));
  const then = begun && (yield* asConcluded(plans, stood, known, begun));
  const later = standing.filter(({ first }) => first.sequence > place);
  const closed = closedOn(dossier.days, context.today);
  if (asked.never && about.kind.fact.bears && later[0]) throw inTheWay(shownIn(later[0], closed), 'migrate-back');
  const former = { readings: [fact.newest, ...fact.older.toReversed()], then: then ?? dossier, now: dossier };
  const event =
    asked.never || !changesAnything(about, fact)
      ? asRead(fact)
      : reread(about, fact, there ?? dossier, { ...context, former });
  const reason = asked.reason ?? '';
  const correcting = correctionOf(fact.newest, event, reason, asked.never);
  const stored = asStored(correcting, dossier, context);
  const is = toldBy(plans, there, stored, fact.first);
  const was = stands(fact) ? evolve(plans, there, fact.newest, fact.first) : there;
  const { after, retold } = yield* followed(plans, { was, is }, later, closed, context);
  const taken = retold.map(({ newest, said, there: before }) => ({
    event: correctionOf(newest, asRead({ newest: said }), reason),
    there: before,
  }));
  const all = [...events, stored, ...taken.map((one, i) => asStored(one.event, dossier, context, i + 2))];
  const told = after && (yield* asConcluded(plans, stood, all, after));
  const opened = told ? reopenings(dossier, told, correcting, context) : [];
  const following = told ? withConclusions(told, opened, {}, context) : opened;
  return [{ event: correcting, there }, ...taken, ...following.map((one) => ({ event: one, there: told }))];
}

/** How an event says that it corrects another. */
const correctionOf = ({ sequence }: DossierEvent, event: NewEvent, reason: string, never?: true): NewEvent =>
  ({
    ...event,
    facts: { ...event.facts, correction: { of: sequence, ...(never ? { never } : {}) } },
    texts: { ...event.texts, 'correction/reason': reason },
  }) as NewEvent; // of the same type

/** The fact that is meant, read for the last time. @throws Refusal */
function found({ dossier, kind, asked, facts }: Case): RecordedFact {
  mustBeCorrectable(dossier, kind);
  const allowedNames = facts.flatMap(({ newest }) => namesOf(newest).slice(0, 1)).map(String);
  const fact = facts.find((one) => isNamed(one, asked.corrects));
  if (!fact) throw invalid([{ pointer: '/corrects', code: 'unknown-option', allowed: allowedNames }]);
  if (!isName(asked.corrects, fact.newest))
    throw refused('not-the-latest', { corrected: true }, { exists: namesOf(fact.newest).slice(0, 1).map(String) });
  if (asked.never && kind.fact.derived?.(fact.newest as never))
    throw invalid([{ pointer: '/never', code: 'not-allowed-here', because: { code: 'by-itself' } }]);
  return fact;
}

/** Whether what is said differs from how the fact is read now; that it was after all is judged anew. */
function changesAnything({ kind, asked }: Case, { newest }: RecordedFact): boolean {
  const former = kind.askedOf(newest);
  return newest.facts.correction?.never === true || !isSame(former, mended(kind, former, asked));
}

/** Whose word it is, nobody else says otherwise, nor that it never was. */
const isOpenTo = (dossier: Dossier, { fact }: FactKind, { newest }: RecordedFact, by: Acting): boolean =>
  fact.mayBeSaidBy?.(dossier, newest as never, by) ?? true; // of its own type

/** What was asked, with what is said of it now. */
function mended({ says }: FactKind, former: Payload<Facts>, asked: CorrectionAsked): Payload<Facts> {
  const merged = Object.entries({ ...former, ...changesIn(says, asked) });
  return Object.fromEntries(merged.filter(([name]) => !asked.clears?.includes(name)));
}

/** The fact as its command would have recorded it. @throws Refusal */
function reread({ kind, asked }: Case, { newest, first }: RecordedFact, there: Dossier, context: Context): NewEvent {
  const target = kind.locate(there, newest.facts, () => true);
  const former = kind.askedOf(newest);
  const said = changesIn(kind.says, asked);
  const judged = (payload: Payload<Facts>) => kind.fields(target, payload, context);
  let merged = mended(kind, former, asked);
  // Where it needs a reason by now and had none, why it is corrected is the reason.
  if (judged(merged).some(({ code }) => code === 'reason-required')) merged = { reason: asked.reason, ...merged };
  // What was let through then, or whose text was erased since, is not asked again.
  const known = new Set(judged(former).map(({ pointer, code }) => `${code} ${pointer}`));
  const isNew = ({ pointer, code }: FieldError) =>
    !known.has(`${code} ${pointer}`) || (pointer.split('/')[1] ?? '') in said;
  const errors = judged(merged).filter(isNew);
  if (errors.length > 0) throw invalid(errors);
  kind.ready(target);
  const recordedOn = dayOf(first.recordedAt); // ahead of today where the clock was
  const today = recordedOn < context.today ? recordedOn : context.today;
  const [event] = kind.decide(target, merged, { ...context, today });
  if (!event) throw new Error(`nothing was decided for ${newest.type}`);
  return { ...event, texts: { ...sourceOf(kind, newest), ...event.texts } };
}

/** Where it stands written, of what was played back: that stays, whatever is read there now. */
const sourceOf = ({ says }: FactKind, { texts: { source } }: DossierEvent): { source?: string } =>
  'source' in says || !source ? {} : { source };

/** The fact as it was read last: to be said again, or not to be. */
function asRead({ newest: { type, on, facts, texts } }: Pick<RecordedFact, 'newest'>): NewEvent {
  const said = Object.entries(texts).filter(([, text]) => text !== null);
  return { type, on, facts, texts: Object.fromEntries(said) } as NewEvent; // of its own type
}

/** An event as it will stand in the record, as far as that is known before the store has sealed it. */
function asStored(event: NewEvent, { sequence, recordedAt }: Dossier, { by }: Context, after = 1): DossierEvent {
  const acting = { role: by.role, ...(by.body === null ? {} : { body: by.body }), ...(by.link && { link: by.link }) };
  const stored = { sequence: sequence + after, format: 2, recordedAt, recordedBy: by.person, previous: '', hash: '' };
  return { ...event, ...stored, facts: { ...event.facts, by: acting } } as DossierEvent; // of its own type
}

/** The dossier after what is now said, in its place. @throws Refusal */
function toldBy(plans: CarriedPlans, there: Dossier | null, event: DossierEvent, first: DossierEvent): Dossier | null {
  if (!stands({ first: event, newest: event, older: [] })) return there;
  try {
    return evolve(plans, there, event, first);
  } catch (error) {
    throw error instanceof CannotFollow ? inTheWay(event) : error;
  }
}
