// The chapters by name, for whom each is, and what of them is about some words.
import type { Role } from '../domain/vocabulary.js';
import { chapters, type Chapter } from './chapters.js';

/** So many places are shown, and so many characters of each. */
const foundMax = 30;
const excerptMax = 160;

const byName = new Map(chapters.map((chapter) => [chapter.name, chapter]));

export const chapterNamed = (name: string): Chapter | undefined => byName.get(name);

const chapterOfRole: Partial<Record<Role, string>> = {
  'process-lead': 'kwartiermaker',
  secretary: 'secretaris',
  clerk: 'secretaris',
  contact: 'secretaris',
  chair: 'voorzitter',
  'deputy-chair': 'voorzitter',
  'chair-secretary': 'voorzitter',
  administrator: 'beheerder',
};

/** The chapters for somebody with these roles. */
export function chaptersFor(roles: readonly Role[]): Chapter[] {
  const names = new Set(roles.flatMap((role) => chapterOfRole[role] ?? []));
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** A place in the handbook that is about what was asked. */
export interface Found {
  path: string;
  chapter: string;
  title: string;
  excerpt: string;
}

/** Where all these words stand under one heading; where the heading itself names one, first. */
export function search(asked: string): Found[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = chapters.flatMap((chapter) =>
    chapter.parts
      .filter(({ title, text }) => words.every((word) => `${title} ${text}`.toLowerCase().includes(word)))
      .map(({ id, title, text }) => ({
        path: `${pathOf(chapter)}${id === '' ? '' : `#${id}`}`,
        chapter: chapter.title,
        title,
        excerpt: excerptOf(text, words[0] ?? ''),
        isNamed: words.some((word) => title.toLowerCase().includes(word)),
      })),
  );
  return hits.sort((a, b) => Number(b.isNamed) - Number(a.isNamed)).slice(0, foundMax);
}

export const pathOf = ({ name }: Chapter): string => (name === '' ? '/hulp' : `/hulp/${name}`);

/** What stands around the first of these words, in whole words. */
function excerptOf(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = at < excerptMax / 2 ? 0 : text.indexOf(' ', at - excerptMax / 2) + 1;
  if (text.length - from <= excerptMax) return `${from > 0 ? '… ' : ''}${text.slice(from)}`;
  const until = text.lastIndexOf(' ', from + excerptMax);
  return `${from > 0 ? '… ' : ''}${text.slice(from, until > from ? until : from + excerptMax)} …`;
}
