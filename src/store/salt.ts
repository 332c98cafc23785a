// Salts for commitments: 16 random bytes each, drawn from the system by the page.
import { randomFillSync } from 'node:crypto';

const size = 16;
const page = Buffer.alloc(256 * size);
let used = page.length;

/** 16 bytes that were never handed out before. */
export function newSalt(): Buffer {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += size;
  return Buffer.from(page.subarray(used - size, used));
}
