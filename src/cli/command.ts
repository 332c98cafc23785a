// What a command of the shell is, and what it is given when it runs.
import { call } from '../wording/language/call.js';

export interface ShellCommand {
  /** `workflow diff` */
  name: string;
  /** What follows the name, in this order; between square brackets what may be left out. */
  takes: readonly string[];
  options: Readonly<Record<string, Option>>;
  /** One line, for the list of commands. */
  does: string;
  /** Only what is asked for is loaded: a list of commands need not wait for the whole product. */
  load(): Promise<(given: Given) => Promise<void>>;
}

interface Option {
  /** What stands after it; absent where it stands alone. */
  takes?: string;
  does: string;
}

export interface Given {
  /** As many as the command takes. */
  positionals: readonly string[];
  /** The text after an option, or true for one that stands alone. */
  options: Readonly<Record<string, string | true | undefined>>;
}

/** What the shell was given cannot be: it ends with 2, and the message says what there is to choose from. */
export class WrongUse extends Error {}

/** How a command is called: `sluis workflow diff ID[@VERSIE] ID[@VERSIE]`. */
export function callOf({ name, takes, options }: ShellCommand): string {
  const optional = Object.entries(options).map(([option, { takes: text }]) =>
    text === undefined ? `[--${option}]` : `[--${option} ${text}]`,
  );
  return [call, name, ...takes, ...optional].join(' ');
}
