// What a paper is, beside its name.
import type { PaperAbout } from '../../domain/papers.js';
import { sizeWords } from '../language/backup-held.js';

/** "(PDF, 245 kB)". */
export const aboutPaper = ({ kind, size }: Pick<PaperAbout, 'kind' | 'size'>): string =>
  `(${kind.toUpperCase()}, ${sizeWords(size)})`;
