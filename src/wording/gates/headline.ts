// The largest words about a gate: whether it can be a go, and how many it still takes; after its end what was concluded.
import type { Counts, Tallied } from '../../domain/counting.js';
import type { Explanation } from '../../domain/rule.js';
import type { SentenceFigures } from '../../domain/sentence-figures.js';
import type { Asks } from '../../domain/vocabulary.js';
import { speech } from './asked.js';
import { sizeOf } from './counted.js';
import { capital } from '../language/words.js';

/** What is not there yet, where the outcome is open. */
const notYet: Record<Asks, string> = {
  agreement: 'Nog geen go',
  response: 'Nog niet afgesloten',
  consent: 'Nog geen toestemming',
  adoption: 'Nog niet vastgesteld',
  signature: 'Nog niet ondertekend',
};

export function headlineOf(figures: SentenceFigures): string {
  const { concluded, outcome, asks } = figures;
  const { rulings, heads } = speech[asks];
  if (concluded) return 'parts' in concluded ? 'Gesplitst' : capital(rulings[concluded.ruling]);
  if (outcome !== 'open') return heads[outcome];
  const needed = stillNeeded(innermost(figures.explanation), figures);
  return needed === null ? notYet[asks] : `${notYet[asks]}: ${needed}`;
}

/** A rule that is assumed counts as what it holds. */
const innermost = (node: Explanation): Explanation => {
  const [inner] = node.parts;
  return node.rule === 'assumed' && inner ? innermost(inner) : node;
};

type Figures = Tallied & { needed?: number; among?: string };

/** How many more, where the rule says by one number when it is enough; null where it is made of several parts. */
function stillNeeded({ rule, figures }: Explanation, { nouns }: Pick<SentenceFigures, 'nouns'>): string | null {
  const counts = figures as Figures; // as these rules count
  switch (rule) {
    case 'unanimity':
    case 'signatures':
      return lacking(counts);
    case 'responded':
      return silent(counts);
    case 'threshold':
    case 'share':
    case 'majority':
      return counts.needed === undefined || counts.among === 'decided' ? null : more(counts, counts.needed, nouns);
    default:
      return null;
  }
}

function lacking(counts: Counts): string {
  const [n, size] = [sizeOf(counts) - counts.for, sizeOf(counts)];
  return size === 1 ? 'het besluit ontbreekt' : `${n} van ${size} ${n === 1 ? 'ontbreekt' : 'ontbreken'}`;
}

function silent(counts: Counts): string {
  const [n, size] = [counts.pending, sizeOf(counts)];
  return size === 1 ? 'de reactie ontbreekt' : `${n} van ${size} ${n === 1 ? 'moet' : 'moeten'} nog reageren`;
}

function more(counts: Tallied, needed: number, nouns: SentenceFigures['nouns']): string {
  const n = needed - counts.for;
  const noun = nouns[counts.group];
  return `nog ${n}${noun ? ` ${n === 1 ? noun.one : noun.many}` : ''} nodig`;
}
