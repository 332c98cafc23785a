// What others recorded since somebody was here before, as lines of a page: a few of each dossier, and how many more.
import type { DossierNews, NewsFound } from '../../app/news.js';
import { erased } from '../../domain/facts/shown.js';
import { now } from '../../domain/fold/history.js';
import type { Day, Instant } from '../../domain/vocabulary.js';
import { dayOf } from '../../domain/calendar.js';
import type { Wording } from '../../wording/wording.js';
import { logLines } from './log-lines.js';
import { addressesOf } from '../pages/addresses.js';
import type { ToldNews } from '../pages/log/news.js';

/** So many lines are told of one dossier, and of all together. */
const linesOfOne = 4;
const linesMax = 10;

/** @param found null for who is here for the first time */
export function newsLines(found: NewsFound | null, today: Day, wording: Wording): ToldNews | null {
  if (!found) return null;
  const dossiers: ToldNews['dossiers'] = [];
  let left = linesMax;
  for (const news of found.dossiers) {
    if (left === 0) break;
    const told = toldOf(news, Math.min(left, linesOfOne), wording);
    left -= told.lines.length;
    dossiers.push(told);
  }
  return {
    leftAt: notToCome(found.leftAt, today),
    dossiers,
    isMore: found.isMore || dossiers.length < found.dossiers.length,
  };
}

function toldOf({ reading, after, fresh, all }: DossierNews, limit: number, wording: Wording) {
  const { dossier } = reading;
  const at = addressesOf(dossier.id, now);
  const href = at.log(newLines(after));
  return {
    title: dossier.title ?? erased,
    href,
    lines: logLines(reading, all, fresh.slice(0, limit), at, wording).map((line) => ({
      ...line,
      href: line.href ?? `${href}#regel-${line.sequence}`,
    })),
    more: Math.max(0, fresh.length - limit),
  };
}

/** What the address of a log asks to begin after a line. */
export const newLines = (after: number): Record<string, string> => ({ na: String(after) });

/** In a demonstration the present can be before the former visit: then its time says nothing. */
export const notToCome = (instant: Instant, today: Day): Instant | null => (dayOf(instant) > today ? null : instant);
