// Every rule in Dutch: what it says before anyone has decided, and the clause about what it came to, made from its
// figures. A rule that is added in src/domain/rules/ is added here; a test names the one that is missing.
import type { Combined } from '../../domain/combining.js';
import type { Tallied } from '../../domain/counting.js';
import type { CarriedFigures } from '../../domain/stand/carried.js';
import type { RequirementFigures } from '../../domain/stand/requirements.js';
import type { ReservedFigures } from '../../domain/stand/reserved.js';
import type { AllSpokenFigures } from '../../domain/stand/at-gate.js';
import type { Explanation, Noun, Rule, Scope } from '../../domain/rule.js';
import type { AllOf } from '../../domain/rules/all-of.js';
import type { AnyOf } from '../../domain/rules/any-of.js';
import type { Assumed } from '../../domain/rules/assumed.js';
import { ruleOfOption, type ChosenOption, type OptionFigures } from '../../domain/rules/chosen-option.js';
import type { Majority, MajorityFigures } from '../../domain/rules/majority.js';
import type { Not } from '../../domain/rules/not.js';
import type { OnQuestions, OnQuestionsFigures } from '../../domain/rules/on-questions.js';
import type { PresenceFigures, Quorum } from '../../domain/rules/quorum.js';
import type { Responded } from '../../domain/rules/responded.js';
import type { Share, ShareFigures } from '../../domain/rules/share.js';
import type { Signatures } from '../../domain/rules/signatures.js';
import type { Threshold, ThresholdFigures } from '../../domain/rules/threshold.js';
import type { Unanimity } from '../../domain/rules/unanimity.js';
import type { Veto } from '../../domain/rules/veto.js';
import type { Weighted, WeightedFigures } from '../../domain/rules/weighted.js';
import { narrowed, type Within, type WithinFigures } from '../../domain/rules/within.js';
import type { Nouns } from '../../domain/sentence-figures.js';
import type { Asks, Outcome, Slug } from '../../domain/vocabulary.js';
import { speech } from './asked.js';
import { line, rule, type LineWords, type Node, type RuleWords } from './clauses.js';
import {
  abstaining,
  abstainingOfThem,
  allSaid,
  bothSides,
  counted,
  didIt,
  have,
  needingAll,
  othersAbstaining,
  refusing,
  sizeOf,
  spokenIn,
  whoMust,
} from './counted.js';
import { called, everyone } from '../language/nouns.js';
import { requirementClause } from '../facts/requirements.js';
import { listWords } from '../language/words.js';
import { ofTheirVotes, ofTheVotes, partWords, sourceWords, weightWords } from '../language/parts-of-votes.js';

/** The clauses of the parts that carry the outcome. */
const bearing = ({ bearers }: Combined, { parts }: Node): string => bearers.map((i) => parts[i]).join(' en ');

const whole = ({ of }: { of: Slug }, scope: Scope): { size: number; noun: Noun } => ({
  size: scope.positions(of).length,
  noun: scope.noun(of),
});

/** Who carries what a rule that counts all came to, in words: who is for, or who keeps it from a go. */
const bearers = (figures: Tallied, { outcome, noun, asked }: Node): string =>
  outcome === 'no-go'
    ? refusing(figures, noun(figures.group), asked)
    : counted('for', figures, noun(figures.group), asked);

/** Who abstained, after who is for, where that is too few. */
const short = (figures: Tallied, outcome: Outcome): string => (outcome === 'no-go' ? othersAbstaining(figures) : '');

/** Of what a rule forbids: whether it is so. */
const turned: Record<Outcome, string> = { go: 'is niet zo', 'no-go': 'is zo', open: 'kan nog zo worden' };

const rules: Readonly<Record<string, RuleWords>> = {
  'all-of': rule<AllOf, Combined>({
    rule: ({ rules: parts }, scope, asked) => parts.map((part) => ruleWords(part, scope, asked)).join(', en '),
    clause: bearing,
  }),
  'any-of': rule<AnyOf, Combined>({
    rule: ({ rules: parts }, scope, asked) => parts.map((part) => ruleWords(part, scope, asked)).join(', of '),
    clause: bearing,
  }),
  assumed: rule<Assumed, object>({
    rule: ({ inner }, scope, asked) => ruleWords(inner, scope, asked),
    clause: (_, { parts }) => parts.join(''),
  }),
  'chosen-option': rule<ChosenOption, Combined>({
    rule: (choice, scope, asked) => {
      const { inner, options, own } = choice;
      if (!own) return `voor één van de ${options.length} mogelijkheden geldt: ${ruleWords(inner, scope, asked)}`;
      const each = options.map(
        ({ id, title }) => `voor "${title}": ${ruleWords(ruleOfOption(choice, id), scope, asked)}`,
      );
      return `één hiervan geldt: ${each.join('; of ')}`;
    },
    clause: bearing,
  }),
  majority: rule<Majority, MajorityFigures>({
    rule: (of, scope, asked) => {
      const { size, noun } = whole(of, scope);
      const { more } = speech[asked];
      return of.among === 'all'
        ? `meer dan de helft van de ${size} ${noun.many} ${have(1, asked)} ${didIt(asked)}`
        : `van de ${noun.many} die besluiten, ${more}`;
    },
    clause: (figures, node) => {
      const { among, needed, group } = figures;
      if (among === 'decided') return bothSides(figures, node.noun(figures.group), node.asked);
      const { outcome, noun, asked } = node;
      const said = counted('for', figures, noun(group), asked);
      return `${said}${short(figures, outcome)}; nodig zijn er meer dan de helft, ten minste ${needed}`;
    },
  }),
  not: rule<Not, object>({
    rule: ({ inner }, scope, asked) => `dit mag niet zo zijn: ${ruleWords(inner, scope, asked)}`,
    clause: (_, { outcome, parts }) => `wat niet mag, ${turned[outcome]}: ${parts.join('')}`,
  }),
  'on-questions': rule<OnQuestions, OnQuestionsFigures>({
    rule: ({ questions, inner }, scope, asked) => `op ${calledAll(questions)}: ${ruleWords(inner, scope, asked)}`,
    clause: ({ questions }, { parts }) => `op ${calledAll(questions)}: ${parts.join('')}`,
  }),
  quorum: rule<Quorum, Combined>({
    rule: (of, scope, asked) => {
      const { size, noun } = whole(of, scope);
      const verb = of.needed === 1 ? 'heeft' : 'hebben';
      return `ten minste ${of.needed} van de ${size} ${noun.many} ${verb} besloten, en ${ruleWords(of.inner, scope, asked)}`;
    },
    clause: bearing,
  }),
  responded: rule<Responded, Tallied>({
    rule: (of, scope) => {
      const { size, noun } = whole(of, scope);
      return `${allSaid(size, noun, 'response')}, of ${size === 1 ? 'de' : 'hun'} termijn is voorbij`;
    },
    clause: (figures, { noun }) => {
      const spoken = spokenIn(figures);
      const over = figures.lapsed === 0 ? '' : `, van ${figures.lapsed} is de termijn voorbij`;
      const { many } = noun(figures.group);
      return `${spoken} van de ${sizeOf(figures)} ${many} ${have(spoken, 'response')} gereageerd${over}`;
    },
  }),
  share: rule<Share, ShareFigures>({
    rule: (of, scope, asked) => {
      const { size, noun } = whole(of, scope);
      const part = partWords(of);
      return of.among === 'decided'
        ? `van de ${noun.many} die voor of tegen besluiten, ${have(1, asked)} ${part} ${didIt(asked)}`
        : `${part} van de ${size} ${noun.many} ${have(1, asked)} ${didIt(asked)}`;
    },
    clause: (figures, node) => {
      const { needed } = figures;
      const need = `nodig is ${partWords(figures)}`;
      if (needed === undefined)
        return `${bothSides(figures, node.noun(figures.group), node.asked)}; ${need} ${ofTheVotes}`;
      const must = node.outcome === 'no-go' ? whoMust(node.asked) : '';
      return `${bearers(figures, node)}; ${need}, dat zijn er ${needed}${must}`;
    },
  }),
  signatures: rule<Signatures, Tallied>({
    rule: (of, scope) => {
      const { size, noun } = whole(of, scope);
      return allSaid(size, noun, 'signature');
    },
    clause: (figures, { noun }) => {
      const refused = figures.against > 0 ? `, ${figures.against} niet` : '';
      const { many } = noun(figures.group);
      const said = `${figures.for} van de ${sizeOf(figures)} ${many} ${have(figures.for, 'signature')} ondertekend`;
      return `${said}${refused}${abstaining(figures)}; ${everyone(sizeOf(figures))} zijn nodig`;
    },
  }),
  threshold: rule<Threshold, ThresholdFigures>({
    rule: (of, scope, asked) => {
      const { size, noun } = whole(of, scope);
      return `ten minste ${of.needed} van de ${size} ${noun.many} ${have(of.needed, asked)} ${didIt(asked)}`;
    },
    clause: (figures, node) => {
      const must = node.outcome === 'no-go' ? whoMust(node.asked) : '';
      return `${bearers(figures, node)}; nodig zijn er ten minste ${figures.needed}${must}`;
    },
  }),
  unanimity: rule<Unanimity, Tallied>({
    rule: (of, scope, asked) => {
      const { size, noun } = whole(of, scope);
      return allSaid(size, noun, asked);
    },
    clause: (figures, node) => {
      const size = sizeOf(figures);
      const isEnough = size === 1 || node.outcome === 'go';
      return bearers(figures, node) + (isEnough ? '' : needingAll(size, node.outcome === 'no-go', node.asked));
    },
  }),
  veto: rule<Veto, Combined>({
    rule: ({ of, inner }, scope, asked) =>
      `${ruleWords(inner, scope, asked)}, en geen van de ${scope.noun(of).many} maakt bezwaar`,
    clause: bearing,
  }),
  weighted: rule<Weighted, WeightedFigures>({
    rule: (weighted, scope, asked) => {
      const { of, unit, among, source } = weighted;
      const { many } = scope.noun(of);
      const whose = among === 'decided' ? ` ${ofTheirVotes}` : '';
      return (
        `de ${many} die ${speech[asked].those}, hebben samen ${partWords(weighted)} ` +
        `van de ${unit}${whose}${sourceWords(source)}`
      );
    },
    clause: (figures, node) => {
      const { own, total, unit, cast, source } = figures;
      const need = `nodig is ${partWords(figures)}`;
      const weighs = (of: string): string =>
        `met ${weightWords(own)} van de ${weightWords(of)} ${unit}${sourceWords(source)}`;
      if (cast !== undefined)
        return `${bothSides(figures, node.noun(figures.group), node.asked)}; ${weighs(cast)} ${ofTheVotes}; ${need}`;
      const said = counted('for', figures, node.noun(figures.group), node.asked);
      return `${said}, ${weighs(total)}${short(figures, node.outcome)}; ${need}`;
    },
  }),
  within: rule<Within, WithinFigures>({
    rule: ({ group, inner }, scope, asked) =>
      `binnen ${scope.noun(group).many}: ${ruleWords(inner, narrowed(group, scope), asked)}`,
    clause: ({ group }, { parts, noun }) => `binnen ${noun(group).many}: ${parts.join('')}`,
  }),
};

/** Questions by their names in the plan. */
const calledAll = (questions: readonly Slug[]): string => listWords(questions.map(called));

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
      return outcome === 'go'
        ? `geen ${one} maakt bezwaar${abstaining(figures)}`
        : `geen ${one} heeft tot nu toe bezwaar gemaakt`;
    },
  }),
  option: line<OptionFigures>({ clause: ({ title }, { parts }) => `voor "${title}": ${parts.join('')}` }),
  presence: line<PresenceFigures>({
    clause: (figures, { noun }) => {
      const said = `${spokenIn(figures)} van de ${sizeOf(figures)} ${noun(figures.group).many} besloten`;
      return `${said}${abstainingOfThem(figures)}; het quorum is ${figures.needed}`;
    },
  }),
  requirements: line<RequirementFigures>({ clause: requirementClause }),
  reservations: line<ReservedFigures>({
    clause: ({ size, fulfilled }) =>
      size === 1
        ? `het voorbehoud is ${fulfilled === 1 ? '' : 'nog niet '}vervuld`
        : `${fulfilled} van de ${size} voorbehouden ${fulfilled === 1 ? 'is' : 'zijn'} vervuld`,
  }),
};

/** The rules that can be said. */
export const saidRules: readonly Slug[] = Object.keys(rules);

function wordsFor<W>(table: Readonly<Record<string, W>>, name: Slug): W {
  const words = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!words) throw new Error(`src/wording/gates/rules.ts does not say the rule "${name}"`);
  return words;
}

/**
 * The rule in one clause.
 * @param asked what its gate asks
 * @throws Error for a rule that was not added to this file
 */
export const ruleWords = (one: Rule, scope: Scope, asked: Asks = 'agreement'): string =>
  wordsFor(rules, one.rule).rule(one, scope, asked);

/** What a rule came to, in one clause: as it was told when the gate was concluded, else made from the figures. */
export function clauseOf({ rule: name, told, ...node }: Explanation, nouns: Nouns, asked: Asks = 'agreement'): string {
  if (told !== undefined) return told;
  const parts = node.parts.map((part) => clauseOf(part, nouns, asked));
  const noun = (group: Slug): Noun =>
    (Object.hasOwn(nouns, group) ? nouns[group] : undefined) ?? { one: group, many: group };
  return wordsFor(lines, name).clause(node.figures, { outcome: node.outcome, parts, noun, asked });
}
