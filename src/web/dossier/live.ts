// Tells pages that are open that there is something new in their dossier, or in one that who looks at a list may see: that, and
// never what. Whether somebody may still see the dossier is asked again each time.
import { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Readings } from '../../app/readings.js';
import type { KnownPerson } from '../../domain/people.js';
import type { DossierId, Id, Instant } from '../../domain/vocabulary.js';
import type { SignedIn } from '../../http/authentication.js';
import { CommittedEvents } from '../../store/committed-events.js';
import { Directory } from '../../store/directory.js';
import { Presence } from '../../store/presence.js';
import { Clock } from '../../store/process/clock.js';

/** A browser opens six connections to one server, and needs some of them to go on. */
const ofOneMax = 4;
/** Each holds a connection: half of those that the server takes. */
const streamsMax = 500;
/** A proxy, and the server itself, cut a connection on which nothing moves for a minute. */
const beatEvery = 25_000;
/** In milliseconds, before a browser whose connection was cut tries again. */
const againAfter = 10_000;

/** Of so many records it is remembered in which dossier they were, for lists that were made before them. */
const remembered = 200;

const fresh = 'event: nieuw\ndata: nieuw\n\n';
const enough = 'event: genoeg\ndata: genoeg\n\n';
const beat = ': here\n\n';

interface Stream {
  who: SignedIn;
  /** Null of a list of all that somebody may see. */
  dossier: DossierId | null;
  out: Readable;
}

@Injectable()
export class Live implements OnModuleInit, OnModuleDestroy {
  /** In the order in which they were opened. */
  private readonly streams = new Set<Stream>();
  private beating: NodeJS.Timeout | undefined;
  private isClosing = false;
  /** In which dossier something was recorded lately, and when; the oldest first. */
  private readonly lately: { dossier: DossierId; at: Instant }[] = [];

  constructor(
    private readonly committed: CommittedEvents,
    private readonly readings: Readings,
    private readonly directory: Directory,
    private readonly presence: Presence,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.committed.listen((dossier) => void this.tell(dossier));
    this.presence.left.push((person) => void this.lookAgain(person));
    this.beating = setInterval(() => void this.lookAgain(), beatEvery).unref();
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    clearInterval(this.beating);
    for (const { out } of this.streams) out.push(null);
  }

  /** How many are open. */
  get open(): number {
    return this.streams.size;
  }

  /**
   * A stream for a page of a dossier that somebody sees, or for one of all their dossiers; null where there are too many, and when the server stops.
   * @param isBehind whether there is something that the page does not show yet
   */
  listen(who: SignedIn, dossier: DossierId | null, isBehind: boolean): Readable | null {
    const own = [...this.streams].filter((one) => one.who.person.id === who.person.id);
    const [oldest] = own;
    if (this.isClosing) return null;
    if (own.length >= ofOneMax && oldest) this.end(oldest, enough);
    if (this.streams.size >= streamsMax) return null;
    const out = new Readable({ read: () => undefined });
    const stream: Stream = { who, dossier, out };
    this.streams.add(stream);
    out.once('close', () => this.streams.delete(stream));
    out.push(`retry: ${againAfter}\n\n${isBehind ? fresh : ''}`);
    return out;
  }

  /** Whether something was recorded since then that they may see. Of what was before this process started nothing is known. */
  async isBehind({ person }: SignedIn, since: Instant): Promise<boolean> {
    const dossiers = new Set(this.lately.filter(({ at }) => at >= since).map(({ dossier }) => dossier));
    for (const dossier of dossiers) if (await this.sees(person, dossier)) return true;
    return false;
  }

  private async tell(dossier: DossierId): Promise<void> {
    this.lately.push({ dossier, at: this.clock.now() });
    if (this.lately.length > remembered) this.lately.shift();
    const listening = [...this.streams].filter((one) => one.dossier === null || one.dossier === dossier);
    await Promise.all(listening.map((one) => this.tellOne(one, dossier)));
  }

  /** A list goes on beside a dossier that is not in it. */
  private async tellOne(one: Stream, dossier: DossierId): Promise<void> {
    const person = await this.signedIn(one);
    if (person !== null && (await this.sees(person, dossier))) this.say(one, fresh);
    else if (person === null || one.dossier !== null) this.end(one);
  }

  /** Who signed out or has no role any more hears nothing more; the others, that the connection is there. */
  private async lookAgain(person?: Id): Promise<void> {
    const some = [...this.streams].filter(({ who }) => person === undefined || who.person.id === person);
    await Promise.all(some.map(async (one) => ((await this.maySee(one)) ? this.say(one, beat) : this.end(one))));
  }

  private async maySee(one: Stream): Promise<boolean> {
    const person = await this.signedIn(one);
    return person !== null && (one.dossier === null || (await this.sees(person, one.dossier)));
  }

  /** As they are now; null for who signed out. */
  private signedIn({ who }: Stream): Promise<KnownPerson | null> {
    return this.directory.authenticate(who.secret, who.kind).catch(() => null);
  }

  /** Whatever hinders it: the page works without. */
  private sees(person: KnownPerson, dossier: DossierId): Promise<boolean> {
    return this.readings.one(person, dossier).then(
      () => true,
      () => false,
    );
  }

  /** Who does not take what was said before is gone. */
  private say({ out }: Stream, words: string): void {
    if (out.destroyed || out.readableEnded) return;
    if (out.readableLength > out.readableHighWaterMark) out.destroy();
    else out.push(words);
  }

  private end(stream: Stream, words = ''): void {
    this.streams.delete(stream);
    if (words !== '') this.say(stream, words);
    stream.out.push(null);
  }
}
