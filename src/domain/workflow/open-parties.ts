// The parties of a plan that are named when a dossier starts: who stands in for them in the file, and what is stored of
// them, so that a record says everything by itself.
import type { BodyId, Slug } from '../vocabulary.js';

/** Which parties of a plan only stand in for those that are named at the start. */
export interface OpenParties {
  /** The party that stands in for every municipality. */
  municipality: Slug;
  /** The body that stands in for the consultation of the region that starts. */
  consultation: BodyId;
  /** At least so many municipalities are named. */
  least: number;
}

/** Who takes their place in one dossier. */
export interface NamedParties {
  parties: NamedParty[];
  ruledBy: NamedConsultation;
}

export interface NamedParty {
  id: Slug;
  title: string;
  /** The code of CBS. */
  code: string;
}

/** The consultation that concludes, and what its region is called. */
export interface NamedConsultation {
  id: BodyId;
  title: string;
  region: string;
}
