// The migration of a dossier to another plan, as it is sent.
import type { MigrateDossier } from '../domain/commands/migrate-dossier.js';
import type { Day, Slug } from '../domain/vocabulary.js';
import { optional, required } from './field.js';
import * as kinds from './kinds.js';

const { bool, day, longText, meeting, recordOf, slug, wholeNumber } = kinds;

const versionsMax = 1000;
const phasesMax = 200;

export class MigrateDossierRequest implements MigrateDossier {
  @optional(slug) workflow?: Slug;
  @required(wholeNumber(1, versionsMax)) toVersion!: number;
  @required(day) on!: Day;
  @required(longText) reason!: string;
  @optional(recordOf(slug, phasesMax)) map?: Record<Slug, Slug>;
  @optional(meeting) meeting?: NonNullable<MigrateDossier['meeting']>;
  @optional(bool) dryRun?: boolean;
}
