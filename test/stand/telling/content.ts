// What a body of the long dossier says when it decides: every kind that its gate takes, with what belongs to it.
import { daysAfter } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { kindOfDecision, type BodyId, type Day, type DecisionKind, type Slug } from '../../../src/domain/vocabulary.js';
import type { Gate } from '../../../src/domain/workflow/workflow.js';
import type { Maker } from './maker.js';

export type Said = Partial<RecordDecision>;

const texts = ['Eerst de kosten.', 'Daarna de scholen.', 'En de wachtlijsten.'];

/** What must or may stand beside an answer of that kind. */
const company: Partial<Record<DecisionKind, (maker: Maker, on: Day) => Said>> = {
  'agree-with-remarks': (maker) => ({ remarks: texts.slice(0, 1 + maker.chance(2)) }),
  'agree-with-conditions': (maker, on) => ({
    conditions: texts.slice(0, 1 + maker.chance(2)).map((text) => ({
      text,
      effect: maker.pick(['elaboration', 'suspensive'] as const),
      ...(maker.chance(3) === 0 ? { dueOn: daysAfter(on, 30) } : {}),
    })),
  }),
  'consent-withheld': (maker) => ({ ground: maker.pick(['conflict-with-law', 'not-stated'] as const) }),
  deferred: (maker, on) => (maker.chance(3) > 0 ? { nextDate: daysAfter(on, 5 + maker.chance(40)) } : {}),
  view: (maker) => ({
    tenor: maker.pick(['positive', 'negative'] as const),
    points: texts.slice(0, 1 + maker.chance(2)),
  }),
};

/** What is waited for: another body here or beside, or a gate that comes later. */
function reservation(maker: Maker, body: BodyId): Said {
  const gate: Slug = maker.pick(['richting', 'opzet', 'treffen']);
  const others = ['aa/college', 'be/college', 'ce/college', 'de/college'].filter((one) => one !== body);
  return { subjectTo: { gate, body: maker.pick(others) } };
}

/** Most bodies agree, or no gate would come to a go; and many under conditions. */
const favoured = (kinds: readonly DecisionKind[]): DecisionKind[] =>
  kinds.filter((kind) => kindOfDecision(kind).passes ?? kind === 'agree-with-conditions');

export function contentOf(maker: Maker, gate: Gate, body: BodyId, on: Day): Said {
  const { kinds, questions, options, poll, enacts } = gate;
  const decision = maker.chance(5) < 2 ? maker.pick(favoured(kinds)) : maker.pick(kinds);
  const other = questions.length > 1 && maker.chance(2) === 0;
  const answers = other ? { [maker.pick(questions).id]: maker.pick(kinds) } : {};
  const given = new Set<DecisionKind>([decision, ...Object.values(answers)]);
  const council = body.endsWith('/raad');
  return {
    decision,
    ...(other ? { answers } : {}),
    ...Object.assign({}, ...[...given].map((kind) => company[kind]?.(maker, on))),
    ...(given.has('agree-subject-to') ? reservation(maker, body) : {}),
    ...(poll && kindOfDecision(decision).side === 'for' ? { option: maker.pick(options).id } : {}),
    ...(maker.chance(14) === 0 ? { form: 'announcement' as const } : {}),
    ...(maker.chance(enacts ? 3 : 8) === 0 ? { conform: maker.chance(2) === 0 } : {}),
    ...(council && maker.chance(4) === 0 ? { amendments: ['Met een wijziging.'] } : {}),
  };
}

/** Kept to the body itself, for good or until a day. */
export const closure = (maker: Maker, on: Day): Said => ({
  release: {
    ground: 'Gemeentewet art. 86',
    ...(maker.chance(2) === 0 ? { scope: 'own' } : { scope: 'region', from: daysAfter(on, 1 + maker.chance(40)) }),
  },
});
