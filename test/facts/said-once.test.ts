// A fact of a decision is named in its table, among the words, and at most once more; what rules read, they alone read.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { conditionFacts, decisionFacts } from '../../src/domain/facts/of-decisions.js';

const src = resolve(import.meta.dirname, '../../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file !== 'app/demonstration.ts')
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '') }));

const naming = (name: string): string[] =>
  sources.filter(({ text }) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text)).map(({ file }) => file);

/** Names that other things have too: of gates, of phases, of people, of texts. */
const common = [
  ...['body', 'decision', 'answers', 'decidedOn', 'reference', 'reason', 'option', 'form', 'text', 'release', 'ground'],
  ...[
    'points',
    'conditions',
    'remarks',
    'amendments',
    'commitments',
    'corrects',
    'revises',
    'dueOn',
    'effect',
    'round',
    'id',
  ],
  'owner', // of a file, too
  'secrecy', // a flag, and what stands in its own file
];

/** What decides by it, or takes a later word for it. */
const readers: Record<string, string[]> = {
  nextDate: ['commands/decision-fields.ts', 'stand/former.ts', 'stand/stand.ts'],
  noDecision: ['commands/decision-fields.ts', 'commands/decision-reading.ts', 'stand/course.ts'],
  belongsTo: [
    'commands/decision-fields.ts',
    'commands/decision-reading.ts',
    'commands/record-decision.ts',
    'stand/course.ts',
  ],
  clears: ['commands/decision-reading.ts', 'fold/correcting.ts'],
  tenor: ['views/stand-view.ts'],
  subjectTo: [
    'commands/migration-target.ts',
    'commands/reservation-fields.ts',
    'dossier/carry-over.ts',
    'fold/former-terms.ts',
    'stand/flags.ts',
    'stand/former.ts',
    'stand/reserved.ts',
    'stand/sentence.ts',
    'stand/stand.ts',
  ],
  conform: ['commands/rule-gate.ts', 'stand/flags.ts', 'stand/former.ts', 'stand/stand.ts', 'views/proposal-view.ts'],
  proposalVersion: [
    'commands/decision-fields.ts',
    'commands/decision-fold.ts',
    'commands/decision-reading.ts',
    'dossier/decided.ts',
    'stand/former.ts',
    'stand/stand.ts',
    'views/decision-view.ts',
    'views/proposal-view.ts',
  ],
  listAdoptedOn: [
    'commands/after-decision.ts',
    'commands/decision-fields.ts',
    'stand/flags.ts',
    'turns/lists.ts',
    'views/stand-view.ts',
  ],
  publishedOn: ['commands/after-decision.ts', 'commands/decision-fields.ts', 'commands/phases.ts'],
  publicationUrl: ['commands/after-decision.ts'],
  evidence: [
    'commands/decision-fields.ts',
    'views/decision-view.ts',
    'views/dossier-view.ts',
    'views/papers-seen.ts',
    'views/requirement-view.ts',
  ], // of others, too
  decisionPoints: ['commands/detail-fields.ts', 'stand/flags.ts'],
  groupVotes: ['commands/detail-fields.ts', 'stand/flags.ts'],
  unanimous: ['stand/flags.ts'],
  tabled: ['stand/stand.ts'],
  ofPoint: ['commands/detail-fields.ts'],
};

/** What bears the same name and is something else: whether a person belongs to a body. */
const others = new Set(
  ['commands/commands.ts', 'fold/correcting.ts', 'permissions.ts', 'views/viewer.ts'].map(
    (file) => `belongsTo domain/${file}`,
  ),
);

const names = [...Object.keys(decisionFacts), ...Object.keys(conditionFacts)].filter((name) => !common.includes(name));

it.each(names.filter((name) => !Object.hasOwn(readers, name)))('%s is named in at most three files', (name) => {
  const files = naming(name);
  expect(files).toContain('domain/facts/of-decisions.ts');
  expect(files.some((file) => /^wording\/facts\/facts(-of-details)?\.ts$/.test(file))).toBe(true);
  expect(files.length).toBeLessThanOrEqual(3);
});

it.each(Object.entries(readers))('%s is read in the domain where it decides, and nowhere else', (name, known) => {
  const inDomain = naming(name).filter(
    (file) =>
      file.startsWith('domain/') && !/domain\/(facts\/|vocabulary)/.test(file) && !others.has(`${name} ${file}`),
  );
  expect(inDomain.map((file) => file.slice('domain/'.length)).sort()).toEqual(known);
});
