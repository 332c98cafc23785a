// Looking for words in everything that somebody may see. What is looked for stands in the address, so that it can be kept.
import { Get } from '@nestjs/common';
import { Search, type SearchHit } from '../../app/search.js';
import { erased } from '../../domain/facts/shown.js';
import { planAt } from '../../domain/dossier/migration.js';
import type { KnownPerson } from '../../domain/people.js';
import type { FieldCode } from '../../domain/refusal.js';
import type { Answer } from '../../http/answer.js';
import { readCursor } from '../../http/cursor.js';
import { foundCursor, foundPlaceIn, foundPlaceValues } from '../../http/found-place.js';
import { ReaderParam } from '../../http/parameters.js';
import { shown } from '../../http/page/answer.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { searchQuery } from '../../http/queries.js';
import type { Wording } from '../../wording/wording.js';
import { excerptOf } from './excerpt.js';
import { textLines } from '../log/log-details.js';
import { logLines, newestFirst } from '../log/log-lines.js';
import { addressesOf } from '../pages/addresses.js';
import { searchPath } from '../../http/page/search-form.js';
import { searchAddress, SearchPage, type FoundLine } from '../pages/lists/search.js';

const pageSize = 20;
/** So many texts of one line are shown. */
const textsMax = 2;

@PageController(searchPath)
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  async find(
    @ReaderParam() person: KnownPerson,
    @AroundParam() around: Surroundings,
    @QueryParam() { q = '', na }: Record<string, string | undefined>,
  ): Promise<Answer> {
    const { wording } = around;
    const words = q.normalize('NFC').trim();
    const page = { around: { ...around, here: searchPath }, words };
    const fault = words === '' ? null : faultOf(words, wording);
    if (words === '' || fault !== null)
      return shown(
        <SearchPage {...page} fault={fault} found={null} next={null} />,
        wording,
        fault === null ? 200 : 400,
      );
    const from = foundPlaceIn(readCursor(na, foundPlaceValues));
    const hits = await this.search.find(person, words, from, pageSize + 1);
    const here = hits.slice(0, pageSize);
    const last = hits.length > pageSize ? here.at(-1)?.place : undefined;
    const stems = wording.stemsIn(words);
    return shown(
      <SearchPage
        {...page}
        fault={null}
        found={here.map((hit) => foundLine(hit, stems, wording))}
        next={last ? searchAddress(words, foundCursor(last)) : null}
      />,
      wording,
    );
  }
}

/** Why that cannot be looked for; null where it can. */
function faultOf(words: string, { wordFieldOn, searching, stemsIn }: Wording): string | null {
  const [error] = searchQuery.q.value.judge(words);
  if (error) return wordFieldOn(error, searching.label);
  const code: FieldCode = 'only-common-words';
  return stemsIn(words).size > 0 ? null : wordFieldOn({ pointer: '', code }, searching.label);
}

function foundLine(hit: SearchHit, stems: ReadonlySet<string>, wording: Wording): FoundLine {
  const { reading, all, line, texts } = hit;
  const { part } = hit.place;
  const { dossier, moment } = reading;
  const at = addressesOf(dossier.id, moment);
  const title = excerptOf(dossier.title ?? erased, stems, wording);
  if (part === 'title')
    return { part, title, href: at.dossier, dossier: dossier.title ?? erased, on: dossier.startedOn, texts: [] };
  const [told] = logLines(reading, all, [line], at, wording);
  if (!told) throw new Error(`line ${line.event.sequence} of dossier ${dossier.id} is not told`);
  const named = textLines(line.event, texts, planAt(dossier, line.event.sequence), wording);
  return {
    part,
    title: excerptOf(told.sentence, stems, wording),
    href: told.href ?? inLog(hit),
    dossier: dossier.title ?? erased,
    on: line.on,
    texts: named.slice(0, textsMax).map(([, name, text]) => ({ name, text: excerptOf(text, stems, wording) })),
  };
}

/** Its line in the log, on the page that begins with it. */
function inLog({ reading: { dossier, moment }, all, line }: SearchHit): string {
  const place = [...all].sort(newestFirst).findIndex(({ event }) => event.sequence === line.event.sequence);
  const log = addressesOf(dossier.id, moment).log(place > 0 ? { vanaf: String(place) } : {});
  return `${log}#regel-${line.event.sequence}`;
}
