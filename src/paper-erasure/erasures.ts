// Erasing the content of a paper that should not be here: everywhere it is referred to, told to the security log, and once.
import { Injectable } from '@nestjs/common';
import { isPaperKind, type PaperKind } from '../domain/papers.js';
import { Refusal } from '../domain/refusal.js';
import type { Hex } from '../domain/vocabulary.js';
import type { Caller } from '../store/caller.js';
import { Database } from '../store/database.js';
import { erasePaper, erasureOf, usesOf, type StoredErasure } from '../store/erased-papers.js';
import { PaperUploads } from '../store/paper-uploads.js';
import { Clock } from '../store/process/clock.js';
import { SecurityLog } from '../store/security/security-log.js';
import { UnitOfWork } from '../store/unit-of-work.js';

/** What one wants to know of a paper before it is erased: never what it is called, or what is in it. */
export interface FoundPaper {
  hash: Hex;
  kind: PaperKind;
  size: number;
  /** In so many dossiers it is. */
  dossiers: number;
  erasure: StoredErasure | null;
}

@Injectable()
export class PaperErasures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly security: SecurityLog,
    private readonly uploads: PaperUploads,
  ) {}

  async find(hash: Hex): Promise<FoundPaper | null> {
    const found = await usesOf(this.database.reader, hash);
    if (!found || !isPaperKind(found.kind)) return null;
    return { hash, ...found, kind: found.kind, erasure: await erasureOf(this.database.reader, hash) };
  }

  /** @throws Refusal unknown-paper */
  async mustBeThere(hash: Hex): Promise<FoundPaper> {
    const paper = await this.find(hash);
    if (!paper) throw new Refusal('unknown-paper');
    return paper;
  }

  /** A second time it changes nothing. @throws Refusal unknown-paper */
  async erase(
    { person, sender }: Pick<Caller, 'person' | 'sender'>,
    hash: Hex,
    reason: string,
  ): Promise<StoredErasure> {
    const erasure = await this.work.do(async (tx) => {
      const found = await usesOf(tx.connection, hash);
      if (!found) throw new Refusal('unknown-paper');
      const former = await erasureOf(tx.connection, hash);
      if (former) return former;
      const made = { hash, erasedAt: this.clock.now(), erasedBy: person.id, reason };
      await erasePaper(tx.connection, made);
      const facts = { paper: hash, dossiers: found.dossiers };
      await this.security.add(tx, { type: 'PaperErased', person: person.id, sender, facts });
      return made;
    });
    await this.uploads.sweep(); // where that ends half way, the rest goes with what is tidied up
    return erasure;
  }
}
