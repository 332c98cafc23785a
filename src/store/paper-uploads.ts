// Takes an upload as it comes in: each piece is a job of its own, so that nobody waits for a file. It becomes a paper with the
// last job; until then, and when the process ends before that, nobody can refer to it.
import { createHash, randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import pLimit from 'p-limit';
import { endingOf, paperKinds, paperMax, paperNameMax, type PaperFault, type PaperKind } from '../domain/papers.js';
import { text } from '../domain/facts/values.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import type { DossierId, Hex, Id } from '../domain/vocabulary.js';
import { Database } from './database.js';
import { contentOf } from './paper-content.js';
import {
  addPaper,
  addPiece,
  forgetPaper,
  forgetPapers,
  forgetPapersOf,
  pieceMax,
  pieceOf,
  sealPaper,
  sweepPieces,
  type WholePaper,
} from './papers.js';
import { erasureOf } from './erased-papers.js';
import { Forgetting } from './forgetting.js';
import { Clock, dayLong } from './process/clock.js';
import { Tidying } from './tidying.js';
import { UnitOfWork } from './unit-of-work.js';

/** So many pieces are removed in one job. */
const sweptMax = 16;

/** What somebody uploads, and where. */
export interface Upload {
  dossier: DossierId;
  person: Id;
  name: string;
  /** Where more comes than can be taken, it may end early. */
  bytes: AsyncIterable<Buffer>;
}

export type TakenPaper = Pick<WholePaper, 'hash' | 'size' | 'name'> & { kind: PaperKind };

/** Who uploads, and in which dossier. */
export interface PaperAsker {
  dossier: DossierId;
  person: KnownPerson;
}

/** Who takes papers for the dossiers. What comes in over HTTP is given to it, and knows nothing of dossiers. */
export abstract class PaperReceiver {
  /** @throws Refusal unknown-dossier, or 403 for who records nothing that a paper goes with */
  abstract mustBeAllowed(asker: PaperAsker): Promise<void>;
  /** @throws UploadFault; Refusal */
  abstract take(asker: PaperAsker, upload: Pick<Upload, 'name' | 'bytes'>): Promise<TakenPaper>;
}

/** What of an upload was wrong, thrown where its bytes are read. */
export class UploadFault extends Error {
  constructor(readonly fault: PaperFault) {
    super(fault);
  }
}

@Injectable()
export class PaperUploads implements OnModuleInit {
  /** What a paper is, is seen of all of its bytes at once: of one at a time, so that few are in memory. */
  private readonly one = pLimit(1);

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.tidying.sweeps.push(() => this.tidy());
    this.forgetting.forgets.push(forgetPapersOf);
  }

  /** Everything of it is read, or it is not taken. @throws UploadFault; Refusal when nothing can be written now */
  async take(upload: Upload): Promise<TakenPaper> {
    const name = nameOf(upload.name);
    const id = randomUUID();
    try {
      const { hash, size } = await this.store({ ...upload, name }, id);
      const { kind } = await this.one(() => this.judge(id, name));
      const isErased = await this.work.do(
        async ({ connection }) => {
          if (await erasureOf(connection, hash)) return true;
          await sealPaper(connection, { id, hash, kind, size });
          return false;
        },
        { alone: true },
      );
      if (isErased) throw new UploadFault('paper-erased');
      return { hash, kind, size, name };
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  /** The bytes of a paper, a piece at a time. */
  async *bytesOf({ content }: Pick<WholePaper, 'content'>): AsyncIterable<Buffer> {
    for (let number = 0; ; number++) {
      const piece = await pieceOf(this.database.reader, content, number);
      if (piece === null) return;
      yield piece;
    }
  }

  /** Removes what nothing refers to after a day. */
  async tidy(): Promise<void> {
    const before = this.clock.after(-dayLong);
    await this.work.do(({ connection }) => forgetPapers(connection, before));
    await this.sweep();
  }

  private async store({ bytes, ...upload }: Upload, id: Id): Promise<{ hash: Hex; size: number }> {
    const digest = createHash('sha256');
    const uploadedAt = this.clock.now();
    let [size, number] = [0, 0];
    const write = (piece: Buffer) =>
      this.work.do(
        async ({ connection }) => {
          if (number === 0) await addPaper(connection, { ...upload, ...begun, id, uploadedAt, content: id });
          await addPiece(connection, id, number, piece);
        },
        { alone: true },
      );
    for await (const piece of inPieces(bytes)) {
      size += piece.length;
      if (size > paperMax) throw new UploadFault('paper-too-large');
      digest.update(piece);
      await write(piece);
      number++;
    }
    if (size === 0) throw new UploadFault('paper-empty');
    return { hash: digest.digest('hex'), size };
  }

  /** @throws UploadFault */
  private async judge(id: Id, name: string) {
    const pieces: Buffer[] = [];
    for await (const piece of this.bytesOf({ content: id })) pieces.push(piece);
    const found = await contentOf(Buffer.concat(pieces));
    if ('fault' in found) throw new UploadFault(found.fault);
    const [ending, endings] = [endingOf(name), paperKinds[found.kind].endings as readonly string[]];
    const saysOther = Object.values(paperKinds).some((kind) => (kind.endings as readonly string[]).includes(ending));
    if (saysOther && !endings.includes(ending)) throw new UploadFault('paper-named-otherwise');
    return found;
  }

  /** What it wrote goes; where that fails, it goes with what is tidied up. */
  private async forget(id: Id): Promise<void> {
    await this.work.do(({ connection }) => forgetPaper(connection, id)).catch(() => undefined);
    await this.sweep().catch(() => undefined);
  }

  /** Removes the pieces that belong to no paper. */
  async sweep(): Promise<void> {
    while (await this.work.do(({ connection }) => sweepPieces(connection, sweptMax)));
  }
}

/** As it stands until all of it came. */
const begun = { hash: null, kind: null, size: null, linked: 0 };

/** @throws UploadFault */
function nameOf(sent: string): string {
  const name = sent
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .trim();
  const [fault] = text(paperNameMax).judge(name);
  if (fault) throw new UploadFault(fault.code === 'too-long' ? 'paper-name-too-long' : 'paper-name-odd');
  return name;
}

/** The same bytes in pieces that are full, but for the last. */
async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const some of bytes)
    for (let at = 0; at < some.length;) {
      const part = some.subarray(at, at + pieceMax - length);
      waiting.push(part);
      length += part.length;
      at += part.length;
      if (length < pieceMax) continue;
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
    }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Why an upload was not taken, whatever was thrown; undefined for a defect of our own. */
export function faultOfUpload(error: unknown): PaperFault | undefined {
  if (error instanceof UploadFault) return error.fault;
  if (!(error instanceof Refusal)) return undefined;
  if (error.code === 'storage-full') return 'paper-not-kept';
  return ['busy', 'reading-only', 'clock-not-trusted'].includes(error.code) ? 'paper-not-now' : undefined;
}
