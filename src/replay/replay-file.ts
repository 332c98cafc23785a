// Reads the file of a replay: dated facts, each as the call of the API that records it. Every fault is said with the line
// of the file on which it stands. What a fact may hold is for the request of its call; whether it can be true, for playing.
import { parseTree, printParseErrorCode, visit, type Node } from 'jsonc-parser';
import { calls, type Call } from '../api/calls.js';
import type { FieldError } from '../domain/refusal.js';
import type { Day } from '../domain/vocabulary.js';
import { replay as words } from '../wording/shell/replay.js';
import { wordField } from '../wording/refusals/fields.js';
import { needed, said, type Payload } from '../domain/facts/fact.js';
import { bool, day, escapePointer, listOf, longText, objectOf, oneOf, type Value } from '../domain/facts/values.js';
import { shapeBody } from '../http/shape.js';

/** What is wrong on a line of the file, in Dutch with the cure, and the stable code of it. */
export interface LineFault {
  line: number;
  code: string;
  detail: string;
}

/** A replay that cannot be played; nothing of it was recorded. */
export class ReplayFault extends Error {
  constructor(readonly faults: LineFault[]) {
    super(faults.map(({ line, detail, code }) => words.fault(line, detail, code)).join('\n'));
  }
}

export interface ReplayFact {
  on: Day;
  call: Call;
  /** Where it stands written. */
  source: string;
  /** What the address of the call names: phase, gate, and whose decision or condition. */
  place: Record<string, string>;
  /** What is sent, as to the API. */
  sent: Record<string, unknown>;
  /** Where in the file a field of what is sent stands; the line of the fact for what is not there. */
  lineOf: (pointer: string) => number;
}

export interface Replay {
  /** The documents that it is played back from. */
  source: string;
  /** Whether it is made up for a demonstration: its dossier then says so for ever. */
  invented: boolean;
  /** The dossier, as it is started over the API. */
  start: Record<string, unknown>;
  facts: ReplayFact[];
  lineOf: (pointer: string) => number;
}

export const fileMax = 1024 * 1024;
const factsMax = 10_000;
const depthMax = 32;
const strict = { disallowComments: true, allowTrailingComma: false };

/** The last word of a path tells calls apart: submissions, decisions, rulings. */
const callsByName = new Map(calls.map((call) => [call.path.split('/').at(-1) ?? '', call]));

/** What some calls were named before they became nouns: a file that was written then still plays. */
const formerNames = new Map([
  ['start', 'starts'],
  ['complete', 'completions'],
  ['rework', 'reworks'],
  ['stop', 'stops'],
]);

const nowNamed = (name: string): string => formerNames.get(name) ?? name;

const known = oneOf([...callsByName.keys()]);
const callName: Value<string> = {
  ...known,
  judge: (value) => known.judge(typeof value === 'string' ? nowNamed(value) : value),
};

const factRows = { on: needed(said(day)), call: needed(said(callName)), source: needed(said(longText)) };

/** What a fact says of itself is judged here; the rest of it by the table of its call. */
const ownRows: Value<Payload<typeof factRows> & Record<string, unknown>> = {
  ...objectOf(factRows),
  judge: (value) => {
    const own = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
    return objectOf(factRows).judge(own ? Object.fromEntries(own.filter(([name]) => name in factRows)) : value);
  },
};

/** What the file says beside the start of its dossier. */
const replayRows = {
  source: needed(said(longText)),
  invented: needed(said(bool)),
  facts: needed(said(listOf(ownRows, factsMax))),
};

/** @throws ReplayFault with everything that is wrong with the file itself */
export function readReplay(bytes: Buffer): Replay {
  const text = textOf(bytes);
  const lineOf = linesIn(text, treeOf(text));
  const { source, invented, facts, ...start } = valueOf(text);
  const asked = shapeBody(replayRows, { source, invented, facts });
  if ('errors' in asked) throw faultsAt(asked.errors, lineOf);
  const { payload } = asked;
  const read = payload.facts.map((one, i) => factFrom(one, (pointer) => lineOf(`/facts/${i}${pointer}`)));
  return { source: payload.source, invented: payload.invented, start, facts: read, lineOf };
}

/** An error of a field, or one that only a replay has, in its own words. */
type Wrong =
  | (FieldError & { said?: undefined })
  | { pointer: string; code: FieldError['code']; said: (field: string) => string };

/** The faults of fields, each on the line where its field stands. */
export const faultsAt = (errors: readonly Wrong[], lineOf: (pointer: string) => number): ReplayFault =>
  new ReplayFault(
    errors.map((error) => ({
      line: lineOf(error.pointer),
      code: error.code,
      detail: error.said ? error.said(error.pointer) : wordField(error),
    })),
  );

function factFrom(one: Payload<typeof factRows> & Record<string, unknown>, lineOf: ReplayFact['lineOf']): ReplayFact {
  const { on, call: name, source, ...rest } = one;
  const call = callsByName.get(nowNamed(name));
  if (!call) throw new Error(`the call ${name} was judged to be there`);
  const dayField = ['on', 'decidedOn', 'ruledOn'].find((field) => field in call.says);
  if (dayField === undefined)
    throw faultsAt([{ pointer: '/call', code: 'not-offered-here', said: words.undated }], lineOf);
  const places = [...call.path.matchAll(/:(\w+)/g)].map(([, place = '']) => place);
  const missing = places.filter((place) => typeof rest[place] !== 'string');
  if (missing.length > 0)
    throw faultsAt(
      missing.map((place) => ({ pointer: `/${place}`, code: 'required' })),
      lineOf,
    );
  const isPlace = ([field]: [string, unknown]) => places.includes(field);
  const entries = Object.entries(rest);
  return {
    on,
    call,
    source,
    place: Object.fromEntries(entries.filter(isPlace).map(([place, value]) => [place, String(value)])),
    sent: {
      ...Object.fromEntries(entries.filter((entry) => !isPlace(entry))),
      ...('source' in call.says ? { source } : {}),
      [dayField]: on,
    },
    lineOf: (pointer) => lineOf(pointer === `/${dayField}` ? '/on' : pointer),
  };
}

function textOf(bytes: Buffer): string {
  if (bytes.length > fileMax) throw new ReplayFault([{ line: 1, code: 'too-large', detail: words.tooLarge }]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReplayFault([{ line: 1, code: 'invalid-json', detail: words.notText }]);
  }
}

/** @throws ReplayFault on the line where it stops being JSON, says a name twice, or goes too deep */
function treeOf(text: string): Node {
  const fault = (line: number, code: string, detail: string) => new ReplayFault([{ line: line + 1, code, detail }]);
  const open: Set<string>[] = [];
  let depth = 0;
  const enter = (_offset: number, _length: number, line: number) => {
    if (++depth > depthMax) throw fault(line, 'too-large', words.tooDeep);
    open.push(new Set());
  };
  const leave = () => {
    depth -= 1;
    open.pop();
  };
  visit(
    text,
    {
      onObjectBegin: enter,
      onArrayBegin: enter,
      onObjectEnd: leave,
      onArrayEnd: leave,
      onObjectProperty: (name, _offset, _length, line) => {
        if (open.at(-1)?.has(name)) throw fault(line, 'invalid-json', words.twice(name));
        open.at(-1)?.add(name);
      },
      onError: (error, _offset, _length, line) => {
        throw fault(line, 'invalid-json', words.notJson(printParseErrorCode(error)));
      },
    },
    strict,
  );
  const root = parseTree(text, [], strict);
  if (root?.type !== 'object') throw fault(0, 'invalid-json', words.notJson(''));
  return root;
}

const valueOf = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>; // an object, as its tree says

/**
 * On which line of the file the value at a JSON pointer begins, or the nearest that is there around it. Every line and
 * every value is found once, before anyone asks: each fact of the file asks.
 */
function linesIn(text: string, root: Node): (pointer: string) => number {
  const lines = new Map<string, number>();
  let [line, read] = [1, 0];
  const visit = (node: Node, pointer: string): void => {
    for (; read < node.offset; read++) if (text[read] === '\n') line++; // values come in the order of the text
    lines.set(pointer, line);
    for (const [i, child] of (node.children ?? []).entries()) {
      const [name, value] = node.type === 'object' ? (child.children ?? []) : [];
      if (name && value) visit(value, `${pointer}/${escapePointer(String(name.value))}`);
      else visit(child, `${pointer}/${i}`);
    }
  };
  visit(root, '');
  return (pointer) => {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = lines.get(at);
      if (found !== undefined) return found;
    }
    return lines.get('') ?? 1;
  };
}
