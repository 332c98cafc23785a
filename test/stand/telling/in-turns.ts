// What is told of whose turn it is: the list of turns and the page of tasks say of each body what its stand asks of it.
import type { MissingWhy } from '../../../src/domain/vocabulary.js';
import type { AnyTurn } from '../../../src/domain/turns/turn.js';
import type { Expected } from './expected.js';
import { differs, type LookedAt, type Viewer } from './looked-at.js';
import { firstOf } from './page-reader.js';

/** Why a body does not count that has still to decide; the others wait for another, or for its word or its answer. */
const decides: ReadonlySet<MissingWhy | null> = new Set<MissingWhy | null>([
  'silent',
  'scheduled',
  'disputed',
  'deferred',
  'noted',
  'announced',
  'stale',
  'other-text',
  'condition-rejected',
]);

interface Turns {
  items: (AnyTurn & { dossier: string })[];
}

export async function turns({ then, dossier }: LookedAt, viewer: Viewer): Promise<string[]> {
  const { body: list } = await viewer.client.get<Turns>('/me/turns?limit=100');
  const own = list.items.filter((turn) => turn.dossier === dossier);
  const page = firstOf(await viewer.look('/taken'), /<main\b[^>]*>/);
  return then.gates.flatMap((gate) => {
    const round = then.roundOf(gate);
    if (!round || round.settled || round.withdrawn) return [];
    const all = then.at(gate);
    const here = own.filter((turn) => turn.phase === gate);
    return [
      ...all.filter(({ stand }) => stand.body === viewer.body).flatMap((one) => ofBody(gate, one, here, page)),
      ...here.filter(({ what }) => what === 'rule').flatMap((turn) => toRule(gate, turn, all)),
    ];
  });
}

/** A body decides while it has not, and says whether what the region recorded is so. */
function ofBody(gate: string, { stand, told }: Expected, here: readonly AnyTurn[], page: string): string[] {
  const { why, shadow, beside, act } = told;
  // What it keeps to itself it has decided, whatever others are told.
  const hasDecided = why === 'announced' && stand.hidden !== null;
  const waiting = [...(shadow && act ? [act] : []), ...beside].sort();
  const isToDecide = here.some(({ what }) => what === 'decide' || what === 'decide-again');
  const confirms = here.filter(({ what }) => what === 'confirm').map(({ decision }) => decision ?? '');
  const isRefused = why === 'subject-to' && told.word.includes('het voorbehoud is niet vervuld');
  const form = `/momenten/${gate}/besluit?`;
  return [
    ...(hasDecided
      ? []
      : differs(`${gate}: ${stand.body} (${why}) is to decide`, isToDecide, isRefused || decides.has(why))),
    ...differs(`${gate}: ${stand.body} is to confirm`, confirms.sort(), waiting),
    ...differs(`${gate}: ${stand.body} has the task to decide`, page.includes(form), isToDecide),
    ...waiting.flatMap((id) =>
      differs(`${gate}: ${stand.body} has the task to confirm`, page.includes(`/besluiten/${id}/bevestigen`), true),
    ),
  ];
}

/** The chair waits for those who do not count, while it can go either way. */
function toRule(gate: string, { blocks }: AnyTurn, all: readonly Expected[]): string[] {
  if (blocks === null) return [];
  const missing = all.filter(({ told }) => told.why !== null).map(({ stand }) => stand.body);
  return differs(
    `${gate}: the chair waits`,
    missing.filter((body) => !blocks.bodies.includes(body)),
    [],
  );
}
