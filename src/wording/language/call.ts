// How whoever runs Sluis calls it, as every sentence that names a command writes it: `sluis` where it is installed, and
// `npx sluis` in a checkout or in a folder that npm installed it in.
import { basename, dirname } from 'node:path';

const [installed, byNpx] = ['sluis', 'npx sluis'] as const;

/**
 * @param script what Node was given to run, as it was typed: the link to it where it was a link
 * @param npm what npm says that it does, where it began this process
 */
export function callBy(script = '', npm?: string): string {
  const name = basename(script);
  if (name === installed) return basename(dirname(script)) === '.bin' ? byNpx : installed;
  return name === 'sluis.mjs' && npm === undefined ? installed : byNpx;
}

/** Under this name a process tells it to those that it begins. */
export const calledIn = 'SLUIS_CALLED';

export const call = process.env[calledIn] ?? callBy(process.argv[1], process.env.npm_command);
