// What was found as the API gives it, and its schema.
import type { SearchHit } from '../app/search.js';
import type { Day, DossierId, Slug } from '../domain/vocabulary.js';
import { count, day, dossierId, list, nullable, object, oneOf, slug, text, type Schema } from './schema-kinds.js';

interface SearchHitView {
  found: SearchHit['place']['part'];
  dossier: DossierId;
  title: string | null;
  sequence: number;
  type: string;
  on: Day;
  gate: Slug | null;
  texts: { field: string; text: string }[];
}

export const searchHitView = ({ place, reading: { dossier }, line, texts }: SearchHit): SearchHitView => {
  const { sequence, type, facts } = line.event;
  return {
    found: place.part,
    dossier: dossier.id,
    title: dossier.title,
    sequence,
    type,
    on: line.on,
    gate: 'gate' in facts ? facts.gate : null,
    texts: texts.map(([key, said]) => ({ field: key, text: said })),
  };
};

export const searchHit: Schema = object<SearchHitView>({
  found: oneOf('title', 'text'),
  dossier: dossierId,
  title: nullable(text),
  sequence: count,
  type: text,
  on: day,
  gate: nullable(slug),
  texts: list(object<SearchHitView['texts'][number]>({ field: text, text })),
});
