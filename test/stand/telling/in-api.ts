// What the API tells of every gate: stands, tally, who is missing, and the sentence.
import type { DossierView } from '../../../src/domain/views/dossier-view.js';
import { partyOf } from '../../../src/domain/permissions.js';
import type { MissingWhy } from '../../../src/domain/vocabulary.js';
import type { GateView } from '../../../src/wording/gates/views.js';
import { whyWords } from '../../../src/wording/language/words.js';
import { tallyOf, toldTo } from './expected.js';
import { asked, differs, type LookedAt, type Viewer } from './looked-at.js';

export async function gatesInApi({ then, moment, dossier }: LookedAt, { client, body }: Viewer): Promise<string[]> {
  const found: string[] = [];
  const short = await client.get<DossierView>(`/dossiers/${dossier}${asked(moment)}`);
  for (const gate of then.gates) {
    const { body: view } = await client.get<GateView>(`/dossiers/${dossier}/gates/${gate}${asked(moment)}`);
    const stands = then.at(gate).map((one) => toldTo(one, body));
    const summary = short.body.gates.find(({ id }) => id === gate);
    found.push(
      ...differs(`${gate}: stands`, view.stands, stands),
      ...differs(`${gate}: in short`, [summary?.tally, summary?.missing], [view.tally, view.missing]),
      ...countsIn({ then, moment, dossier }, view),
      ...flagsIn(view),
    );
  }
  return found;
}

/** An open gate counts as everyone stands; of a concluded one is told what was stored. */
function countsIn({ then }: LookedAt, view: GateView): string[] {
  const { id } = view;
  const round = then.roundOf(id);
  if (!round || round.settled || round.withdrawn) return [];
  const all = then.at(id);
  const missing = all.flatMap(({ told: { body, why, until } }) => (why ? [{ body, why, until }] : []));
  // Who counts is missing alone for what an earlier gate passed on.
  const own = view.missing.filter(({ body }) => missing.some((one) => one.body === body));
  const passedOn = view.missing.filter((one) => !own.includes(one)).map(({ why }) => why);
  return [
    ...differs(`${id}: tally`, view.tally, tallyOf(all, round)),
    ...differs(`${id}: missing`, own, missing),
    ...differs(
      `${id}: passed on`,
      passedOn.filter((why) => why !== 'condition-open' && why !== 'subject-to'),
      [],
    ),
    ...namesIn(view),
  ];
}

const namedMax = 5;

/** The sentence names who is missing, each with why, while it can still go either way. */
function namesIn({ id, sentence, missing, outcome, stands }: GateView): string[] {
  if (outcome !== 'open') return [];
  const named = missing.slice(0, namedMax).map(({ body, why }) => {
    const { word = '' } = stands.find((one) => one.body === body) ?? {};
    return { name: partyOf(body).toUpperCase(), words: clausesOf(why, word) };
  });
  const rest = missing.length - namedMax;
  const lacking = named.filter(({ name, words }) => {
    const [, told = ''] = new RegExp(`\\b${name} \\(([^)]*)\\)`).exec(sentence ?? '') ?? [];
    return !words.some((word) => told.includes(word));
  });
  return [
    ...lacking.map(({ name, words }) => `${id}: "${sentence}" does not name ${name} (${words.join(' or ')})`),
    ...(rest > 0 && !sentence?.includes(`nog ${rest}`) ? [`${id}: "${sentence}" leaves out ${rest}`] : []),
  ];
}

/** What the sentence may say of it: of who took back or disputes what was said, just that. */
function clausesOf(why: MissingWhy, word: string): string[] {
  const [first = '', ...since] = word.split('; ');
  if (why === 'subject-to') return [word.includes('het voorbehoud is niet vervuld') ? 'niet vervuld' : 'wacht op'];
  if (!unspoken.has(why) || since.length === 0) return [whyWords[why], first];
  return [since.join('; ')];
}

const unspoken: ReadonlySet<MissingWhy> = new Set<MissingWhy>(['silent', 'disputed']);

/** A decision that stands carries the flag of why it does not count, and that it is provisional when its word says so. */
function flagsIn({ id, stands, decisions }: GateView): string[] {
  return stands.flatMap(({ body, act, why, word }) => {
    const flags = decisions.find((one) => one.id === act)?.flags;
    if (!flags) return act === null ? [] : [`${id}: ${body} stands by ${act}, which is not shown`];
    const isProvisional = word.includes('(voorlopig)');
    return [
      ...(isProvisional && !flags.includes('provisional') ? [`${id}: ${body} is provisional without a flag`] : []),
      ...(why === 'stale' && !flags.includes('stale') ? [`${id}: ${body} is stale without a flag`] : []),
      ...(flags.includes('withdrawn') || flags.includes('no-decision')
        ? [`${id}: ${body} stands by ${flags.join()}`]
        : []),
    ];
  });
}
