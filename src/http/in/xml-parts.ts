// One part of a workbook, read from its beginning to its end and never held as a tree. Other entities than those of XML itself
// mean nothing, so nothing grows and nothing outside is asked for.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Parser } from 'saxen';
import { lettersOf } from './separated.js';
import { BadZip } from './unzip.js';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names come without their prefix. */
export interface PartReader {
  opens: (name: string, attributes: () => Attributes) => void;
  closes: (name: string) => void;
  says: (text: string) => void;
}

/** So many characters between two moments at which others can have a turn. */
const charactersPerStep = 32_768;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws BadZip for what is no XML; whatever the reader throws */
export async function readPart(bytes: Buffer, reader: PartReader): Promise<void> {
  const text = lettersOf(bytes);
  const parser = new Parser();
  let heard = 0;
  parser.on('openTag', (name, attributes, decode) => {
    heard++;
    reader.opens(local(name), () => decoded(attributes(), decode));
  });
  parser.on('closeTag', (name) => {
    heard++;
    reader.closes(local(name));
  });
  parser.on('text', (said, decode) => reader.says(decode(said)));
  parser.on('cdata', (said) => reader.says(said));
  parser.on('error', () => {
    throw new BadZip();
  });
  let step = charactersPerStep;
  for (let at = 0; at < text.length;) {
    const before = heard;
    parser.write(text.slice(at, at + step));
    at += step;
    // What is not complete yet is read again from its beginning: of twice as much, so that a long piece is not read often.
    step = heard === before ? step * 2 : charactersPerStep;
    await letOthersRun();
  }
  parser.end();
}

const decoded = (attributes: Record<string, string>, decode: (text: string) => string): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), decode(value)]));
