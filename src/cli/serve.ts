// The two commands that serve until they are told to stop.
import { start } from '../start.js';

export const serve = (): Promise<void> => start('serve');

export const demonstration = (): Promise<void> => start('demonstration');
