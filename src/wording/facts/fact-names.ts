// What a fact is called at its place, and how its value reads.
import { isDay } from '../../domain/calendar.js';
import { longDay } from '../language/dates.js';
import { factWords, type FactWords } from './facts.js';
import { called } from '../language/nouns.js';
import { remembered } from '../language/remembered.js';
import { yesNoWords } from '../language/words.js';

/** Steps of a place that are numbers, or a name that somebody chose, say nothing of what stands there. */
const stepsOf = (place: string): string[] => place.split(/[/.]/).filter((step) => !/^\d+$/.test(step));

/**
 * The words for what stands at a place, `conditions/0/text`: by its whole name, or what it is part of where it has a name
 * of its own choosing, or its own last step.
 * @param table the name of the table, where a name means something else in it
 */
export function wordsOfFact(place: string, table = ''): FactWords | undefined {
  return lookedUpIn(table)(place);
}

/** A log asks of each of its lines the same few: they are looked up once. */
const lookedUpIn = remembered((table: string) => remembered((place: string) => lookedUp(place, table)));

function lookedUp(place: string, table: string): FactWords | undefined {
  const steps = stepsOf(place);
  const [first = '', last = ''] = [steps[0], steps.at(-1)];
  const known = [`${table}.${steps.join('.')}`, steps.join('.'), last, first];
  return known.map((name) => (Object.hasOwn(factWords, name) ? factWords[name] : undefined)).find(Boolean);
}

/** What it is called, with its number where it is one of several. */
export function nameOfFact(place: string, table = ''): string {
  const name = wordsOfFact(place, table)?.name ?? place;
  const finding = /^findings\/.*?(\d+)$/.exec(place)?.[1];
  if (finding !== undefined) return `${name} ${finding}`;
  const heading = /^findings\/(.+)$/.exec(place)?.[1];
  if (heading !== undefined) return `${name} (${called(heading)})`;
  const index = /\/(\d+)/.exec(place)?.[1];
  return index === undefined ? name : `${name} ${Number(index) + 1}`;
}

/** A plain value as people read it. */
export function factValue(value: unknown, words: FactWords | undefined): string {
  if (typeof value === 'boolean') return value ? yesNoWords.ja : yesNoWords.nee;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (isDay(value)) return longDay(value);
  const among = words?.among;
  return (among && Object.hasOwn(among, value) ? among[value] : undefined) ?? value;
}
