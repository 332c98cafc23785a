// The passwords that are tried first, one a line. The build puts the text in the place of this file, so that the package of which
// it is one list among many is not needed to run.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const commonPasswords: string = (require('@zxcvbn-ts/language-common/src/passwords.json') as string[]).join(
  '\n',
); // its list
