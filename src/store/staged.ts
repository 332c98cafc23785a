// Values that belong to rows not yet committed, in the layers of the unit of work: of this job, then of its group.
// A layer is kept or dropped together with its savepoint or its transaction.
export class Staged {
  private job = new Map<string, unknown>();
  private readonly group = new Map<string, unknown>();

  get(key: string): unknown {
    return this.job.get(key) ?? this.group.get(key);
  }

  set(key: string, value: unknown): void {
    this.job.set(key, value);
  }

  /** The savepoint was released. */
  keep(): void {
    for (const [key, value] of this.job) this.group.set(key, value);
    this.job.clear();
  }

  /** The savepoint was rolled back. */
  drop(): void {
    this.job.clear();
  }

  entries(): Iterable<[string, unknown]> {
    return this.group.entries();
  }
}
