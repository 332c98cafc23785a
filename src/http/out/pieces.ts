// A long file as it is written: as the bytes that go out, piece by piece. One text made of thousands of others would be put together
// in one stretch, while everyone waits.

/** So many become one piece of bytes: some tens of kilobytes. */
const piecesAtOnce = 200;

export class Pieces {
  private readonly done: Buffer[] = [];
  private begun: string[] = [];

  push(...pieces: string[]): void {
    this.begun.push(...pieces);
    if (this.begun.length >= piecesAtOnce) this.flush();
  }

  all(): Buffer[] {
    this.flush();
    return this.done;
  }

  private flush(): void {
    this.done.push(Buffer.from(this.begun.join('')));
    this.begun = [];
  }
}
