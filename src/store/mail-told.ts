// What whoever runs Sluis is told of the server that takes its mail; nothing of whom a mail is for.
import { Logger } from '@nestjs/common';
import { mailTold as words } from '../wording/pages/mail.js';

const log = new Logger('Sluis');

export const tellUnreachable = (answer: string): void => log.warn(words.unreachable(answer));

export const tellReachable = (): void => log.warn(words.reachable);

/** What stands for the answer of a server that gave none. */
export const noAnswerWithin = (seconds: number): string => words.silent(seconds);
