// What the log says of a server that answers requests.
import { trace as words } from '../../wording/shell/trace.js';
import { stackOf, type Log, type LogFields } from './log.js';

/** What stands for the route of a request that has none: nobody knows what is in its path. */
export const { nowhere } = words;

export const tellRequest = (log: Log, level: 'debug' | 'info' | 'warn' | 'error', fields: LogFields): void =>
  log.tell(level, words.request, fields);

/** A defect of ours, which whoever asked was told by the id of the request alone. */
export const tellDefect = (log: Log, requestId: string, thrown: unknown): void =>
  log.tell('error', words.defect, { requestId, stack: stackOf(thrown) });

export const tellStop = (log: Log): void => log.tell('info', words.stops);
