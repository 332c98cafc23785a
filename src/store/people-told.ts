// What whoever runs Sluis is told of the record of people: that it does not hold, or that the tables did not follow it.
import { Logger } from '@nestjs/common';
import type { Id } from '../domain/vocabulary.js';
import { server as words } from '../wording/shell/start.js';

const log = new Logger('Sluis');

export const tellDamaged = ({ sequence, message }: { sequence: number; message: string }): void =>
  log.error(words.peopleDamaged(sequence, message));

export const tellMended = (people: readonly Id[]): void => log.error(words.peopleMended(people));

export const tellTakenOver = (count: number): void => log.warn(words.peopleTakenOver(count));
