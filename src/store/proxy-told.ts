// What the log is told of a proxy that stands before Sluis and of which nobody told it.
import { Logger } from '@nestjs/common';
import { server as words } from '../wording/shell/start.js';

export function tellProxySeen(address: string): void {
  new Logger('Sluis').warn(words.proxySeen(address));
}
