// What a paper can be that somebody uploads, and why one is not taken. A refused upload of a form stands in its field as why
// it was refused, so that it is told there with everything else.
import type { Hex, Instant } from './vocabulary.js';

/** In bytes: 25 MB. */
export const paperMax = 25 * 1024 * 1024;
export const paperNameMax = 200;

/** By what is in it: its media type, how its file is called, and whether a browser shows it by itself. */
export const paperKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'], isShown: true },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    isShown: false,
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'], isShown: false },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    isShown: false,
  },
  png: { type: 'image/png', endings: ['png'], isShown: true },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'], isShown: true },
  webp: { type: 'image/webp', endings: ['webp'], isShown: true },
} as const;

export type PaperKind = keyof typeof paperKinds;

export const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(paperKinds, kind);

/** A paper that was uploaded, as it is told. */
export interface PaperView {
  hash: Hex;
  name: string;
  /** Its media type. */
  type: string;
  size: number;
}

/** What one wants to know of a paper before it is opened. */
export interface PaperAbout {
  kind: PaperKind;
  /** In bytes. */
  size: number;
  /** That what was in it is gone. */
  erased: PaperErased | null;
}

/** When the content of a paper was erased, and why. */
export interface PaperErased {
  at: Instant;
  reason: string;
}

/** As it is answered to who erased it. */
export interface ErasedPaperView {
  hash: Hex;
  erasedAt: Instant;
  reason: string;
}

/** Why an upload is not taken. */
export const paperFaults = [
  'paper-empty',
  'paper-too-large',
  'paper-together-too-large',
  'paper-of-other-kind',
  'paper-named-otherwise',
  'paper-encrypted',
  'paper-erased',
  'paper-name-too-long',
  'paper-name-odd',
  'paper-broken-off',
  'paper-not-kept',
  'paper-not-now',
  'paper-not-yours',
] as const;

export type PaperFault = (typeof paperFaults)[number];

/** Why it was not taken, and the one that stood there before. */
const refusal = /^refused:([a-z-]{1,40})(?::([0-9a-f]{64}))?$/;

/** What stands in the field of an upload that was not taken. @param former what stood there, which stays */
export const refusedPaper = (fault: PaperFault, former?: Hex): string =>
  ['refused', fault, ...(former === undefined ? [] : [former])].join(':');

/** Why an upload was not taken, where that stands in its field. */
export function faultOfPaper(value: string): PaperFault | undefined {
  const [, found] = refusal.exec(value) ?? [];
  return paperFaults.find((fault) => fault === found);
}

/** What stood in the field before that. */
export const formerPaper = (value: string): Hex | undefined => refusal.exec(value)?.[2];

/** What the name of the field of a file is followed by, in a form, in the box that leaves the file out again. */
export const leftOut = 'Weg';

/** How its name ends: in small letters, without the dot; nothing where it has none. */
export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** As its file is called where it is taken along: with the ending of what it is. */
export const fileNameOf = (name: string, kind: PaperKind): string => {
  const endings: readonly string[] = paperKinds[kind].endings;
  return endings.includes(endingOf(name)) ? name : `${name}.${endings[0]}`;
};
