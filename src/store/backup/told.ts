// What whoever runs Sluis is told of the backups that its server makes.
import { Logger } from '@nestjs/common';
import { backupLines as words } from '../../wording/shell/backup.js';
import type { MadeBackup } from './back-up.js';

const log = new Logger('Sluis');

export const tellMade = (made: MadeBackup): void => log.log(words.scheduled(made.file, made));

export const tellFailed = (why: string): void => log.error(why);

export const tellNotRemoved = (file: string, why: string): void => log.warn(words.notRemoved(file, why));
