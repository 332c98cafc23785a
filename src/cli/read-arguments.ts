// Finds out what the shell is asked: a command with what it is given, or what there is to know of it.
import { parseArgs } from 'node:util';
import { nearest } from '../domain/nearest.js';
import { shell as words } from '../wording/shell/shell.js';
import { callOf, WrongUse, type Given, type ShellCommand } from './command.js';
import { commands } from './commands.js';

type Asked =
  | { ask: 'run'; command: ShellCommand; given: Given }
  /** Of the commands whose names begin with these words: of one, of some, or of all. */
  | { ask: 'help'; of: readonly ShellCommand[] }
  | { ask: 'version' };

const helpNames = new Set(['--help', '-h']);
const versionNames = new Set(['--version', '-v']);

/** @throws WrongUse, which names what was probably meant */
export function readArguments(written: readonly string[]): Asked {
  const [first = '', ...others] = written;
  const args = first === 'help' ? [...others, '--help'] : written;
  if (versionNames.has(first)) return { ask: 'version' };
  const firstOption = args.findIndex((word) => word.startsWith('-'));
  const named = firstOption < 0 ? args : args.slice(0, firstOption);
  const command = commands.find(({ name }) => name.split(' ').every((word, i) => named[i] === word));
  const isHelp = args.some((word) => helpNames.has(word));
  if (command) {
    if (isHelp) return { ask: 'help', of: [command] };
    return { ask: 'run', command, given: givenTo(command, args.slice(command.name.split(' ').length)) };
  }
  const begun = commands.filter(({ name }) => `${name} `.startsWith(named.map((word) => `${word} `).join('')));
  if (isHelp && begun.length > 0) return { ask: 'help', of: begun };
  if (named.length === 0 && first !== '') throw new WrongUse(words.unknownFirst(first));
  throw new WrongUse(words.unknownCommand(named.join(' '), nearestCommand(named), begun.map(callOf)));
}

/** Of what follows a command as much as a name can have is compared: the rest is what it takes. */
function nearestCommand(named: readonly string[]): string | undefined {
  const names = commands.map(({ name }) => name);
  return nearest(named.slice(0, 2).join(' '), names) ?? nearest(named[0] ?? '', names);
}

/** @throws WrongUse for what the command does not take, or misses */
function givenTo(command: ShellCommand, args: string[]): Given {
  const { tokens } = parseArgs({ args, options: parsed(command), strict: false, allowPositionals: true, tokens: true });
  const positionals: string[] = [];
  const options: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') options[token.name] = valueOf(command, token);
  }
  const [missing] = command.takes.slice(positionals.length);
  if (missing !== undefined && !missing.startsWith('[')) throw new WrongUse(words.missing(missing, callOf(command)));
  const [extra] = positionals.slice(command.takes.length);
  if (extra !== undefined) throw new WrongUse(words.tooMuch(extra, callOf(command)));
  return { positionals, options };
}

const parsed = ({ options }: ShellCommand) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { takes }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );

function valueOf(
  command: ShellCommand,
  { name, rawName, value }: { name: string; rawName: string; value?: string | undefined },
): string | true {
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (!option) {
    const meant = nearest(name, Object.keys(command.options));
    throw new WrongUse(words.unknownOption(rawName, meant, callOf(command)));
  }
  if (option.takes === undefined && value !== undefined)
    throw new WrongUse(words.standsAlone(rawName, callOf(command)));
  if (option.takes !== undefined && (value === undefined || value.trim() === ''))
    throw new WrongUse(words.missing(`${rawName} ${option.takes}`, callOf(command)));
  return value ?? true;
}
