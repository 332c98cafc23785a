// The documents of a dossier as they are made: each of one reading, so that what is recorded meanwhile is in none of them.
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Papers } from '../../app/papers.js';
import { Readings } from '../../app/readings.js';
import { inSlices } from '../../app/slices.js';
import { gateAt } from '../../domain/commands/targets.js';
import type { Slug } from '../../domain/vocabulary.js';
import { fileNameOf, isPaperKind, paperKinds } from '../../domain/papers.js';
import { docxParts } from '../../http/out/docx.js';
import { htmlFiles, htmlHead, type Attached } from '../../http/out/html.js';
import type { PaperDocument } from '../../http/out/paper-document.js';
import { pdfOf } from '../../http/out/pdf.js';
import { zipOf, zipped } from '../../http/out/zip.js';
import { Places } from '../../http/places.js';
import { Clock } from '../../store/process/clock.js';
import type { Wording } from '../../wording/wording.js';
import type { ArchivedPaper } from './archive.js';
import { briefingDocument } from './briefing-document.js';
import { briefingOf } from './briefing.js';
import { dossierBlocks, dossierHead, type DossierHead } from './dossier-document.js';
import type { FormContext } from '../forms/form-kind.js';
import { decidedDocument, paragraphDocument, responsesDocument } from './letter-documents.js';
import { dossiersNamedIn } from '../log/log-lines.js';

/** So many bytes of papers stand in one file of HTML; what comes after that is only named. */
const embeddedMax = 50 * 1024 * 1024;
/** So many are in one ZIP. */
const archivedMax = 3 * 1024 * 1024 * 1024;

/** A whole dossier: what comes before its papers is written, and these are named. */
interface Whole {
  head: DossierHead;
  overview: Buffer[];
  papers: ArchivedPaper[];
}

@Injectable()
export class Documents {
  constructor(
    private readonly readings: Readings,
    private readonly papers: Papers,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /** Under the name and the logo of its region. */
  private headed(document: PaperDocument, { reading }: Pick<FormContext, 'reading'>): PaperDocument {
    return { ...document, letterhead: this.places.house?.onPaper(reading.dossier.plan.region) ?? null };
  }

  /** @throws Refusal unknown-gate */
  briefing(context: FormContext): Promise<Buffer> {
    return pdfOf(this.briefingIn(context));
  }

  private briefingIn(context: FormContext): PaperDocument {
    const { reading, wording } = context;
    const gate = gateIn(context);
    const briefing = briefingOf({ reading, wording }, gate);
    const { plan } = reading.dossier;
    const words = wording.whyWordsIn(reading.dossier, briefing.gate.asks);
    const drawn = { briefing, plan, day: reading.day, now: this.clock.now(), words, wording };
    return this.headed(briefingDocument(drawn), context);
  }

  /** The same page as a Word file. @throws Refusal unknown-gate */
  briefingAsWord(context: FormContext): Promise<Buffer> {
    return wordOf(this.briefingIn(context));
  }

  async decided({ reading, wording }: FormContext): Promise<Buffer> {
    return wordOf(this.headed(await inSlices(decidedDocument({ reading, wording }, this.clock.now())), { reading }));
  }

  /** @throws Refusal unknown-gate */
  async responses(context: FormContext): Promise<Buffer> {
    return wordOf(this.headed(await inSlices(responsesDocument(context, gateIn(context), this.clock.now())), context));
  }

  /** @throws Refusal unknown-gate */
  async paragraph(context: FormContext): Promise<Buffer> {
    return wordOf(this.headed(await inSlices(paragraphDocument(context, gateIn(context), this.clock.now())), context));
  }

  /** The whole dossier as one file, with its papers in it. */
  async page(context: FormContext): Promise<Readable> {
    const { wording } = context;
    const { overview, papers } = await this.whole(context);
    const files = kept(papers, embeddedMax).map(({ paper, isKept }) => ({
      ...attached(paper, wording, isKept),
      bytes: isKept ? paper.pieces() : null,
    }));
    return Readable.from(overviewWith(overview, files, wording), { objectMode: false });
  }

  /** The same for an archive, each paper as a file of its own, with the metadata of everything. */
  async archive(context: FormContext): Promise<Readable> {
    const { archiveOf, paperPath } = await import('./archive.js'); // it loads what writes XML
    const { reading, wording } = context;
    const { head, overview, papers } = await this.whole(context);
    const all = kept(papers, archivedMax);
    const files = all.map(({ paper, isKept }, i) => ({
      ...attached(paper, wording, isKept),
      bytes: null,
      ...(isKept ? { href: paperPath(i + 1, paper.kind) } : {}),
    }));
    const pieces: Buffer[] = [];
    for await (const piece of overviewWith(overview, files, wording))
      pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    const entries = archiveOf({
      ...{ reading, head, wording, now: this.clock.now(), overview: pieces },
      papers: all.flatMap(({ paper, isKept }) => (isKept ? [paper] : [])),
    });
    return Readable.from(zipped(entries), { objectMode: false });
  }

  private async whole(context: FormContext): Promise<Whole> {
    const { reading, person, wording } = context;
    const events = await this.readings.log(reading);
    const titles = await this.readings.titlesOf(person, dossiersNamedIn(events));
    const shown = await this.papers.shownIn(reading, events);
    const now = this.clock.now();
    const head = dossierHead(context, now);
    const blocks = dossierBlocks(context, { events, titles }, now);
    const overview = await inSlices(htmlHead(head, blocks, wording.out.contents));
    const papers = shown.flatMap((paper): ArchivedPaper[] => {
      const { hash, name, kind, size, erased } = paper;
      return isPaperKind(kind) ? [{ hash, name, kind, size, erased, pieces: () => this.papers.bytesOf(paper) }] : [];
    });
    return { head, overview, papers };
  }
}

/** The gate that the address names. @throws Refusal unknown-gate */
function gateIn({ reading, query }: FormContext): Slug {
  const gate = query.moment ?? '';
  gateAt(reading.dossier, gate);
  return gate;
}

const wordOf = async (document: PaperDocument): Promise<Buffer> => zipOf(await inSlices(docxParts(document)));

/** In their order, for as long as there is room. */
function kept(papers: readonly ArchivedPaper[], max: number): { paper: ArchivedPaper; isKept: boolean }[] {
  let used = 0;
  return papers.map((paper) => {
    if (paper.erased === null) used += paper.size;
    return { paper, isKept: paper.erased === null && used <= max };
  });
}

function attached(
  { hash, name, kind, size, erased }: ArchivedPaper,
  wording: Wording,
  isKept: boolean,
): Omit<Attached, 'bytes'> {
  const { out, aboutPaper, erasedPaper } = wording;
  const about = `${aboutPaper({ kind, size })}, ${out.sha256(hash)}`;
  return {
    name: fileNameOf(name, kind),
    type: paperKinds[kind].type,
    about: isKept ? about : `${about}. ${erased ? erasedPaper(erased) : out.tooLarge}`,
  };
}

async function* overviewWith(
  overview: readonly Buffer[],
  files: readonly Attached[],
  { out }: Wording,
): AsyncGenerator<Buffer | string> {
  yield* overview;
  yield* htmlFiles(out.papers, files, out.none);
}
