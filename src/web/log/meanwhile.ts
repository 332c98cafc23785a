// What changed while a form was open: what is given must be what was shown, to the same person.
import { Injectable } from '@nestjs/common';
import { Readings } from '../../app/readings.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { Refusal } from '../../domain/refusal.js';
import type { Slug } from '../../domain/vocabulary.js';
import type { Caller } from '../../store/caller.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import type { FormContext, FormKind } from '../forms/form-kind.js';
import type { Values } from '../forms/form.js';
import { shownAtIn, type ShownAt } from '../forms/shown-at.js';
import { logLines } from './log-lines.js';
import { linesOf, type BodyLine } from '../pages/body-lines.js';
import type { Changes, StandChange } from '../pages/log/changes.js';

/** What of a form says what it rests on. */
type Resting = Pick<FormKind, 'confirmed' | 'rests'>;

/** So many lines of the log are told; who was away for longer reads the log itself. */
const linesMax = 20;

@Injectable()
export class Meanwhile {
  constructor(private readonly readings: Readings) {}

  /**
   * What changed of what a form rests on since it was shown, as far as who looks may know; null when it still stands, or
   * does not say when it was shown.
   */
  async since(kind: Resting, context: FormContext, values: Values): Promise<Changes | null> {
    const shown = shownAtIn(values, context);
    if (shown === null) return null;
    const { reading, person, today } = context;
    const otherPerson = shown.person !== person.id;
    const restsOnMore = kind.confirmed !== undefined || kind.rests !== undefined;
    const isSame = shown.sequence === reading.dossier.sequence && shown.day === today;
    if (isSame || !restsOnMore) return otherPerson ? { ...nothing, otherPerson } : null;
    const then = await this.contextAt(context, shown);
    if (!kind.confirmed && restingOn(kind, then) === restingOn(kind, context))
      return otherPerson ? { ...nothing, otherPerson } : null;
    const changes = { ...(await this.changes(context, then)), otherPerson };
    const isNothing = changes.stands.length === 0 && changes.sentence === null && changes.lines.length === 0;
    return isNothing && kind.confirmed && !otherPerson ? null : changes;
  }

  private async contextAt(context: FormContext, { sequence, day }: ShownAt): Promise<FormContext> {
    const { reading } = context;
    const isNow = sequence === reading.dossier.sequence;
    return during(context, isNow ? reading.dossier : await this.readings.upTo(reading, sequence), day);
  }

  private async changes(context: FormContext, then: FormContext): Promise<Omit<Changes, 'otherPerson'>> {
    const { reading, at, wording } = context;
    const all = await this.readings.log(reading);
    // Of what is closed to who looks nothing is told here: where it changes a stand, the stand says so.
    const since = all.filter(({ event, hidden }) => hidden === null && event.sequence > then.reading.dossier.sequence);
    return {
      ...atGates(context, then),
      lines: logLines(reading, all, since.slice(0, linesMax), at, wording),
      more: Math.max(0, since.length - linesMax),
    };
  }
}

const nothing: Changes = { otherPerson: false, stands: [], sentence: null, lines: [], more: 0 };

/**
 * Whether the dossier is still what a form was made from, judged where it is recorded.
 * @param changes what changed before; null when nothing did
 */
export function stillStands(kind: Resting, context: FormContext, changes: Changes | null): Caller['ifMatch'] {
  if (changes !== null) return () => false;
  const { sequence } = context.reading.dossier;
  if (kind.confirmed) return (dossier) => dossier.sequence === sequence;
  if (!kind.rests) return null;
  const rested = restingOn(kind, context);
  return (dossier) =>
    dossier.sequence === sequence || restingOn(kind, during(context, dossier, context.today)) === rested;
}

const during = (context: FormContext, dossier: Dossier, day: string): FormContext => ({
  ...context,
  today: day,
  reading: { ...context.reading, dossier, day },
  occasion: { ...context.occasion, dossier, today: day },
});

/** Of what is not there it says nothing. */
function restingOn(kind: Resting, context: FormContext): string | null {
  try {
    return JSON.stringify(kind.rests?.(context) ?? null);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Who stands otherwise at the gates that the form is about, and how its own gate reads now where that is another sentence. */
function atGates(context: FormContext, then: FormContext): Pick<Changes, 'stands' | 'sentence'> {
  const { wording, reading, place } = context;
  const about = place.gate === '' ? Object.keys(reading.dossier.rounds) : [place.gate];
  const gates = about.flatMap((id) => {
    const [before, after] = [gateIn(then, id), gateIn(context, id)];
    return before && after ? [{ before, after }] : [];
  });
  const [own] = place.gate === '' ? [] : gates;
  return {
    stands: gates.flatMap(({ before, after }) => {
      const of = own ? '' : `${after.title}, `;
      return standChanges(linesOf(then.reading, before, wording), linesOf(reading, after, wording), wording).map(
        (change) => ({ ...change, title: of + change.title }),
      );
    }),
    sentence: own && own.before.sentence !== own.after.sentence ? own.after.sentence : null,
  };
}

const gateIn = ({ reading, wording }: FormContext, id: Slug): GateOnPage | null =>
  reading.dossier.plan.gates.has(id) ? wording.gateShown(reading, id) : null;

function standChanges(before: readonly BodyLine[], after: readonly BodyLine[], wording: Wording): StandChange[] {
  const { changed: words } = wording;
  const former = new Map(before.map((line) => [line.body, line]));
  const remaining = new Set(after.map(({ body }) => body));
  return [
    ...after.map((line) => ({
      ...line,
      from: wordOf(former.get(line.body)) ?? words.notAsked,
      to: wordOf(line) ?? '',
    })),
    ...before
      .filter(({ body }) => !remaining.has(body))
      .map((line) => ({ ...line, stand: null, from: wordOf(line) ?? '', to: words.notAsked })),
  ]
    .filter(({ from, to }) => from !== to)
    .map(({ title, stand, from, to }) => ({ title, stand, from, to }));
}

/** With what it chose, where each chooses for itself. */
const wordOf = (line: BodyLine | undefined): string | undefined =>
  line && [line.stand.word, ...(line.choice === null ? [] : [line.choice])].join(', ');
