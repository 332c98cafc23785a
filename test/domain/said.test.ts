// The sentences that were shown to whoever put a gate, amended its rule or concluded it: kept beside the event as they
// were, in place of which format 1 hashed them; and the figures that are hashed since, of which they can be made again.
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { now } from '../../src/domain/fold/history.js';
import { allOf } from '../../src/domain/rules/all-of.js';
import type { Rule } from '../../src/domain/rule.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import { majority } from '../../src/domain/rules/majority.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { gateView, type ExplanationView, type GateView } from '../../src/wording/gates/views.js';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { fold } from '../support/fold.js';
import { Play } from '../support/play.js';
import { asking, begin, chair, colleges, lead, own, planOf, today } from '../support/staged-play.js';

const gate = { gate: 'fase' };
const assumedRule = assumed(allOf(threshold(2, 'colleges'), threshold(1, 'colleges')), 'de bron noemt geen regel');
const plan = planOf({ fase: asking({ rule: assumedRule }) });
const meeting = { form: 'session' } as const;
const [oost = '', west = '', eiland = ''] = colleges;

/** Put, amended at once, decided by all and concluded; the last is against, behind closed doors when that is asked. */
function concluded(rule: Rule = assumedRule, release?: { scope: 'own'; ground: string }): Play {
  const play = Play.start(plan, begin);
  play.give('start-phase', { phase: 'fase' }, { on: begin }, lead, today);
  play.give('submit-gate', gate, { on: begin }, lead, today);
  const amend = { on: begin, reason: 'Zo.', rule, meeting, agreedBy: colleges };
  play.give('amend-rule', gate, amend, chair, today);
  for (const body of [oost, west])
    play.give('record-decision', gate, { body, decision: 'agree', decidedOn: begin }, own(body), today);
  const last = { body: eiland, decision: 'disagree', decidedOn: begin, reason: 'Nee.', release } as const;
  play.give('record-decision', gate, last, own(eiland), today);
  play.give('rule-gate', gate, { ruling: 'go', ruledOn: begin }, chair, today);
  return play;
}

const look = (events: readonly DossierEvent[]): GateView => {
  const dossier = fold(new PlanCatalogue([plan]), [...events], now);
  const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => false };
  return gateView({ dossier, moment: now, day: today, viewer }, 'fase');
};

/** The same record with other texts under `said/…`. */
const saying = (events: readonly DossierEvent[], said: (key: string) => string | null): DossierEvent[] =>
  events.map((event) => ({
    ...event,
    texts: Object.fromEntries(
      Object.entries(event.texts).map(([key, text]) => [key, key.startsWith('said/') ? said(key) : text]),
    ),
  }));

/** Every sentence of the acts, as they are shown. */
const spoken = ({ rule: { text }, explanation, sentence, amendments: [amendment] }: GateView) => [
  text,
  ...clauses(explanation),
  sentence,
  amendment?.rule,
  amendment?.former,
];
const clauses = (node: ExplanationView | null): string[] => (node ? [node.text, ...node.parts.flatMap(clauses)] : []);

/** The record as the first release would have written it. */
function asFormat1(events: readonly DossierEvent[]): DossierEvent[] {
  const hashed = (explanation: ExplanationNode, texts: DossierEvent['texts'], key: string): ExplanationNode => {
    const { figures: _, ...node } = explanation;
    return { ...node, text: texts[key] ?? '', parts: node.parts.map((one, i) => hashed(one, texts, `${key}/${i}`)) };
  };
  return events.map((event) => {
    const { language: _, former: _former, electorate: who, ...facts } = event.facts as Facts; // of whichever type
    const texts = Object.fromEntries(Object.entries(event.texts).filter(([key]) => !key.startsWith('said/')));
    const { 'said/rule': ruleText, 'said/former': formerText } = event.texts;
    const words = { ...(ruleText ? { ruleText } : {}), ...(formerText ? { formerText } : {}) };
    const electorate = event.type === 'GateSubmitted' ? { electorate: who } : {};
    const explanation = facts.explanation
      ? { explanation: hashed(facts.explanation, event.texts, 'said/explanation') }
      : {};
    return { ...event, format: 1, texts, facts: { ...facts, ...electorate, ...words, ...explanation } } as DossierEvent;
  });
}
interface ExplanationNode {
  figures?: object;
  text?: string;
  parts: ExplanationNode[];
}
interface Facts {
  language?: string;
  former?: object;
  electorate?: string[];
  explanation?: ExplanationNode;
}

const { events } = concluded();
const go = '2 van de 3 colleges zijn akkoord; nodig zijn er ten minste 2';
const one = '2 van de 3 colleges zijn akkoord; nodig zijn er ten minste 1';
const words = 'ten minste 2 van de 3 colleges zijn akkoord, en ten minste 1 van de 3 colleges is akkoord';

describe('what was shown', () => {
  it('stands beside the event with its language, and nothing of it is hashed', () => {
    const acts = events.filter(({ texts }) => Object.keys(texts).some((key) => key.startsWith('said/')));
    expect(acts.map(({ type, format, facts }) => [type, format, 'language' in facts && facts.language])).toEqual([
      ['GateSubmitted', 2, 'nl'],
      ['RuleAmended', 2, 'nl'],
      ['GateRuled', 2, 'nl'],
    ]);
    expect(
      acts.map(({ texts }) => Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('said/')))),
    ).toEqual([
      { 'said/rule': words },
      { 'said/rule': words, 'said/former': words },
      {
        'said/explanation': `${go} en ${one}`,
        'said/explanation/0': `${go} en ${one}`,
        'said/explanation/0/0': go,
        'said/explanation/0/1': one,
      },
    ]);
    const hashed = JSON.stringify(events.map(({ facts }) => facts));
    for (const word of ['akkoord', 'ten minste', 'zijn', 'colleges van']) expect(hashed).not.toContain(word);
  });

  it('is what the record shows of that act, whatever the words are now', () => {
    const other = (key: string) => `toen gezegd onder ${key}`;
    expect(spoken(look(saying(events, other)))).toEqual([
      other('said/rule'),
      ...['', '/0', '/0/0', '/0/1'].map((place) => other(`said/explanation${place}`)),
      'Stand op 1 februari 2024: toen gezegd onder said/explanation (de regel is een aanname). Conclusie van het bestuurlijk overleg: go.',
      other('said/rule'),
      other('said/former'),
    ]);
  });

  it('is made again from the figures once it was erased', () => {
    expect(spoken(look(saying(events, () => null)))).toEqual(spoken(look(events)));
  });

  it('is read from a record of format 1, which has no figures', () => {
    const former = asFormat1(events);
    expect(JSON.stringify(former)).not.toContain('figures');
    expect(spoken(look(former))).toEqual(spoken(look(events)));
    expect(look(former)).toEqual(look(events));
  });

  it('tells nothing of a decision that is closed', () => {
    const among = majority('colleges', 'decided');
    const saidAt = (play: Play) => play.events.at(-1)?.texts['said/explanation'];
    expect(saidAt(concluded(among))).toBe('2 van de 3 colleges zijn akkoord; 1 niet akkoord');
    const hidden = concluded(among, { scope: 'own', ground: 'art. 87' });
    expect(saidAt(hidden)).toBe('2 van de 3 colleges zijn akkoord; 0 niet akkoord');
  });
});
