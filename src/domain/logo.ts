// What a logo is, by what is in the file and not by how it is called: PNG, JPEG or WebP, whole, and of a size that a page can
// show. Nothing that can hold a script is one.

export const logoKinds = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const;
export type LogoKind = keyof typeof logoKinds;

/** In bytes. */
export const logoMax = 200_000;
/** In pixels, of each side. */
export const logoSides = { min: 16, max: 2_000 } as const;

export type LogoFault =
  | 'logo-too-large'
  | 'logo-empty'
  | 'logo-is-svg'
  | 'logo-of-other-kind'
  | 'logo-broken'
  | 'logo-too-wide'
  | 'logo-too-small';

interface Picture {
  kind: LogoKind;
  width: number;
  height: number;
}

/** What stands at the top of a paper: whose it is. */
export interface Letterhead {
  name: string | null;
  logo: PaperLogo | null;
}

/** In kinds that both a PDF and Word can show. */
export interface PaperLogo {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  width: number;
  height: number;
}

export function readLogo(bytes: Buffer): Picture | { fault: LogoFault; size?: { width: number; height: number } } {
  if (bytes.length === 0) return { fault: 'logo-empty' };
  if (bytes.length > logoMax) return { fault: 'logo-too-large' };
  const kind = kindOf(bytes);
  if (kind === null) return { fault: isSvg(bytes) ? 'logo-is-svg' : 'logo-of-other-kind' };
  const size = sizes[kind](bytes);
  if (size === null) return { fault: 'logo-broken' };
  const [least, most] = [size.width, size.height].sort((a, b) => a - b) as [number, number]; // two of them
  if (most > logoSides.max) return { fault: 'logo-too-wide', size };
  if (least < logoSides.min) return { fault: 'logo-too-small', size };
  return { kind, ...size };
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function kindOf(bytes: Buffer): LogoKind | null {
  if (bytes.subarray(0, pngMark.length).equals(pngMark)) return 'png';
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff) return 'jpeg';
  return textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP' ? 'webp' : null;
}

const textAt = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length);

/** Also one that is packed, as `.svgz` is. */
const isSvg = (bytes: Buffer): boolean =>
  /<svg[\s>]/i.test(bytes.toString('utf8')) ||
  /<svg[\s>]/i.test(bytes.toString('utf16le')) ||
  bytes.readUIntBE(0, Math.min(2, bytes.length)) === 0x1f8b;

type Size = Omit<Picture, 'kind'>;

/** Null where it is not whole, or holds more than its picture. */
const sizes: Record<LogoKind, (bytes: Buffer) => Size | null> = { png: sizeOfPng, jpeg: sizeOfJpeg, webp: sizeOfWebp };

/** Piece by piece from its head to its end, after which nothing comes. */
function sizeOfPng(bytes: Buffer): Size | null {
  let at = pngMark.length;
  let size: Size | null = null;
  while (at + 12 <= bytes.length) {
    const [length, name] = [bytes.readUInt32BE(at), textAt(bytes, at + 4, 4)];
    const next = at + 12 + length;
    if (next > bytes.length) return null;
    if (size === null) {
      if (name !== 'IHDR' || length !== 13) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (name === 'IEND') return next === bytes.length ? size : null;
    at = next;
  }
  return null;
}

/** Segment by segment up to the one that says how large it is. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return null;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** A file of one picture: simple, without loss, or with more beside it. One that moves is none. */
function sizeOfWebp(bytes: Buffer): Size | null {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 !== bytes.length) return null;
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const both = bytes.readUInt32LE(21);
      return { width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return ((bytes[20] ?? 0) & moves) === 0
        ? { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
        : null;
    default:
      return null;
  }
}

/** The flag of one that moves. */
const moves = 0x02;
