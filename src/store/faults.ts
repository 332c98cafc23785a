// What a failed statement means for what was written before it.

/**
 * none: the statement alone · busy: someone else holds the database · full: no space is left
 * fatal: reading, writing or flushing failed, so that what is on disk is unknown
 */
export type Fault = 'none' | 'busy' | 'full' | 'fatal';

export function faultOf(error: unknown): Fault {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|NOMEM)/.test(code) ? 'fatal' : 'none';
}

/** Whether a constraint or a trigger refused the row: it would not have followed what is there. */
export const isRefusedRow = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CONSTRAINT');

function codeOf(error: unknown): string {
  const inner = (error as { driverError?: unknown } | null)?.driverError ?? error; // TypeORM wraps what the driver threw
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
