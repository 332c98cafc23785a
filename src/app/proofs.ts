// Keeps the proofs of plans beside the build, because proving them takes longer than the rest of a start. Every build
// deletes them. Sources that run unbuilt keep none.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Check } from '../domain/workflow/check.js';
import type { Hex } from '../domain/vocabulary.js';

/** What this build was made from: another checker proves something else. */
const builtFrom = new URL('../../.made-from', import.meta.url);
const kept = new URL('../../.proven', import.meta.url);

interface Proofs {
  builtFrom: string;
  checks: Record<Hex, readonly Check[]>;
}

/** The checks of plans that held, by the hash of the plan. */
export class ProvenPlans {
  private isNew = false;

  private constructor(private readonly proofs: Proofs | null) {}

  static read(): ProvenPlans {
    if (!existsSync(builtFrom)) return new ProvenPlans(null);
    const stamp = readFileSync(builtFrom, 'utf8');
    try {
      const proofs = JSON.parse(readFileSync(kept, 'utf8')) as Proofs; // as `keep` wrote it, whole
      if (proofs.builtFrom === stamp && typeof proofs.checks === 'object') return new ProvenPlans(proofs);
    } catch {
      // there is none yet
    }
    return new ProvenPlans({ builtFrom: stamp, checks: {} });
  }

  of(plan: Hex): readonly Check[] | undefined {
    return this.proofs?.checks[plan];
  }

  add(plan: Hex, checks: readonly Check[]): void {
    if (!this.proofs || plan in this.proofs.checks) return;
    this.proofs.checks[plan] = checks;
    this.isNew = true;
  }

  /** Writes what is new, at once or not at all. Where nothing can be written, the next start proves it again. */
  keep(): void {
    if (!this.isNew) return;
    const fresh = new URL(`${kept.href}-${process.pid}`);
    try {
      writeFileSync(fresh, JSON.stringify(this.proofs));
      renameSync(fresh, kept);
    } catch {
      rmSync(fresh, { force: true }); // the folder of a product that was installed by someone else
    }
  }
}
