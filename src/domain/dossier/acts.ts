// The acts of the bodies: how they are recorded, corrected, confirmed and disputed, and how one is found. Which of them
// stands on a day is for `stand/`.
import { groupedBy } from '../grouped.js';
import type { BodyId, Confirmation, Day, Id, Slug } from '../vocabulary.js';
import type { Act, Condition, Decision } from './decided.js';
import type { Dossier } from './state.js';

/** The reading of an act that holds. */
export function readingOf({ id, readings, holds }: Act): Decision {
  const found = readings.find((one) => one.id === holds);
  if (!found) throw new Error(`act ${id} holds a reading that it has not`);
  return found;
}

/** The act of which this decision is a reading, the newest one or a former one. */
export const actOf = ({ acts }: Dossier, gate: Slug, decision: Id): Act | undefined =>
  acts[gate]?.find(({ readings }) => readings.some(({ id }) => id === decision));

/** The same wherever it is: a gate may have had another name when it was recorded. */
export const actAnywhere = (dossier: Dossier, decision: Id): Act | undefined =>
  Object.keys(dossier.acts)
    .map((gate) => actOf(dossier, gate, decision))
    .find((act) => act !== undefined);

/** Every condition that an act ever made: those of this reading, then those that only others had. */
export function conditionsOf(dossier: Dossier, gate: Slug, { id, conditions }: Decision): Condition[] {
  const all = actOf(dossier, gate, id)?.readings.flatMap((reading) => reading.conditions) ?? [];
  return [...new Set([...conditions, ...all])].flatMap((one) => dossier.conditions[one] ?? []);
}

/** Everything that was recorded of decisions at a gate, corrected readings too, in order of recording. */
export function decisionsAt({ acts }: Dossier, gate: Slug): Decision[] {
  const all = (acts[gate] ?? []).flatMap(({ readings }) => readings);
  return all.sort((one, other) => one.recorded.sequence - other.recorded.sequence);
}

export const decisionsIn = (dossier: Dossier, gate: Slug, round: number): Decision[] =>
  decisionsAt(dossier, gate).filter((decision) => decision.round === round);

/** Every act of a body at a gate. An index, made once for each state of the record: some gates ask hundreds of bodies. */
export function actsOf({ acts }: Dossier, gate: Slug, body: BodyId): readonly Act[] {
  const here = acts[gate];
  if (!here) return none;
  let byBody = indexes.get(here);
  if (!byBody) indexes.set(here, (byBody = groupedBy(here, (act) => act.body)));
  return byBody.get(body) ?? none;
}

const none: readonly Act[] = [];
const indexes = new WeakMap<readonly Act[], Map<BodyId, Act[]>>();

/** The dossier with one more act. */
export const withAct = (dossier: Dossier, gate: Slug, first: Decision): Dossier =>
  withActs(withConditions(dossier, first), gate, (acts) => [
    ...acts,
    {
      id: first.id,
      sequence: first.recorded.sequence,
      body: first.body,
      readings: [first],
      holds: first.id,
      proposed: null,
      own: isOwn(first.confirmation),
      disputed: false,
    },
  ]);

/**
 * With one more reading of an act. What the body says of its act holds; what the region says holds where the body has
 * said nothing or that there was no such act, and else waits beside it.
 */
export function withReading(dossier: Dossier, gate: Slug, reading: Decision): Dossier {
  const own = isOwn(reading.confirmation);
  const waits = !own && (actOf(dossier, gate, reading.act)?.own ?? false);
  return changed(waits ? dossier : withConditions(dossier, reading), gate, reading.act, (act) => {
    const readings = [...act.readings, reading];
    if (waits) return { ...act, readings, proposed: reading.id };
    return { ...act, readings, holds: reading.id, proposed: null, own, disputed: false };
  });
}

/** With the conditions of a reading that holds from now on; what was answered to one that was there stays with it. */
function withConditions(dossier: Dossier, { made }: Decision): Dossier {
  if (made.length === 0) return dossier;
  const said = made.map((one): [Id, Condition] => [
    one.id,
    { ...one, answers: dossier.conditions[one.id]?.answers ?? one.answers },
  ]);
  return { ...dossier, conditions: { ...dossier.conditions, ...Object.fromEntries(said) } };
}

/** With the word of the body on what the region recorded. */
export function withWord(
  dossier: Dossier,
  { gate, decision: id }: { gate: Slug; decision: Id },
  { confirmed, on, reason }: { confirmed: boolean; on: Day; reason: string | null },
): Dossier {
  const confirmation = confirmed ? 'confirmed' : 'disputed';
  const said = { confirmation, confirmedOn: on, confirmationReason: reason } as const;
  const act = actOf(dossier, gate, id);
  const proposed = act?.proposed === id ? act.readings.find((one) => one.id === id) : undefined;
  return changed(proposed && confirmed ? withConditions(dossier, proposed) : dossier, gate, id, (one) => {
    const readings = one.readings.map((reading) => (reading.id === id ? { ...reading, ...said } : reading));
    if (proposed) return { ...one, readings, proposed: null, holds: confirmed ? id : one.holds };
    return { ...one, readings, own: confirmed, disputed: !confirmed };
  });
}

/** With something that was recorded of an act, which all of its readings keep. */
export const withFact = (
  dossier: Dossier,
  { gate, decision: id }: { gate: Slug; decision: Id },
  change: (reading: Decision) => Partial<Decision>,
): Dossier =>
  changed(dossier, gate, id, (act) => ({
    ...act,
    readings: act.readings.map((one) => ({ ...one, ...change(one) })),
  }));

const isOwn = (confirmation: Confirmation): boolean => confirmation === 'by-body' || confirmation === 'confirmed';

const changed = (dossier: Dossier, gate: Slug, decision: Id, change: (act: Act) => Act): Dossier =>
  withActs(dossier, gate, (acts) =>
    acts.map((act) => (act.readings.some(({ id }) => id === decision) ? change(act) : act)),
  );

const withActs = (dossier: Dossier, gate: Slug, change: (acts: readonly Act[]) => readonly Act[]): Dossier => ({
  ...dossier,
  acts: { ...dossier.acts, [gate]: change(dossier.acts[gate] ?? none) },
});
