// What was filled in about the style of a region: read, judged, and put together with what it keeps of the version before.
import { contrastMin, judgeAccent, readColour, type Colour } from '../domain/accent.js';
import { text } from '../domain/facts/values.js';
import { readLogo } from '../domain/logo.js';
import type { StoredHouseStyle } from '../store/house-style-entity.js';
import type { Wording } from '../wording/wording.js';

export const nameMax = 60;
const nameText = text(nameMax);

export type StyleFields = Record<'naam' | 'kleur', string>;

/** What a style is made of. */
export type Look = Pick<StoredHouseStyle, 'name' | 'accent' | 'logo' | 'logoKind' | 'logoWidth' | 'logoHeight'>;

export const plainLook: Look = {
  name: '',
  accent: null,
  logo: null,
  logoKind: null,
  logoWidth: null,
  logoHeight: null,
};

interface Filled {
  fields: StyleFields;
  file: Buffer | null;
  /** Whether the logo of before goes. */
  without: boolean;
  /** What it was begun from. */
  former: Look;
}

interface StyleRead {
  look: Look;
  /** By field, what is wrong with it. */
  faults: Record<string, string>;
}

export function readStyle({ fields, file, without, former }: Filled, { houseStyle: words }: Wording): StyleRead {
  const faults: Record<string, string> = {};
  const name = fields.naam.normalize('NFC').trim();
  const [wrong] = name === '' ? [] : nameText.judge(name);
  if (wrong) faults.naam = wrong.code === 'too-long' ? words.nameTooLong(nameMax) : words.nameWrong;
  const accent = accentIn(fields.kleur, words, faults);
  const logo = logoIn(file, words, faults) ?? (without ? withoutLogo : logoOf(former));
  return { look: { name: wrong ? former.name : name, accent, ...logo }, faults };
}

type Words = Wording['houseStyle'];
type Logo = Omit<Look, 'name' | 'accent'>;

const withoutLogo: Logo = { logo: null, logoKind: null, logoWidth: null, logoHeight: null };
const logoOf = ({ logo, logoKind, logoWidth, logoHeight }: Look): Logo => ({ logo, logoKind, logoWidth, logoHeight });

function accentIn(said: string, words: Words, faults: Record<string, string>): Colour | null {
  if (said.trim() === '') return null;
  const accent = readColour(said);
  if (accent === null) {
    faults.kleur = words.noColour;
    return null;
  }
  const { contrast, nearest } = judgeAccent(accent);
  if (contrast >= contrastMin) return accent;
  faults.kleur = words.tooLight(contrast, nearest);
  return null;
}

/** Null where none was chosen, or none that can be taken. */
function logoIn(file: Buffer | null, words: Words, faults: Record<string, string>): Logo | null {
  if (file === null) return null;
  const read = readLogo(file);
  if ('fault' in read) {
    faults.file = words.logoFaults[read.fault](read.size);
    return null;
  }
  return { logo: file.toString('base64'), logoKind: read.kind, logoWidth: read.width, logoHeight: read.height };
}
