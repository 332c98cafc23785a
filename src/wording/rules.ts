// Every rule in Dutch: what it says before anyone has decided, and the clause about what it came to, made from its
// figures. A rule that is added in src/domain/rules/ is added here; a test names the one that is missing.
import type { Combined } from '../domain/combining.js';
import type { Tallied } from '../domain/counting.js';
import type { CarriedFigures } from '../domain/dossier/carried.js';
import type { ReservedFigures } from '../domain/dossier/reserved.js';
import type { AllSpokenFigures } from '../domain/dossier/standing.js';
import type { Explanation, Noun, Rule, Scope } from '../domain/rule.js';
import type { AllOf } from '../domain/rules/all-of.js';
import type { AnyOf } from '../domain/rules/any-of.js';
import type { Assumed } from '../domain/rules/assumed.js';
import type { ChosenOption, OptionFigures } from '../domain/rules/chosen-option.js';
import type { Majority, MajorityFigures } from '../domain/rules/majority.js';
import type { Not } from '../domain/rules/not.js';
import type { PresenceFigures, Quorum } from '../domain/rules/quorum.js';
import type { Responded } from '../domain/rules/responded.js';
import type { Share, ShareFigures } from '../domain/rules/share.js';
import type { Signatures } from '../domain/rules/signatures.js';
import type { Threshold, ThresholdFigures } from '../domain/rules/threshold.js';
import type { Unanimity } from '../domain/rules/unanimity.js';
import type { Veto } from '../domain/rules/veto.js';
import type { Weighted, WeightedFigures } from '../domain/rules/weighted.js';
import { narrowed, type Within, type WithinFigures } from '../domain/rules/within.js';
import type { Nouns } from '../domain/sentence-figures.js';
import type { Outcome, Slug } from '../domain/vocabulary.js';
import { counted, sizeOf, spokenIn, theOne } from './counted.js';

/** What a clause is made of, beside the figures of its own node. */
interface Node {
  outcome: Outcome;
  /** The clauses of its parts. */
  parts: readonly string[];
  noun: (group: Slug) => Noun;
}

interface RuleWords<R extends Rule = Rule, Figures extends object = object> {
  /** The rule in one clause, as it is shown before anyone has decided. */
  rule(rule: R, scope: Scope): string;
  /** What it came to, in one clause with the figures: without a capital or a full stop. */
  clause(figures: Figures, node: Node): string;
}

/** A line of an explanation that is no rule of its own. */
type LineWords<Figures extends object = object> = Pick<RuleWords<Rule, Figures>, 'clause'>;

const rule = <R extends Rule, Figures extends object>(words: RuleWords<R, Figures>): RuleWords => words; // looked up by its own name
const line = <Figures extends object>(words: LineWords<Figures>): LineWords => words; // likewise

/** The clauses of the parts that carry the outcome. */
const bearing = ({ bearers }: Combined, { parts }: Node): string => bearers.map((i) => parts[i]).join(' en ');

const whole = ({ of }: { of: Slug }, scope: Scope): { size: number; noun: Noun } => ({
  size: scope.positions(of).length,
  noun: scope.noun(of),
});

/** 24.000,5 for a weight as it is written in a plan. */
function weight(written: string): string {
  const [units = '', part] = written.split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
}

const atLeastOrMore = { 'at-least': 'ten minste', 'more-than': 'meer dan' };

const rules: Readonly<Record<string, RuleWords>> = {
  'all-of': rule<AllOf, Combined>({
    rule: ({ rules: parts }, scope) => parts.map((part) => ruleWords(part, scope)).join(', en '),
    clause: bearing,
  }),
  'any-of': rule<AnyOf, Combined>({
    rule: ({ rules: parts }, scope) => parts.map((part) => ruleWords(part, scope)).join(', of '),
    clause: bearing,
  }),
  assumed: rule<Assumed, object>({
    rule: ({ inner }, scope) => ruleWords(inner, scope),
    clause: (_, { parts }) => parts.join(''),
  }),
  'chosen-option': rule<ChosenOption, Combined>({
    rule: ({ inner, options }, scope) =>
      `voor één van de ${options.length} mogelijkheden geldt: ${ruleWords(inner, scope)}`,
    clause: bearing,
  }),
  majority: rule<Majority, MajorityFigures>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return asked.among === 'all'
        ? `meer dan de helft van de ${size} ${noun.many} is akkoord`
        : `van de ${noun.many} die besluiten, zijn er meer akkoord dan niet akkoord`;
    },
    clause: (figures, { noun }) => {
      const { among, needed, against } = figures;
      const need =
        among === 'all' ? `nodig zijn er meer dan de helft, ten minste ${needed}` : `${against} niet akkoord`;
      return `${counted('for', figures, noun(figures.group))}; ${need}`;
    },
  }),
  not: rule<Not, object>({
    rule: ({ inner }, scope) => `niet: ${ruleWords(inner, scope)}`,
    clause: (_, { parts }) => `omgekeerd geldt: ${parts.join('')}`,
  }),
  quorum: rule<Quorum, Combined>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      const have = asked.needed === 1 ? 'heeft' : 'hebben';
      return `ten minste ${asked.needed} van de ${size} ${noun.many} ${have} besloten, en ${ruleWords(asked.inner, scope)}`;
    },
    clause: bearing,
  }),
  responded: rule<Responded, Tallied>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return size === 1
        ? `${theOne(noun)} heeft gereageerd, of de termijn is voorbij`
        : `alle ${size} ${noun.many} hebben gereageerd, of hun termijn is voorbij`;
    },
    clause: (figures, { noun }) => {
      const spoken = spokenIn(figures);
      const over = figures.lapsed === 0 ? '' : `, van ${figures.lapsed} is de termijn voorbij`;
      const have = spoken === 1 ? 'heeft' : 'hebben';
      return `${spoken} van de ${sizeOf(figures)} ${noun(figures.group).many} ${have} gereageerd${over}`;
    },
  }),
  share: rule<Share, ShareFigures>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return `ten minste ${asked.numerator}/${asked.denominator} van de ${size} ${noun.many} is akkoord`;
    },
    clause: (figures, { outcome, noun }) => {
      const { numerator, denominator, needed, group } = figures;
      const side = outcome === 'no-go' ? 'against' : 'for';
      const agree = side === 'against' ? ' akkoord' : '';
      const need = `nodig is ten minste ${numerator}/${denominator}, dat zijn er ${needed}${agree}`;
      return `${counted(side, figures, noun(group))}; ${need}`;
    },
  }),
  signatures: rule<Signatures, Tallied>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return `alle ${size} ${noun.many} hebben ondertekend`;
    },
    clause: (figures, { noun }) => {
      const refused = figures.against > 0 ? `, ${figures.against} niet` : '';
      const { many } = noun(figures.group);
      return `${figures.for} van de ${sizeOf(figures)} ${many} hebben ondertekend${refused}; nodig zijn alle`;
    },
  }),
  threshold: rule<Threshold, ThresholdFigures>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return `ten minste ${asked.needed} van de ${size} ${noun.many} ${asked.needed === 1 ? 'is' : 'zijn'} akkoord`;
    },
    clause: (figures, { outcome, noun }) => {
      const side = outcome === 'no-go' ? 'against' : 'for';
      const need = `nodig zijn er ten minste ${figures.needed}${side === 'against' ? ' akkoord' : ''}`;
      return `${counted(side, figures, noun(figures.group))}; ${need}`;
    },
  }),
  unanimity: rule<Unanimity, Tallied>({
    rule: (asked, scope) => {
      const { size, noun } = whole(asked, scope);
      return size === 1 ? `${theOne(noun)} is akkoord` : `alle ${size} ${noun.many} zijn akkoord`;
    },
    clause: (figures, { outcome, noun }) => {
      const size = sizeOf(figures);
      const need = { go: '', open: `; nodig zijn alle ${size}`, 'no-go': `; nodig is dat alle ${size} akkoord zijn` };
      const said = counted(outcome === 'no-go' ? 'against' : 'for', figures, noun(figures.group));
      return said + (size === 1 ? '' : need[outcome]);
    },
  }),
  veto: rule<Veto, Combined>({
    rule: ({ of, inner }, scope) => `${ruleWords(inner, scope)}, en geen van de ${scope.noun(of).many} maakt bezwaar`,
    clause: bearing,
  }),
  weighted: rule<Weighted, WeightedFigures>({
    rule: ({ numerator, denominator, least, of, unit }, scope) =>
      `de ${scope.noun(of).many} die akkoord zijn, hebben samen ${atLeastOrMore[least]} ` +
      `${numerator}/${denominator} van de ${unit}`,
    clause: (figures, { noun }) => {
      const { least, numerator, denominator, own, total, unit, group } = figures;
      const need = `nodig is ${atLeastOrMore[least]} ${numerator}/${denominator}`;
      return `${counted('for', figures, noun(group))}, met ${weight(own)} van de ${weight(total)} ${unit}; ${need}`;
    },
  }),
  within: rule<Within, WithinFigures>({
    rule: ({ group, inner }, scope) => `binnen ${scope.noun(group).many}: ${ruleWords(inner, narrowed(group, scope))}`,
    clause: ({ group }, { parts, noun }) => `binnen ${noun(group).many}: ${parts.join('')}`,
  }),
};

/** What an explanation may hold: rules, and lines beside them that are none. */
const lines: Readonly<Record<string, LineWords>> = {
  ...rules,
  'all-spoken': line<AllSpokenFigures>({
    clause: ({ size, spoken }, { parts }) =>
      spoken === size
        ? parts.join('')
        : `${spoken} van de ${size} hebben besloten; er wordt gewacht tot alle besloten hebben`,
  }),
  'carried-conditions': line<CarriedFigures>({
    clause: ({ size, met }) => {
      const what = size === 1 ? 'de meegenomen voorwaarde' : `de ${size} meegenomen voorwaarden`;
      if (met === size) return `${what} ${size === 1 ? 'is' : 'zijn'} vervuld`;
      return size === 1 ? `${what} is nog niet vervuld` : `${met} van ${what} vervuld`;
    },
  }),
  objections: line<Tallied>({
    clause: (figures, { outcome, noun }) => {
      const { one, many } = noun(figures.group);
      const { against } = figures;
      if (against > 0)
        return `${against} van de ${sizeOf(figures)} ${many} ${against === 1 ? 'maakt' : 'maken'} bezwaar`;
      return `geen ${one} ${outcome === 'go' ? 'maakt bezwaar' : 'heeft tot nu toe bezwaar gemaakt'}`;
    },
  }),
  option: line<OptionFigures>({ clause: ({ title }, { parts }) => `voor "${title}": ${parts.join('')}` }),
  presence: line<PresenceFigures>({
    clause: (figures, { noun }) =>
      `${spokenIn(figures)} van de ${sizeOf(figures)} ${noun(figures.group).many} besloten; het quorum is ${figures.needed}`,
  }),
  reservations: line<ReservedFigures>({
    clause: ({ size, fulfilled }) =>
      `${fulfilled} van de ${size} ${size === 1 ? 'voorbehoud' : 'voorbehouden'} vervuld`,
  }),
};

/** The rules that can be said. */
export const saidRules: readonly Slug[] = Object.keys(rules);

function wordsFor<W>(table: Readonly<Record<string, W>>, name: Slug): W {
  const words = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!words) throw new Error(`src/wording/rules.ts does not say the rule "${name}"`);
  return words;
}

/** The rule in one clause. @throws Error for a rule that was not added to this file */
export const ruleWords = (asked: Rule, scope: Scope): string => wordsFor(rules, asked.rule).rule(asked, scope);

/** What a rule came to, in one clause: as it was told when the gate was concluded, else made from the figures. */
export function clauseOf({ rule: name, told, ...node }: Explanation, nouns: Nouns): string {
  if (told !== undefined) return told;
  const parts = node.parts.map((part) => clauseOf(part, nouns));
  const noun = (group: Slug): Noun =>
    (Object.hasOwn(nouns, group) ? nouns[group] : undefined) ?? { one: group, many: group };
  return wordsFor(lines, name).clause(node.figures, { outcome: node.outcome, parts, noun });
}
