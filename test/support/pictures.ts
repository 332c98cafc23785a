// Pictures of one colour, as small as their kinds allow.
import { crc32, deflateSync } from 'node:zlib';

const piece = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const pngMark = Buffer.from('89504e470d0a1a0a', 'hex');

/** In one colour. */
export function png(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number] = [0x15, 0x42, 0x73],
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8); // eight bits of red, green and blue
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(3 * width, Buffer.of(red, green, blue))]);
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    pngMark,
    piece('IHDR', head),
    piece('IDAT', deflateSync(lines)),
    piece('IEND', Buffer.alloc(0)),
  ]);
}

/** Its head and its end: what says how large it is. */
export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.alloc(10);
  frame.set([0xff, 0xc0, 0, 8, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), frame, Buffer.of(0xff, 0xd9)]);
}

/** @param moves whether it says that it has more than one picture */
export function webp(width: number, height: number, moves = false): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes[20] = moves ? 2 : 0;
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
