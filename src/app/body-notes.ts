// Notes about who decides at a gate, for who sees to it that they do. They stand beside the record: no event, no export and
// no call of the API has them. Who may read and write them is for who asks.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { phaseNow } from '../domain/dossier/migration.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { BodyId, Id, Instant, Slug } from '../domain/vocabulary.js';
import { addNote, forgetNotes, forgetNotesBy, notesOf, removeNote, type StoredNote } from '../store/body-notes.js';
import { Database } from '../store/database.js';
import { Forgetting } from '../store/forgetting.js';
import { Clock } from '../store/process/clock.js';
import { Tidying } from '../store/tidying.js';
import { UnitOfWork } from '../store/unit-of-work.js';

export const noteMax = 500;

export type BodyNote = Pick<StoredNote, 'gate' | 'body' | 'text' | 'writtenBy' | 'writtenAt'>;

interface NoteWritten {
  gate: Slug;
  body: BodyId;
  /** Null takes it away. */
  text: string | null;
  by: Id;
  /** When the note was written that its writer saw; null where there was none. */
  seen: Instant | null;
}

@Injectable()
export class BodyNotes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.tidying.forgets.push(forgetNotes);
    this.forgetting.forgets.push(forgetNotesBy);
  }

  /** Those of a dossier, by the names that its gates have now. */
  async of(dossier: Dossier): Promise<BodyNote[]> {
    return (await notesOf(this.database.manager, dossier.id)).map((note) => named(dossier, note));
  }

  /**
   * Writes a note, or takes it away. Written again as it is it changes nothing.
   * @returns the note that somebody else wrote meanwhile: then nothing was written
   */
  write(dossier: Dossier, { gate, body, text, by, seen }: NoteWritten): Promise<BodyNote | null> {
    return this.work.do(async ({ manager }) => {
      const rows = await notesOf(manager, dossier.id);
      const here = rows.filter((row) => row.body === body && named(dossier, row).gate === gate);
      const last = here.at(-1);
      if (last?.text === text) return null;
      if (last && last.writtenAt !== seen) return last;
      for (const one of here) await removeNote(manager, one);
      const { id, sequence } = dossier;
      const writtenAt = this.clock.now();
      if (text !== null) await addNote(manager, { dossier: id, gate, body, sequence, text, writtenBy: by, writtenAt });
      return null;
    });
  }
}

const named = (dossier: Dossier, note: StoredNote): BodyNote => ({
  gate: phaseNow(dossier, note.sequence, note.gate) ?? note.gate,
  body: note.body,
  text: note.text,
  writtenBy: note.writtenBy,
  writtenAt: note.writtenAt,
});
