// What Nest writes to the screen: warnings and errors. A start that fails is told once, by whoever started it.
import { ConsoleLogger } from '@nestjs/common';

/** How Nest calls itself when it tells of a start that failed, before it throws the same error. */
const ofStarts = 'ExceptionHandler';

export class Log extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  override error(message: unknown, ...more: unknown[]): void {
    if (more.at(-1) !== ofStarts) super.error(message, ...more);
  }
}
