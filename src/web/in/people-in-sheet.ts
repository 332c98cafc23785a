// What a sheet of people would do, before it does anything: who is new, who is known, and what is wrong with each row.
import { hash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BodiesInUse } from '../../app/bodies-in-use.js';
import { KnownBodies } from '../../domain/known-bodies.js';
import type { PersonOnRecord } from '../../domain/people.js';
import { Refusal, type FieldError } from '../../domain/refusal.js';
import { linesIn, newcomingOf, type PersonLine } from '../../domain/roles/people-sheet.js';
import { BodyNames, headingsIn, type SheetNames } from '../../domain/roles/sheet-names.js';
import { letIn } from '../../domain/roles/welcome.js';
import type { Id } from '../../domain/vocabulary.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { Clock } from '../../store/process/clock.js';
import { unreadable, type SheetRead } from '../../http/in/sheet-read.js';
import type { LineToGive, SheetSaid } from '../pages/people/people-sheet.js';
import { hiddenIn, saidRows, sheetIn, type SentSheet } from './sheet-text.js';

/** More do not fit in one form. */
const linesMax = 400;

@Injectable()
export class PeopleInSheet {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: KnownBodies,
    private readonly inUse: BodiesInUse,
    private readonly clock: Clock,
  ) {}

  /** @param by who asks: nobody gives themselves a role */
  async said(sent: SentSheet, names: SheetNames, by: Id): Promise<SheetSaid> {
    const empty = { lines: [], unread: [], others: [], hidden: [], readAt: '', beside: '' };
    let sheet: SheetRead;
    let text = sent.file ? '' : sent.pasted;
    let beside = '';
    try {
      ({ sheet, text, beside } = await sheetIn(sent));
      if (sheet.rows.length > linesMax + 1) throw unreadable({ code: 'sheet-many-rows', max: linesMax });
    } catch (error) {
      const [first] = error instanceof Refusal ? error.errors : [];
      if (!first) throw error;
      return { ...empty, text, wrong: { error: first } };
    }
    const found = headingsIn(saidRows(sheet, names.days), names);
    const read = { ...empty, text, beside, others: sheet.others, hidden: hiddenIn(sheet) };
    if ('code' in found) return { ...read, wrong: { heading: found } };
    const people = await this.keeper.everyone();
    const bodies = await this.named(people, names);
    const lines = linesIn(found, { names, bodies, today: this.clock.today() });
    const wrong = lines.length === 0 ? { error: headingsOnly() } : null;
    return {
      ...read,
      wrong,
      lines: this.toGive(lines, people, by),
      unread: found.unread,
      readAt: readAt(lines, people),
    };
  }

  /** What whoever keeps people would say of the rows that are right by themselves. */
  private toGive(lines: readonly PersonLine[], people: readonly PersonOnRecord[], by: Id): LineToGive[] {
    const right = lines.filter(({ faults }) => faults.length === 0);
    const done = letIn(right.map(newcomingOf), people, {
      today: this.clock.today(),
      newId: randomUUID,
      kindOf: (body, on) => this.bodies.kindOf(body, on),
      by,
    });
    for (const { pointer, ...error } of done.errors) {
      const [, at = '', rest = ''] = /^\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
      right[Number(at)]?.faults.push({ code: 'refused', error: { ...error, pointer: rest } });
    }
    const known = new Set(people.map(({ email }) => email));
    const before = new Set<string>();
    return lines.map((line) => {
      const does =
        line.faults.length > 0 ? null : before.has(line.email) ? 'again' : known.has(line.email) ? 'known' : 'fresh';
      if (does === 'fresh') before.add(line.email);
      return { ...line, does };
    });
  }

  /** Those of the regions that work with this installation before those that could. */
  private async named(people: readonly PersonOnRecord[], names: SheetNames): Promise<BodyNames> {
    const today = this.clock.today();
    const used = await this.inUse.staffed(people, today, undefined);
    const ids = [
      ...used.flatMap(({ bodies }) => bodies.map(({ id }) => id)),
      ...this.bodies.on(today).map(({ id }) => id),
    ];
    return new BodyNames(
      [...new Set(ids)].flatMap((id) => this.bodies.describe(id) ?? []),
      names,
    );
  }
}

const headingsOnly = (): FieldError => ({
  pointer: '/sheet',
  code: 'not-allowed-here',
  because: { code: 'sheet-headings-only' },
});

/** By which it is known whether everybody with one of these addresses is still as they were. */
export function readAt(lines: readonly PersonLine[], people: readonly PersonOnRecord[]): string {
  const asked = new Set(lines.map(({ email }) => email));
  const found = people.filter(({ email }) => email !== null && asked.has(email));
  return hash('sha256', JSON.stringify(found));
}
