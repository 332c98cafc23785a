// Which version of Sluis this is.
import { readFileSync } from 'node:fs';

/** As package.json says it; a build has it at the same place. */
export const { version: productVersion } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string };
