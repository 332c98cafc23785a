// Which passwords are refused when somebody chooses one: those that are tried first. By length and by that alone: rules on
// which characters there must be make passwords worse (NIST SP 800-63B).
import * as kinds from '../domain/facts/values.js';
import type { KnownPerson } from '../domain/people.js';
import { commonPasswords } from './common-passwords.js';

export const passwordMin = 12;
/** What is left of it must be as long as this, without the words that anybody would try. */
const leftMin = 8;
/** Fewer different characters, or a part that comes back and is no longer than this, are a row. */
const differentMin = 5;
const partMax = 5;

/** What is wrong with it: its length, that it is a row, that it says whose it is, or that it is tried first. */
export type PasswordFault = 'length' | 'row' | 'own' | 'common';

export function passwordFault(password: string, whose: Pick<KnownPerson, 'name' | 'email'>): PasswordFault | null {
  if ([...password].length < passwordMin || kinds.password.judge(password).length > 0) return 'length';
  const plain = plainOf(password);
  if (isRow(plain)) return 'row';
  if (isLittleWithout(wordsOf(whose), plain)) return 'own';
  return isCommon(plain) || isLittleWithout(obvious, plain) ? 'common' : null;
}

/** However it is written: in small letters, without accents, and without what stands between. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Z}\s]/gu, '');

/** The rows of a keyboard, of digits and of letters, which are typed forth and back. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', '01234567890', 'abcdefghijklmnopqrstuvwxyz'];
const pairs = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((one, i) => [`${row[i]}${one}`, `${one}${row[i]}`])),
);

function isRow(plain: string): boolean {
  if (new Set(plain).size < differentMin) return true;
  const part = (plain + plain).indexOf(plain, 1);
  if (part <= partMax && part < plain.length) return true;
  const steps = [...plain].slice(1).filter((one, i) => pairs.has(`${plain[i]}${one}`) || one === plain[i]).length;
  return plain.length - 1 - steps < 3; // all but two of its steps are those of a row
}

/** Words that a stranger tries here first, also together and with a year behind them. */
const obvious = [
  ...['wachtwoord', 'welkom', 'geheim', 'password', 'welcome', 'letmein', 'qwerty', 'admin', 'beheerder', 'sluis'],
  ...['demonstratie', 'gemeente', 'provincie', 'jeugdhulp', 'jeugdzorg', 'regio', 'college', 'raad', 'test'],
  ...['lente', 'zomer', 'herfst', 'winter', 'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli'],
  ...['augustus', 'september', 'oktober', 'november', 'december', 'maandag', 'dinsdag', 'woensdag', 'donderdag'],
  ...['vrijdag', 'zaterdag', 'zondag'],
];

/** Of a name and an address, what is long enough to be recognised. */
const wordsOf = ({ name, email }: Pick<KnownPerson, 'name' | 'email'>): string[] =>
  `${name} ${email}`
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(plainOf)
    .filter((word) => word.length > 2);

/** Whether it holds some of these, and little else that could not be guessed: years are, and digits are sooner than letters. */
function isLittleWithout(words: readonly string[], plain: string): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), plain);
  if (left === plain) return false;
  const unknown = left.replace(/(?:19|20)\d\d/g, ' ');
  const countOf = (kind: RegExp) => unknown.match(kind)?.length ?? 0;
  return countOf(/\p{L}/gu) + countOf(/\p{N}/gu) / 2 < leftMin;
}

let common: Set<string> | undefined;

/** On the list, once the digits and signs around it are off and those within are read as letters; also said twice. */
function isCommon(plain: string): boolean {
  common ??= new Set(commonPasswords.split('\n'));
  const core = /[a-z](?:.*[a-z])?/.exec(plain)?.[0] ?? '';
  const read = [...core].map((one) => written[one] ?? one).join('');
  return [plain, core, read, halfOf(core), halfOf(read)].some((one) => one.length > 3 && common?.has(one));
}

/** A word that is said twice, once. */
const halfOf = (text: string): string => {
  const half = text.slice(0, text.length / 2);
  return half + half === text ? half : text;
};

/** What stands for a letter. */
const written: Partial<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
