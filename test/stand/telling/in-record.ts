// What is told of single decisions: their receipts, and their lines in the log. What its body keeps to itself is not there
// for others.
import { decisionsAt, readingOf } from '../../../src/domain/dossier/acts.js';
import { isClosed } from '../../../src/domain/dossier/release.js';
import type { Decision } from '../../../src/domain/dossier/state.js';
import { closedSentence } from '../../../src/wording/log/log.js';
import { saidWord } from '../../../src/wording/gates/stand.js';
import { capital } from '../../../src/wording/language/words.js';
import { askedIn } from '../../../src/domain/views/stand-view.js';
import { titleOf } from '../../../src/domain/workflow/plan.js';
import { asked, differs, type LookedAt, type Viewer } from './looked-at.js';
import { elements, standsIn, textOf } from './page-reader.js';

/** A decision is there on its day, and for others once it is released. */
const mayKnow = (decision: Decision, { body }: Viewer, day: string): boolean =>
  decision.decidedOn <= day && (!isClosed(decision, day) || decision.body === body);

/** Of the decisions at a gate, those that stand and some of the others. */
export async function receipts(at: LookedAt, viewer: Viewer, gate: string, nth: number): Promise<string[]> {
  const { then, moment, dossier } = at;
  const standing = new Set(then.at(gate).map(({ told }) => told.act));
  const closed = new Set(then.at(gate).flatMap(({ stand }) => stand.hidden?.id ?? []));
  const some = decisionsAt(then.dossier, gate).filter(
    ({ id }, i) => standing.has(id) || closed.has(id) || i % 12 === nth % 12,
  );
  const found: string[] = [];
  for (const decision of some) {
    const path = `/trajecten/${dossier}/momenten/${gate}/besluiten/${decision.id}${asked(moment)}`;
    if (mayKnow(decision, viewer, then.day)) found.push(...receiptOf(at, gate, decision, await viewer.look(path)));
    else found.push(...differs(`${gate}: the receipt of ${decision.body} is there`, await viewer.finds(path), false));
  }
  return found;
}

/** It tells the stand where it is by this decision, and only what was said where it is not. */
function receiptOf({ then }: LookedAt, gate: string, decision: Decision, page: string): string[] {
  const { id, body } = decision;
  const round = then.dossier.rounds[gate]?.find(({ number }) => number === decision.round) ?? null;
  const stands = then.at(gate, round).find(({ told }) => told.act === id)?.told;
  const expected = stands ? [[body, stands.why ?? stands.side, stands.sign, capital(stands.word)]] : [];
  const seen = standsIn(page).filter(({ question }) => question === null);
  return differs(
    `${gate}: the receipt of ${body}`,
    seen.map((one) => [one.body, one.stand, one.sign, one.word]),
    expected,
  );
}

const linesPerPage = 100;

/** The log says of every decision that stands what its stand says, and nothing of what is not released. */
export async function linesInLog({ then, moment, dossier }: LookedAt, viewer: Viewer): Promise<string[]> {
  const lines = new Map<number, string>();
  for (let from = 0, isMore = true; isMore; from += linesPerPage) {
    const page = await viewer.look(`/trajecten/${dossier}/logboek${asked(moment, { vanaf: String(from) })}`);
    for (const line of elements(page, /<li class="sluis-log__line" id="regel-\d+">/))
      lines.set(Number(/id="regel-(\d+)"/.exec(line)?.[1]), textOf(line));
    isMore = page.includes(`vanaf=${from + linesPerPage}`);
  }
  const { plan } = then.dossier;
  return then.gates.flatMap((gate) => {
    const round = then.roundOf(gate);
    if (!round) return [];
    const asks = askedIn(then.dossier, round);
    const acts = (then.dossier.acts[gate] ?? []).map(readingOf).filter(({ decidedOn }) => decidedOn <= then.day);
    return acts.flatMap((decision) => {
      const { body, recorded } = decision;
      const line = lines.get(recorded.sequence) ?? '';
      if (!mayKnow(decision, viewer, then.day))
        return line === '' || line.startsWith(closedSentence) ? [] : [`${gate}: ${line}`];
      const said = `${titleOf(plan, body)}: ${saidWord({ ...decision, asks })}`;
      return line.includes(said) ? [] : [`${gate}: "${line}" does not say "${said}"`];
    });
  });
}
