// The groups that every workflow has: its bodies by their kind.
import type { Noun } from '../rule.js';
import type { BodyId, BodyKind, Slug } from '../vocabulary.js';

/** Bodies that are named together in an electorate or a rule. */
export interface Group {
  noun: Noun;
  bodies: BodyId[];
}

const nouns: Record<BodyKind, { group: Slug; noun: Noun }> = {
  college: { group: 'colleges', noun: { one: 'college', many: 'colleges' } },
  council: { group: 'councils', noun: { one: 'raad', many: 'raden' } },
  consultation: { group: 'consultations', noun: { one: 'overleg', many: 'overleggen' } },
  provider: { group: 'providers', noun: { one: 'aanbieder', many: 'aanbieders' } },
  minister: { group: 'ministers', noun: { one: 'bewindspersoon', many: 'bewindspersonen' } },
  'provincial-executive': {
    group: 'provincial-executives',
    noun: { one: 'gedeputeerde staten', many: 'gedeputeerde staten' },
  },
  'provincial-council': {
    group: 'provincial-councils',
    noun: { one: 'provinciale staten', many: 'provinciale staten' },
  },
  'water-board': { group: 'water-boards', noun: { one: 'waterschapsbestuur', many: 'waterschapsbesturen' } },
  mayor: { group: 'mayors', noun: { one: 'burgemeester', many: 'burgemeesters' } },
  board: { group: 'boards', noun: { one: 'bestuur', many: 'besturen' } },
};

export const nounOf = (kind: BodyKind): Noun => nouns[kind].noun;

export function groupsByKind(bodies: readonly { id: BodyId; kind: BodyKind }[]): Record<Slug, Group> {
  const groups: Record<Slug, Group> = {};
  for (const body of bodies) {
    const { group, noun } = nouns[body.kind];
    (groups[group] ??= { noun, bodies: [] }).bodies.push(body.id);
  }
  return groups;
}
