// What happened to a dossier as a whole, each in one Dutch sentence of its log.
import type { EventFacts, EventOf } from '../../domain/dossier/events.js';
import type { Migration } from '../../domain/dossier/migration.js';
import { partiesMerged } from '../gates/electorate.js';
import { inSentence } from '../language/nouns.js';
import { listWords, planWords } from '../language/words.js';

/** What a migration led from and to. */
type Led = Pick<Migration, 'from' | 'to'> | undefined;

export function sentenceOfDossier(
  event: EventOf<'DossierStarted' | 'DossierMigrated' | 'DossierStopped' | 'PartiesMerged'>,
  names: { migration(): Led },
): string {
  switch (event.type) {
    case 'DossierStarted':
      return started(event.facts);
    case 'DossierMigrated':
      return migrated(names.migration());
    case 'DossierStopped':
      return 'Het traject is gestopt.';
    case 'PartiesMerged':
      return `${partiesMerged(namesInEvent(event.facts))}.`;
  }
}

/** By the lines of the register in the event. */
function namesInEvent({ from, into, register }: EventFacts['PartiesMerged']): { from: string[]; into: string } {
  const name = (id: string) => register.find((one) => one.id === id)?.name ?? id;
  return { from: from.map(name), into: name(into) };
}

function migrated(migration: Led): string {
  if (!migration) return 'Het traject volgt voortaan een ander procesplan.';
  const [from, to] = [migration.from.workflow, migration.to.workflow];
  const what = from.id === to.id ? `versie ${from.version}` : planWords(from);
  return `Het traject volgt voortaan ${planWords(to)} in plaats van ${what}.`;
}

function started({ named }: EventFacts['DossierStarted']): string {
  if (!named) return 'Het traject is gestart.';
  const names = listWords(named.parties.map(({ title }) => title));
  return `Het traject is gestart met ${names}; ${inSentence(named.ruledBy.title)} van ${named.ruledBy.region} concludeert.`;
}
