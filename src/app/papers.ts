// Papers in a dossier: who may upload one, which a fact may refer to, and who may open it. A paper is as closed as every fact
// that refers to it: who sees none of those cannot tell it from one that does not exist.
import { Injectable } from '@nestjs/common';
import type { DossierEvent, NewEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { now } from '../domain/fold/history.js';
import { eventsPerStep, type InSteps } from '../domain/fold/in-steps.js';
import { allowed } from '../domain/commands/commands.js';
import { mustNotBeStopped } from '../domain/commands/targets.js';
import type { PaperErased } from '../domain/papers.js';
import type { KnownPerson } from '../domain/people.js';
import { invalid, Refusal, refused, type FieldError } from '../domain/refusal.js';
import type { DossierId, Hex } from '../domain/vocabulary.js';
import { seesText, shownEvents } from '../domain/views/visibility.js';
import { viewerOf, type Reading, type Viewer } from '../domain/views/viewer.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { erasureOf, erasuresIn } from '../store/erased-papers.js';
import { linkedPapers, linkPaper, papersIn, type WholePaper } from '../store/papers.js';
import {
  PaperUploads,
  type PaperAsker,
  type PaperReceiver,
  type TakenPaper,
  type Upload,
} from '../store/paper-uploads.js';
import { Clock } from '../store/process/clock.js';
import type { Transaction } from '../store/unit-of-work.js';
import { DossierCache } from './dossier-cache.js';
import { inSlices } from './slices.js';
import type { LoggedEvent } from './readings.js';
import { findVisible, mustSee } from './visible.js';

/** So many characters of its hash are the name of one whose own may not be told. */
const shortMax = 12;

/** A paper as its reader may see it, with what became of it. */
type ShownPaper = WholePaper & { erased: PaperErased | null };

@Injectable()
export class Papers implements PaperReceiver {
  constructor(
    private readonly uploads: PaperUploads,
    private readonly database: Database,
    private readonly cache: DossierCache,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal unknown-dossier, 403 for who records nothing that a paper goes with, or not-in-this-state where it was
   * stopped: what is there stays readable, and nothing could refer to what comes
   */
  async mustBeAllowed({ person, dossier: id }: PaperAsker): Promise<void> {
    const dossier = await this.visible(person, id);
    allowed([{ right: 'upload-paper' }], { dossier, person, today: this.clock.today() });
    mustNotBeStopped(dossier);
  }

  /** @throws UploadFault; Refusal */
  async take(asker: PaperAsker, upload: Pick<Upload, 'name' | 'bytes'>): Promise<TakenPaper> {
    await this.mustBeAllowed(asker);
    return this.uploads.take({ ...upload, dossier: asker.dossier, person: asker.person.id });
  }

  /** A paper that this person may open. @throws Refusal unknown-dossier, unknown-paper */
  async one({ person, dossier: id }: PaperAsker, hash: Hex): Promise<WholePaper> {
    const dossier = await this.visible(person, id);
    const known = await papersIn(this.database.reader, id, hash);
    const found = await this.openTo(person, dossier, known, () => this.cache.events(this.database.reader, dossier));
    if (!found) throw new Refusal('unknown-paper');
    const erasure = await erasureOf(this.database.reader, hash);
    if (erasure) throw refused('paper-erased', { at: erasure.erasedAt, reason: erasure.reason });
    return found;
  }

  /** The papers that these lines of the log refer to and that their reader may open, each once, in the order of the log. */
  async shownIn({ dossier, viewer }: Reading, events: readonly LoggedEvent[]): Promise<ShownPaper[]> {
    const titles = await inSlices(titlesIn(events, viewer));
    const known = new Map((await linkedPapers(this.database.reader, dossier.id)).map((paper) => [paper.hash, paper]));
    const erasures = new Map((await erasuresIn(this.database.reader, dossier.id)).map((one) => [one.hash, one]));
    return [...titles].flatMap(([hash, title]) => {
      const paper = known.get(hash);
      const { erasedAt: at, reason } = erasures.get(hash) ?? {};
      const erased = at === undefined || reason === undefined ? null : { at, reason };
      return paper ? [{ ...paper, name: title ?? hash.slice(0, shortMax), erased }] : [];
    });
  }

  bytesOf(paper: WholePaper): AsyncIterable<Buffer> {
    return this.uploads.bytesOf(paper);
  }

  /**
   * Keeps the papers that new events refer to, in their transaction: an upload of who records them, or one that is open to
   * them already. What a correction leaves as it was need not be: it opens it to nobody.
   * @throws Refusal validation for any other
   */
  async keep(
    tx: Transaction,
    person: KnownPerson,
    dossier: Dossier | null,
    decided: readonly NewEvent[],
  ): Promise<void> {
    const errors: FieldError[] = [];
    const events = () => (dossier ? this.cache.events(tx.connection, dossier) : Promise.resolve([]));
    for (const { event, pointer, hash, scope } of decided.flatMap(papersNamedBy)) {
      const known = dossier ? await papersIn(tx.connection, dossier.id, hash) : [];
      const found = dossier && (await this.openTo(person, dossier, known, events));
      const isThere = found !== null && (await erasureOf(tx.connection, hash)) === null;
      if (!isThere && leavesAsItWas(event, { hash, scope }, await events())) continue;
      if (!isThere) errors.push({ pointer, code: 'unknown-paper' });
      else if (found.linked === 0) await linkPaper(tx.connection, found.id);
    }
    if (errors.length > 0) throw invalid(errors);
  }

  /** The dossier as this person reads it now. */
  asReadNow(person: KnownPerson, dossier: Dossier): Reading {
    const day = this.clock.today();
    const { nameOf, canConclude } = this.directory;
    return { dossier, moment: now, day, viewer: viewerOf(person, dossier, nameOf, day, canConclude) };
  }

  private async visible(person: KnownPerson, id: DossierId): Promise<Dossier> {
    const today = this.clock.today();
    const connection = this.database.reader;
    const dossier = await findVisible(this.database, { person, today, id }, () => this.cache.latest(connection, id));
    mustSee(person, dossier, today);
    return dossier;
  }

  /** Of papers that say the same, the one that is open to this person; null where none is. */
  private async openTo(
    person: KnownPerson,
    dossier: Dossier,
    known: readonly WholePaper[],
    events: () => Promise<readonly DossierEvent[]>,
  ): Promise<WholePaper | null> {
    const [first] = known;
    if (!first) return null;
    const { hash } = first;
    const own = known.find((one) => one.person === person.id && one.linked === 0) ?? null;
    if (first.linked === 0) return own;
    const titles = titlesOf(await events(), hash, this.asReadNow(person, dossier));
    if (titles.length === 0) return own;
    // As a fact calls it that this person sees: the name of the file may tell of another, that is closed.
    return { ...first, name: titles.find((title) => title !== null) ?? hash.slice(0, shortMax) };
  }
}

/** What the facts call it that refer to it and that the reader may see, the newest first; null where that was erased. */
function titlesOf(events: readonly DossierEvent[], hash: Hex, reading: Reading): (string | null)[] {
  const referring = events.filter((event) => papersNamedBy(event).some((named) => named.hash === hash));
  return shownEvents(
    referring.map((event) => ({ event })),
    reading,
  )
    .filter(({ hidden }) => hidden === null)
    .flatMap(({ event }) =>
      papersShownIn(event, reading.viewer)
        .filter((named) => named.hash === hash)
        .map(({ pointer }) => titleBeside(event.texts, pointer)),
    )
    .reverse();
}

type SomeEvent = Pick<NewEvent | DossierEvent, 'facts' | 'texts'>;

interface NamedPaper<E> {
  event: E;
  /** Where it stood in the request. */
  pointer: string;
  hash: Hex;
  scope: unknown;
}

/** Every paper that an event names: by `file`, as every table calls it, among its facts or apart from them. */
function papersNamedBy<E extends SomeEvent>(event: E): NamedPaper<E>[] {
  const apart = Object.entries(event.texts).flatMap(([key, hash]) =>
    /(?:^|\/)file$/.test(key) && typeof hash === 'string' ? [{ pointer: `/${key}`, hash }] : [],
  );
  return [...papersAmong(event.facts), ...apart].map((one) => ({
    event,
    ...one,
    scope: scopeBeside(event.facts, one.pointer),
  }));
}

/** Those that may be seen by who sees the event. */
const papersShownIn = (event: DossierEvent, viewer: Viewer): NamedPaper<DossierEvent>[] =>
  papersNamedBy(event).filter(({ pointer }) => seesText(viewer, event, pointer.slice(1)));

/** What the papers are called that these lines refer to and that the reader may see, each once. */
function* titlesIn(events: readonly LoggedEvent[], viewer: Viewer): InSteps<Map<Hex, string | null>> {
  const titles = new Map<Hex, string | null>();
  for (const [i, { event, hidden }] of events.entries()) {
    if (i % eventsPerStep === 0) yield;
    for (const { pointer, hash } of hidden === null ? papersShownIn(event, viewer) : [])
      titles.set(hash, titleBeside(event.texts, pointer) ?? titles.get(hash) ?? null);
  }
  return titles;
}

/** What names a paper has a title beside it; a newer version keeps that of the proposal. */
function titleBeside(texts: Readonly<Record<string, string | null | undefined>>, pointer: string): string | null {
  return texts[pointer.slice(1).replace(/file$/, 'title')] ?? texts['proposal/title'] ?? null;
}

function papersAmong(facts: unknown, pointer = ''): { pointer: string; hash: Hex }[] {
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) =>
    name === 'file' && typeof value === 'string'
      ? [{ pointer: `${pointer}/file`, hash: value }]
      : papersAmong(value, `${pointer}/${name}`),
  );
}

/** Who may see the paper at that place, as it says itself. */
function scopeBeside(facts: unknown, pointer: string): unknown {
  const beside = pointer.split('/').slice(1, -1);
  const found = beside.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
    facts,
  );
  return (found as { scope?: unknown } | undefined)?.scope;
}

/** Whether the fact that an event corrects had just that paper, for the same people. */
function leavesAsItWas(
  { type, facts }: NewEvent,
  { hash, scope }: { hash: Hex; scope: unknown },
  events: readonly DossierEvent[],
): boolean {
  const isFormer = (event: DossierEvent): boolean =>
    (type === 'DecisionCorrected' && 'kind' in event.facts && event.facts.decision === facts.corrects) ||
    (facts.correction !== undefined && event.sequence === facts.correction.of);
  return events.some(
    (event) => isFormer(event) && papersNamedBy(event).some((former) => former.hash === hash && former.scope === scope),
  );
}
