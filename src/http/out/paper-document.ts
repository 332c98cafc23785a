// A document as people read it, whatever kind of file it becomes: a title, and under it headings, texts, lists and tables.
import type { Letterhead, PaperLogo } from '../../domain/logo.js';
import type { Instant } from '../../domain/vocabulary.js';

export type PaperBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; quiet?: boolean; strong?: boolean }
  | { kind: 'list'; items: string[] }
  /** Of every row the first cell is its head. */
  | { kind: 'table'; heads: string[]; widths: number[]; rows: string[][] };

/** The blocks of a long document as they are made; undefined where others can have a turn. */
export type BlocksInSteps = Generator<PaperBlock | undefined, void>;

/** How large it is on paper, in points: within a strip, and in its own proportions. */
export function logoOnPaper({ width, height }: Pick<PaperLogo, 'width' | 'height'>): { width: number; height: number } {
  const scale = Math.min(160 / width, 32 / height);
  return { width: width * scale, height: height * scale };
}

export interface PaperDocument {
  /** As it is declared in the file, so that whoever hears it read hears its own language. */
  language: string;
  title: string;
  author: string;
  /** Of which day it is. */
  about: string;
  madeAt: Instant;
  /** What stands under every page. */
  foot: string;
  /** Whether it is written as small as it has to be to stay on one page. */
  onePage: boolean;
  /** None where the region has no style of its own. */
  letterhead?: Letterhead | null;
  blocks: PaperBlock[];
}
