// What a process tells whoever runs it: a line of JSON for each thing, or lines to read where a person looks. Nest tells
// through it as well. What is told holds no content and no secrets; that is for who tells it.
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream } from 'pino';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
type Told = Exclude<LogLevel, 'silent'>;

export interface LogSettings {
  level: LogLevel;
  to: 'stdout' | DestinationStream;
  /** For people, where it is not for machines. */
  readable: boolean;
}

/** What is said beside the message, each under a name of its own. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where nothing is served, a person reads what goes wrong. */
export const spoken: LogSettings = { level: 'warn', to: process.stderr, readable: true };

/** How Nest calls itself when it tells of a start that failed, or cannot listen, before it throws the same error. */
const ofStarts = new Set(['ExceptionHandler', 'NestApplication']);
/** How it calls itself when it tells of every module and every route. */
const ofNest = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);
/**
 * Lines are written together: at so many bytes, or after so many milliseconds. They wait for whoever reads them; beyond so
 * many bytes the newest are lost, and the process goes on.
 */
const gathered = { minLength: 4_096, periodicFlush: 200, maxLength: 8 * 1024 * 1024 };

export class Log implements LoggerService {
  private readonly lines: pino.Logger;

  constructor({ level, to, readable }: LogSettings) {
    const stream = to === 'stdout' ? standardOutput() : to;
    const shape: pino.LoggerOptions = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    };
    this.lines = pino(shape, readable ? { write: (line) => stream.write(readableOf(line)) } : stream);
  }

  /** Whether anything of this level is written. */
  writes(level: Told): boolean {
    return this.lines.isLevelEnabled(level);
  }

  tell(level: Told, message: string, fields: LogFields = {}): void {
    this.lines[level](fields, message);
  }

  log(message: unknown, ...more: unknown[]): void {
    this.told(ofNest.has(String(more.at(-1))) ? 'debug' : 'info', message);
  }

  warn(message: unknown): void {
    this.told('warn', message);
  }

  error(message: unknown, ...more: unknown[]): void {
    if (!ofStarts.has(String(more.at(-1)))) this.told('error', message);
  }

  private told(level: Told, message: unknown): void {
    if (message instanceof Error) this.tell(level, message.message, { stack: stackOf(message) });
    else this.tell(level, String(message));
  }
}

/** Where an error came from, and what caused it. Its own fields are left out: those of a database hold what was written. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}

let output: DestinationStream | undefined;

/** One for the process, so that no line comes between the halves of another. It never makes a request wait. */
const standardOutput = (): DestinationStream => (output ??= pino.destination({ fd: 1, sync: false, ...gathered }));

/** `2024-05-16T12:00:00.000Z warn what is told · name=value`, and a stack below it. */
function readableOf(line: string): string {
  const { time, level, msg, stack, ...fields } = JSON.parse(line) as Record<string, string>; // as pino wrote it
  const more = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const told = [`${time} ${level} ${msg}`, ...(more.length > 0 ? [more.join(' ')] : [])].join(' · ');
  return `${told}\n${stack === undefined ? '' : `${stack}\n`}`;
}
