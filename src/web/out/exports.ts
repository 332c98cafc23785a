// A sheet as the file that somebody takes along, and the line of the security log that says so: there before the file is.
import { Injectable } from '@nestjs/common';
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { KnownPerson } from '../../domain/people.js';
import { Refusal } from '../../domain/refusal.js';
import type { Sender } from '../../domain/security/entries.js';
import type { Day, Instant } from '../../domain/vocabulary.js';
import { inSlices } from '../../app/slices.js';
import { Answer } from '../../http/answer.js';
import { wordingAsked } from '../../http/language.js';
import { csvOf } from '../../http/out/csv.js';
import type { Sheet } from '../../http/out/sheet.js';
import { sheetPart, xlsxOf } from '../../http/out/xlsx.js';
import { namedInHeader } from '../../http/paper-answer.js';
import { Clock } from '../../store/process/clock.js';
import { SecurityLog } from '../../store/security/security-log.js';
import { UnitOfWork } from '../../store/unit-of-work.js';
import type { Listing } from './sheets.js';

/** So much of a title is in the name of a file. */
const titleMax = 60;

const sheetTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
type SheetFormat = keyof typeof sheetTypes;

const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  zip: 'application/zip',
} as const;
export type DocumentFormat = keyof typeof documentTypes;

const types = { ...sheetTypes, ...documentTypes };

/** What is taken along, and by whom. */
interface Taken {
  format: keyof typeof types;
  /** What it is about: a dossier by its title; null for lists over all of them. */
  title: string | null;
  /** Its place in the log: which list, of which dossier. */
  what: string;
  standOn: Day;
  person: KnownPerson;
  sender: Sender;
}

export interface Export extends Taken {
  list: string;
  format: SheetFormat;
  knownAt: Instant | null;
  /** More that must be known of it. */
  notes: string[];
}

/** `matrix.xlsx` says which list and as what. @throws Refusal unknown-path for any other */
export function askedIn<L extends string>(
  file: string,
  lists: Readonly<Record<L, unknown>>,
): { list: L; format: SheetFormat } {
  const [list = '', format = '', ...rest] = file.split('.');
  if (rest.length > 0 || !Object.hasOwn(lists, list) || !Object.hasOwn(sheetTypes, format))
    throw new Refusal('unknown-path');
  return { list: list as L, format: format as SheetFormat }; // as was just looked up
}

@Injectable()
export class Exports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {}

  async answer(asked: Export, making: InSteps<Listing>): Promise<Answer> {
    const { out } = wordingAsked();
    const { format, title, standOn, knownAt, notes, list } = asked;
    const name = Object.hasOwn(out.lists, list) ? out.lists[list as keyof typeof out.lists] : list;
    const listing = await inSlices(making);
    const sheet: Sheet = {
      ...listing,
      title: title === null ? name : `${name}: ${title}`,
      about: [out.about(standOn, knownAt, this.clock.now()), out.reader, ...notes],
      standOn,
    };
    const body =
      format === 'csv'
        ? Buffer.from(await inSlices(csvOf(sheet, out.standOn)))
        : await xlsxOf(sheet, [await inSlices(sheetPart(sheet, { cut: out.cut }))]);
    return this.given(asked, name, body);
  }

  /** The file under its name, of that day; its line in the security log is there before it. */
  async given(asked: Taken, name: string, body: Answer['body']): Promise<Answer> {
    const { out } = wordingAsked();
    const { format, title, standOn } = asked;
    await this.tell(asked);
    const file = [name, title?.slice(0, titleMax).trim(), `${out.standOn.toLowerCase()} ${standOn}`]
      .filter(Boolean)
      .join(' - ');
    return new Answer(
      200,
      {
        'content-type': types[format],
        'content-disposition': `attachment; ${namedInHeader(`${file}.${format}`)}`,
        'cache-control': 'private, no-store',
      },
      body,
    );
  }

  /** While the storage takes nothing it waits with what was refused, so that people can still take along what there is. */
  private async tell({ person, sender, what }: Taken): Promise<void> {
    const entry = { type: 'RecordExported', person: person.id, sender, facts: { what } } as const;
    await this.work.do((tx) => this.security.add(tx, entry)).catch(() => this.security.tell(entry));
  }
}
