// Groups the bodies that make a difference to a node by what the node would come to without one of them.
import type { Verdict, Without } from './rule.js';
import type { BodyId } from './vocabulary.js';

export class Differences {
  private readonly found: (Verdict & { bodies: BodyId[] })[] = [];

  /** @param now what it comes to with everyone */
  constructor(private readonly now: Verdict) {}

  /** The list to add a body to without which the node comes to this; null when that is no difference. */
  listFor({ outcome, certain }: Verdict): BodyId[] | null {
    if (outcome === this.now.outcome && certain === this.now.certain) return null;
    const known = this.found.find((one) => one.outcome === outcome && one.certain === certain);
    if (known) return known.bodies;
    const bodies: BodyId[] = [];
    this.found.push({ outcome, certain, bodies });
    return bodies;
  }

  all(): Without[] {
    return this.found.filter(({ bodies }) => bodies.length > 0);
  }
}
