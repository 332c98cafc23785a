// Which of those who decide at a gate are shown, and in which order: as the address asks, of what who looks sees of them anyhow.
import type { BodyId, Day } from '../../domain/vocabulary.js';
import type { GateView } from '../../wording/gates/views.js';
import { isMissing, type BodyLine } from './body-lines.js';
import { choiceIn, type Choice } from './list-choice.js';

export const bodyOffers = {
  filters: ['alles', 'nodig', 'ontbreekt', 'laat', 'voorwaarden', 'agenda'],
  orders: ['stand', 'naam', 'datum'],
} as const;
export type BodyFilter = (typeof bodyOffers.filters)[number];
type BodyOrder = (typeof bodyOffers.orders)[number];
export type AskedBodies = Choice<BodyFilter, BodyOrder>;

/** What was asked of a gate that is over and in the meantime is answered shows everyone. */
export function askedBodies(query: Readonly<Record<string, string | undefined>>, { status }: GateView): AskedBodies {
  const asked = choiceIn(query, bodyOffers);
  return asked.toon === 'nodig' && status !== 'open' ? { ...asked, toon: 'alles' } : asked;
}

const isUnder: Record<BodyFilter, (line: BodyLine, gate: GateView) => boolean> = {
  alles: () => true,
  nodig: (line, { status }) => status === 'open' && isMissing(line),
  ontbreekt: ({ stand }) => stand.side === 'silent',
  laat: ({ body, decision }, { late }) =>
    decision?.flags.includes('late') === true || late?.bodies.includes(body) === true,
  voorwaarden: ({ body }, { conditions }) => conditions.some((one) => one.body === body && one.status !== 'lapsed'),
  agenda: ({ agenda }) => agenda !== null,
};

const inDutch = new Intl.Collator('nl');
const decidedOn = ({ decision }: BodyLine): Day => decision?.decidedOn ?? '';

/** Those that fit, in order: by name, or who decided last first and who did not after them. */
export function chosenBodies(lines: readonly BodyLine[], gate: GateView, { toon, volgorde }: AskedBodies): BodyLine[] {
  const kept = lines.filter((line) => isUnder[toon](line, gate));
  if (volgorde === 'naam') return kept.sort((a, b) => inDutch.compare(a.title, b.title));
  if (volgorde === 'datum') return kept.sort((a, b) => decidedOn(b).localeCompare(decidedOn(a)));
  return inOrder(kept, gate);
}

/** How many there are under each filter, of those under which there are any. */
export const countedBodies = (lines: readonly BodyLine[], gate: GateView): Map<BodyFilter, number> =>
  new Map(
    bodyOffers.filters
      .map((one): [BodyFilter, number] => [one, lines.filter((line) => isUnder[one](line, gate)).length])
      .filter(([, n]) => n > 0),
  );

/** The last day of a body, where each has its own. */
export const dueFor = ({ terms }: GateView, body: BodyId): Day | null =>
  terms.find((one) => one.body === body)?.dueOn ?? null;

/** Where each has a term of its own, first those whose term is not known, then by its last day; who said something last. */
function inOrder(lines: BodyLine[], gate: GateView): BodyLine[] {
  if (gate.weeksFromReceipt === null || gate.status !== 'open') return lines;
  const rank = (line: BodyLine): string => (isMissing(line) ? (dueFor(gate, line.body) ?? '') : '9999');
  return [...lines].sort((a, b) => rank(a).localeCompare(rank(b)));
}
