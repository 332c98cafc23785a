// Reads SCXML with state-machine-cat, which knows nothing of Sluis, and takes the steps that it says.
import { compileFunction } from 'node:vm';
import { render } from 'state-machine-cat';

interface ReadState {
  name: string;
  type: string;
  statemachine?: { states: ReadState[]; transitions?: ReadTransition[] };
}

interface ReadTransition {
  from: string;
  to: string;
  event?: string;
  cond?: string;
}

/** The one root of a document, as state-machine-cat understands it. */
export function readScxml(xml: string): ReadState {
  const read = render(xml, { inputType: 'scxml', outputType: 'json' }) as unknown; // its types say that this is text
  const [root] = (read as { states: ReadState[] }).states;
  if (!root) throw new Error('the document has no root');
  return root;
}

/** A document in which each region of the root has states of one level, stepped as SCXML says. */
export class SteppedScxml {
  /** The innermost states, one for each region. */
  readonly at: string[];
  private readonly transitions: Map<string, ReadTransition[]>;
  private readonly conditions = new Map<string, Condition>();

  constructor({ statemachine }: ReadState) {
    const regions = (statemachine?.states ?? []).flatMap((region) => region.statemachine ?? []);
    const all = regions.flatMap(({ transitions = [] }) => transitions);
    this.transitions = new Map(all.map(({ from }) => [from, all.filter((one) => one.from === from)]));
    this.at = regions.map(({ transitions = [] }) => transitions.find(({ from }) => from === 'initial')?.to ?? '');
  }

  /** Where an event leads from these states: of every region the first transition that can be taken. */
  next(at: readonly string[], name: string, data: object): string[] {
    const event = { name, data };
    let [now, before] = [this.step(at, event, name), at];
    for (let rest = 0; rest < 10 && String(now) !== String(before); rest++)
      [now, before] = [this.step(now, event, undefined), now];
    return now;
  }

  private step(at: readonly string[], event: object, name: string | undefined): string[] {
    const isIn = (state: string) => at.includes(state);
    return at.map((state) => {
      const own = this.transitions.get(state) ?? [];
      const holds = ({ cond }: ReadTransition) => cond === undefined || this.conditionOf(cond)(isIn, event);
      return own.find((one) => one.event === name && holds(one))?.to ?? state;
    });
  }

  private conditionOf(cond: string): Condition {
    const known = this.conditions.get(cond);
    if (known) return known;
    const written = `return ${cond.replaceAll('&amp;', '&')}`; // the attribute comes as it stands in the document
    const made = compileFunction(written, ['In', '_event']) as Condition;
    this.conditions.set(cond, made);
    return made;
  }
}

/** What ECMAScript in a document may ask. */
type Condition = (isIn: (state: string) => boolean, event: object) => boolean;
