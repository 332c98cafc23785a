// The shell: `sluis …`, with the environment of the server. Every command ends with 0 when it did what was asked,
// with 1 when that is refused or failed, and with 2 when it was asked wrongly.
import { productVersion } from '../store/process/version.js';
import { shell as words } from '../wording/shell/shell.js';
import { callOf, WrongUse, type ShellCommand } from './command.js';
import { readArguments } from './read-arguments.js';
import { toldOf } from './told-of.js';

const refused = 1;
const usedWrongly = 2;

/** Runs to the end of the command, or for as long as the server does. */
export async function runShell(written: readonly string[]): Promise<void> {
  try {
    const asked = readArguments(written);
    if (asked.ask === 'help') console.log(helpOf(asked.of));
    else if (asked.ask === 'version') console.log(productVersion);
    else await (await asked.command.load())(asked.given);
  } catch (error) {
    console.error(toldOf(error));
    process.exit(error instanceof WrongUse ? usedWrongly : refused);
  }
}

function helpOf(commands: readonly ShellCommand[]): string {
  const [only, ...others] = commands;
  if (!only || others.length > 0) return words.list(commands.map(({ name, does }) => [name, does]));
  const options = Object.entries(only.options).map(([name, { does }]): [string, string] => [`--${name}`, does]);
  return words.help(callOf(only), only.does, options);
}
