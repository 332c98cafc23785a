// Every read model there is.
import { dossierList } from './dossier-list.js';
import { foundWords } from './found-words.js';
import { openTurns } from './open-turns.js';
import type { Projection } from './projection.js';

export const projections: readonly Projection[] = [dossierList, openTurns, foundWords];

export const readModelEntities = projections.flatMap(({ tables }) => tables.map(({ entity }) => entity));
