// The one page that a meeting gets of a gate, as what stands on it: made of the same views as the pages, and drawn as a page of
// its own and as a PDF.
import { isClosed } from '../../domain/dossier/release.js';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { turnsOf } from '../../domain/turns/turns.js';
import { holdsBack } from '../../domain/stand/requirements.js';
import type { ConditionView } from '../../domain/views/decision-view.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import { isByItself } from '../../domain/workflow/asks.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import { alike, howMany } from '../pages/gate/alike.js';
import { linesOf, type BodyLine } from '../pages/body-lines.js';
import type { Briefing, BriefingRow } from '../pages/gate/briefing.js';
import { fitted, linesIn } from '../pages/gate/fitting.js';
import { signOfRequirement } from '../pages/gate/requirement-list.js';
import { labelOfTurn } from '../dossier/steps.js';

/** In lines of text: an A4 without its margins, what stands above the parts, and how wide that is. */
const page = { lines: 53, head: 13, width: 96 };
/** Longer texts than this are cut: whoever wants all of them looks in Sluis. */
const textMax = 260;
const daysMax = 5;
const least = { few: 4, many: 2 };

/** What is looked at, and by whom. */
interface Looked {
  reading: Reading;
  wording: Wording;
}

const openConditions = new Set<ConditionView['status']>(['open', 'disputed', 'carried']);

export function briefingOf(looked: Looked, id: Slug): Briefing {
  const { reading, wording } = looked;
  const { briefing: words, frame } = wording;
  const { title, demonstration, source } = dossierHeading(reading);
  const gate = wording.gateShown(reading, id);
  const lines = linesOf(reading, gate, wording);
  const conditions = [...gate.conditions, ...gate.carriedHere].filter(({ status }) => openConditions.has(status));
  const questions = gate.questions.map(({ text }) => cut(text, wording));
  const head = page.head + questions.reduce((sum, text) => sum + linesIn(text, page.width), 0);
  const parts = [
    { title: words.asked, rows: askedOf(looked, gate), least: least.few },
    { title: words.missing(gate.asks), rows: missingRows(looked, gate, lines), least: least.many },
    { title: words.conditions, rows: conditions.map((one) => conditionRow(looked, gate, one)), least: least.many },
    { title: words.requirements, rows: lackingRows(gate, wording), least: least.many },
    { title: words.choices, rows: choiceRows(gate, lines, wording), least: least.many },
    { title: words.days, rows: dayRows(looked, gate, conditions), least: least.many },
  ];
  return {
    ...{ dossier: title, gate, lines, questions },
    title: words.title(titleOf(reading.dossier.plan, gate.ruledBy)),
    about: words.about(reading.day, reading.moment.knownAt),
    marks: [
      ...(demonstration ? [frame.demonstration(null)] : []),
      ...(source === null ? [] : [frame.playedBack(source)]),
    ],
    parts: fitted(
      parts.map((part) => ({ ...part, rows: part.rows.map((row) => ({ ...row, what: cut(row.what, wording) })) })),
      page.lines - head,
    ),
  };
}

/** What is told of a text stands behind it, also where the text is cut. */
const withTold = (text: string, told: string, { briefing: words }: Wording): string =>
  text.length + told.length > textMax
    ? `${text.slice(0, textMax - told.length - words.cut.length).trimEnd()}${words.cut}${told}`
    : text + told;

const cut = (text: string, { briefing: words }: Wording): string =>
  text.length > textMax ? `${text.slice(0, textMax).trimEnd()}${words.cut}` : text;

/** What the meeting can do: conclude, or what has to be done before that; by whoever chairs it. */
function askedOf({ reading, wording }: Looked, gate: GateOnPage): BriefingRow[] {
  const { dossier, day } = reading;
  const { briefing: words, dossierPage, requirementPage, speech } = wording;
  const turns = turnsOf(dossier, day, (decision) => !isClosed(decision, day)).filter(
    (turn) => turn.role === 'chair' && (turn.gate ?? turn.phase) === gate.id,
  );
  const others = turns.filter(({ what }) => what !== 'rule').map((turn) => labelOfTurn(turn, dossier.plan, wording));
  return [...concluding(), ...new Set(others)].map((what) => ({ sign: null, who: '', what }));

  function concluding(): string[] {
    if (gate.status === 'planned') return others.length > 0 ? [] : [words.notPut];
    if (gate.status !== 'open') return others.length > 0 ? [] : [words.concluded];
    if (isByItself(gate)) return [dossierPage.byItself];
    const isHeldBack = gate.requirements.some(holdsBack);
    if (gate.outcome === 'open' || gate.outcome === null || (gate.outcome === 'go' && isHeldBack))
      return [
        words.waits(
          gate.missing.length === 0 && isHeldBack ? requirementPage.rulingWaits : dossierPage.rulingWaits(gate.asks),
        ),
      ];
    return [words.conclude(speech[gate.asks].heads[gate.outcome])];
  }
}

function missingRows({ reading, wording }: Looked, gate: GateOnPage, lines: readonly BodyLine[]): BriefingRow[] {
  const byBody = new Map(lines.map((line) => [line.body, line]));
  const missing = gate.missing.flatMap(({ body }) => byBody.get(body) ?? []);
  const { plan } = reading.dossier;
  return alike(missing, () => false, wording).map(({ lines: [first, ...more], told }) => ({
    sign: first?.stand.drawn ?? null,
    who:
      more.length === 0
        ? titleOf(plan, first?.body ?? '')
        : howMany(
            plan,
            [first, ...more].map((line) => line?.body ?? ''),
            wording,
          ),
    what: wording.capital(told.join(', ')),
  }));
}

function conditionRow({ reading, wording }: Looked, gate: GateOnPage, condition: ConditionView): BriefingRow {
  const { plan } = reading.dossier;
  const { briefing: words, conditionWords, effectWords, dossierPage } = wording;
  const isForChair = condition.effect === 'elaboration' && condition.status !== 'carried';
  const told = [
    conditionWords[condition.status],
    effectWords[condition.effect],
    ...(isForChair ? [words.answered(titleOf(plan, gate.ruledBy))] : []),
    ...(condition.dueOn === null ? [] : [dossierPage.dueOn(condition.dueOn)]),
  ];
  return {
    sign: 'conditions',
    who: titleOf(plan, condition.body),
    what: withTold(condition.text, ` (${told.join('; ')})`, wording),
  };
}

const lackingRows = ({ requirements }: GateOnPage, { stateOfRequirement, capital }: Wording): BriefingRow[] =>
  requirements
    .filter(({ state }) => state !== 'met')
    .map((one) => ({ sign: signOfRequirement(one), who: one.title, what: capital(stateOfRequirement(one)) }));

/** By option how many, and who. */
function choiceRows(gate: GateOnPage, lines: readonly BodyLine[], wording: Wording): BriefingRow[] {
  if (!gate.poll) return [];
  const { names } = wording.namesInList(lines.map(({ title }) => title));
  return gate.options.map(({ title }) => {
    const chose = names.filter((_, i) => lines[i]?.choice === title);
    const named = chose.length === 0 ? [] : [wording.listWords(chose)];
    return { sign: null, who: title, what: [wording.count(chose.length), ...named].join(': ') };
  });
}

/** What is to come, the first day first: the end of the term, meetings of who is missing, and conditions. */
function dayRows({ reading, wording }: Looked, gate: GateOnPage, conditions: readonly ConditionView[]): BriefingRow[] {
  const { plan } = reading.dossier;
  const { briefing: words, fullDay, listWords } = wording;
  const missing = new Set(gate.missing.map(({ body }) => body));
  const named = (bodies: readonly string[]): string => listWords(bodies.map((body) => titleOf(plan, body)));
  const planned = byDay([
    ...gate.agendas.filter(({ body }) => missing.has(body)).map(({ meetingOn, body }) => [meetingOn, body] as const),
    ...gate.missing.flatMap(({ why, until, body }) => (why === 'deferred' && until ? [[until, body] as const] : [])),
  ]);
  const due = byDay(conditions.flatMap(({ dueOn, body }) => (dueOn === null ? [] : [[dueOn, body] as const])));
  const all: [Day, string][] = [
    ...(gate.status === 'open' && gate.dueOn !== null
      ? [[gate.dueOn, words.due(gate.asks)] satisfies [Day, string]]
      : []),
    ...planned.map(([day, bodies]): [Day, string] => [day, words.planned(named(bodies))]),
    ...due.map(([day, bodies]): [Day, string] => [day, words.answerDue(named(bodies))]),
  ];
  return all
    .filter(([day]) => day >= reading.day)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, daysMax)
    .map(([day, what]) => ({ sign: null, who: fullDay(day), what }));
}

function byDay(all: readonly (readonly [Day, string])[]): [Day, string[]][] {
  const found = new Map<Day, Set<string>>();
  for (const [day, body] of all) found.set(day, (found.get(day) ?? new Set()).add(body));
  return [...found].map(([day, bodies]) => [day, [...bodies]]);
}
