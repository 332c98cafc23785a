// The days that stand in a text, as 16-4-2024 or 16 april 2024, and the text without them.
import { isDay } from '../calendar.js';
import type { Day } from '../vocabulary.js';

/** @param months the first three letters of each, in a language */
export function daysIn(text: string, months: readonly string[]): [days: Day[], rest: string] {
  const days: Day[] = [];
  const take = (all: string, day: string, month: string, year: string): string => {
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDay(iso)) return all;
    days.push(iso);
    return ' ';
  };
  const monthOf = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  const rest = text
    .replace(/\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/g, (all: string, day: string, month: string, year: string) =>
      take(all, day, month, year),
    )
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (all: string, year: string, month: string, day: string) =>
      take(all, day, month, year),
    )
    .replace(/\b(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})\b/gi, (all: string, day: string, name: string, year: string) =>
      take(all, day, monthOf(name), year),
    );
  return [days, rest];
}
