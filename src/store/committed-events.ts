// Publishes events to listeners after their commit. A listener that may miss nothing remembers how far it has read: what
// was published before a process died is not published again.
import { Injectable, Logger } from '@nestjs/common';
import type { DossierEvent } from '../domain/dossier/events.js';
import type { DossierId } from '../domain/vocabulary.js';

type Listener = (dossier: DossierId, events: readonly DossierEvent[]) => void;

@Injectable()
export class CommittedEvents {
  private readonly listeners: Listener[] = [];
  private readonly log = new Logger('Sluis');

  /** @param listener gets the events of one dossier, in order; it answers at once, and what it throws hurts nobody else */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  publish(dossier: DossierId, events: readonly DossierEvent[]): void {
    for (const listener of this.listeners)
      try {
        listener(dossier, events);
      } catch (error) {
        this.log.error(error);
      }
  }
}
