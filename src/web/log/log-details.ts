// What was said with an event, beside the sentence of its line: each fact and text under its name, as far as the reader may see it.
import type { DossierEvent } from '../../domain/dossier/events.js';
import { planAt } from '../../domain/dossier/migration.js';
import { saidFacts, tableOfEvent, type SaidFact } from '../../domain/dossier/said.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { Facts } from '../../domain/facts/fact.js';
import { erased } from '../../domain/facts/shown.js';
import { kindOfFact } from '../../domain/fold/fact-kinds.js';
import type { Reading } from '../../domain/views/viewer.js';
import { seesText } from '../../domain/views/visibility.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';
import type { LogDetail } from '../pages/log/log.js';
import { saidValue } from '../pages/said-value.js';

interface Told {
  /** After which event it is read: the plan that held then has its words. */
  place: number;
  /** Whether the line says its source in a place of its own. */
  isSourceApart: boolean;
}

export function detailsOf(
  event: DossierEvent,
  { dossier, viewer }: Reading,
  { place, isSourceApart }: Told,
  wording: Wording,
): LogDetail[] {
  const plan = planAt(dossier, place);
  const shown = Object.entries(event.texts).filter(
    // What was shown to the recorder stands at the gate itself.
    ([key]) => seesText(viewer, event, key) && !key.startsWith('said/') && !(key === 'source' && isSourceApart),
  );
  return asTabled(tableOfEvent[event.type], [
    ...factLines(event, plan, wording, isOnlyVersion(dossier, event)),
    ...textLines(event, shown, plan, wording),
  ]);
}

/** Where one version was put, that a decision is about it goes without saying. */
const isOnlyVersion = ({ rounds }: Dossier, { facts }: DossierEvent): boolean =>
  'answers' in facts &&
  !(
    rounds[facts.gate]?.some(
      (round) => round.number === facts.round && round.proposals.some((one) => one.version > 1),
    ) ?? false
  );

/** Where it stands in what was said, its name and its words. */
export type TextLine = [place: string, name: string, words: string];

/** In the order of its table, entry by entry: the event keeps facts and texts apart. What no table says comes last. */
const asTabled = (table: Facts, details: readonly TextLine[]): LogDetail[] =>
  details
    .map((detail) => ({ detail, order: placeIn(table, detail[0]) }))
    .sort(({ order: one }, { order: other }) => {
      const i = one.findIndex((step, j) => step !== other[j]);
      return i < 0 ? 0 : (one[i] ?? 0) < (other[i] ?? 0) ? -1 : 1;
    })
    .map(({ detail: [place, name, words] }) => [name, words, /(^|\/)file$/.test(place)]);

function placeIn(table: Facts, place: string): number[] {
  const [row = '', ...inRow] = place.split('/');
  const inner = orderIn(table[row]?.of ?? {});
  return [
    orderIn(table).get(row) ?? Infinity,
    ...inRow.map((step) => (/^\d+$/.test(step) ? Number(step) : (inner.get(step) ?? -1))),
  ];
}

/** A log asks it for each of its lines. */
const orders = new WeakMap<object, ReadonlyMap<string, number>>();

function orderIn(table: object): ReadonlyMap<string, number> {
  const order = orders.get(table) ?? new Map(Object.keys(table).map((name, i) => [name, i]));
  orders.set(table, order);
  return order;
}

/** The facts that its sentence does not say, by their names and in the words of the plan that held. */
function factLines(event: DossierEvent, plan: Plan, wording: Wording, onlyVersion: boolean): TextLine[] {
  const told = [
    ...(wording.toldInSentence[event.type] ?? []),
    ...(onlyVersion ? ['proposalVersion'] : []),
    'belongsTo', // by its title
  ];
  const gate = 'gate' in event.facts ? event.facts.gate : undefined;
  const where = { plan, gate, table: tableName(event), wording };
  return [...saidFacts(tableOfEvent[event.type], { ...event.facts }), ...namedIn(event)]
    .filter(([place]) => !told.includes(place.split('/', 1)[0] ?? ''))
    .map(([place, value]): TextLine => [
      place,
      wording.nameOfFact(place, tableName(event)),
      saidValue(place, value, where),
    ])
    .filter(([, , words]) => words !== '');
}

/** Some of its texts, by their names. */
export const textLines = (
  event: DossierEvent,
  texts: readonly [key: string, text: string | null | undefined][],
  plan: Plan,
  { nameOfFact }: Wording,
): TextLine[] =>
  texts.map(([key, text]) => [key, goalOf(event, key, plan) ?? nameOfFact(key, tableName(event)), text ?? erased]);

/** Bodies that an event keeps by itself. */
function namedIn({ type, facts }: DossierEvent): SaidFact[] {
  if (type === 'GateRuled') return [['dissent', facts.dissent]];
  if (type === 'ProposalRevised') return [['textualMandate', facts.textualMandate]];
  return type === 'RuleAmended' && facts.atOnce ? [['agreedBy', facts.atOnce.agreedBy]] : [];
}

/** Under which name the words know a table in which a name means something else. */
const tableName = ({ type }: DossierEvent): string =>
  /^Decision(Recorded|Corrected|Revised)$/.test(type) ? 'record-decision' : (kindOfFact(type)?.name ?? '');

/** The title of the goal that a text is the value of. */
function goalOf(event: DossierEvent, key: string, plan: Plan): string | undefined {
  if (event.type !== 'MeetingRecorded') return undefined;
  const goals = plan.phases.get(event.facts.phase)?.recurs?.goals;
  return goals?.find(({ id }) => key === `values/${id}`)?.title;
}
