// Reads a sheet whatever it was sent as: a workbook, CSV, or text out of a spreadsheet. What it is, its bytes say, not its name.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { separatedRows, lettersOf } from './separated.js';
import { sheetLimits, unreadable, type SheetRead } from './sheet-read.js';
import { BadZip, Unzipped } from './unzip.js';
import { workbookRows } from './workbook.js';

const zipMark = Buffer.from('PK');
/** How files of an older Office begin, and those that are kept behind a password. */
const olderMark = Buffer.from('D0CF11E0A1B11AE1', 'hex');
const behindPassword = Buffer.from('EncryptedPackage', 'utf16le');
/** A page, or a paper, whatever it is called. */
const otherKind = /^\s*(?:<(?:!doctype|html|table|\?xml)|%PDF|\{\\rtf)/i;

/** @throws Refusal that says what to do about it */
export async function readSheet(bytes: Buffer): Promise<SheetRead> {
  if (bytes.length > sheetLimits.bytes) throw unreadable({ code: 'sheet-large' });
  if (bytes.subarray(0, 8).equals(olderMark))
    throw unreadable({ code: bytes.includes(behindPassword) ? 'sheet-protected' : 'sheet-older-kind' });
  if (bytes.subarray(0, 2).equals(zipMark)) return readWorkbook(bytes);
  return readPasted(lettersOf(bytes));
}

/** @throws Refusal that says what to do about it */
export async function readPasted(text: string): Promise<SheetRead> {
  if (otherKind.test(text.slice(0, 200))) throw unreadable({ code: 'sheet-other-kind' });
  const work = separatedRows(text);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await letOthersRun();
  }
}

async function readWorkbook(bytes: Buffer): Promise<SheetRead> {
  try {
    const zip = Unzipped.of(bytes);
    if (!zip.has('xl/workbook.xml')) throw unreadable({ code: 'sheet-other-kind' });
    return await workbookRows(zip);
  } catch (error) {
    if (error instanceof BadZip) throw unreadable({ code: error.isTooLarge ? 'sheet-large' : 'sheet-broken' });
    throw error;
  }
}
