// What is at a path, asked of the operating system; also where what should be a folder on the way is none.
import { statSync, type Stats } from 'node:fs';

export function atPath(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Whether there is nothing at a path. */
export const isMissing = (error: unknown): boolean =>
  /^(ENOENT|ENOTDIR|ELOOP|ENAMETOOLONG)$/.test((error as NodeJS.ErrnoException).code ?? ''); // of a call of the operating system
