// What `/health/ready` says of the storage: whether it can be written, and what of it was looked through.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DossierCache } from '../app/dossier-cache.js';
import { Soundness } from '../app/soundness.js';
import { Places } from '../http/places.js';
import { StorageWatch } from '../store/watch/storage-watch.js';
import { UnitOfWork } from '../store/unit-of-work.js';

@Injectable()
export class StorageLines implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly work: UnitOfWork,
    private readonly storage: StorageWatch,
    private readonly soundness: Soundness,
    private readonly cache: DossierCache,
  ) {}

  onModuleInit(): void {
    // Whoever reads is not in the way of a full disk; what is on one that failed nobody knows.
    this.places.ready.push({
      name: 'storage',
      read: () => Promise.resolve({ works: !this.work.hasFailed, says: this.storage.state }),
    });
    this.places.ready.push({ name: 'lists', read: () => Promise.resolve({ works: true, says: this.lists }) });
    this.places.ready.push({ name: 'looked', read: () => Promise.resolve({ works: true, says: this.looked }) });
  }

  private get lists(): string {
    const { lists } = this.cache;
    return lists === null ? 'filled' : `${lists.done}/${lists.of}`;
  }

  private get looked(): string {
    const { state } = this.soundness;
    return typeof state === 'string' ? state : `${state.done}/${state.of}`;
  }
}
