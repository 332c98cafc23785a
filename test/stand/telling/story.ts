// How the process of the long dossier goes: on which day its gates are put, changed, concluded and opened again. Between
// these everything else happens by chance.
import { daysAfter } from '../../../src/domain/calendar.js';
import { currentRound, statusOf } from '../../../src/domain/dossier/state.js';
import { kindOfDecision, type Day, type Slug } from '../../../src/domain/vocabulary.js';
import { begin, chair, lead, Maker } from './maker.js';
import { moveOn } from './moves.js';
import type { Asked } from './request.js';
import { told } from '../../support/told.js';

const factsMax = 300;
const daysMax = 12;
const daysApart = 14;

const open = (maker: Maker, phase: Slug): void => {
  maker.must('start-phase', { phase }, { on: maker.today }, lead);
  put(maker, phase);
};

const put = (maker: Maker, gate: Slug): void => {
  const replyBy = daysAfter(maker.today, 70);
  maker.must('submit-gate', { gate }, { on: maker.today, replyBy, proposal: { title: 'Het voorstel' } }, lead);
};

const revise = (maker: Maker, gate: Slug, textualMandate: string[]): void =>
  maker.must('revise-proposal', { gate }, { on: maker.today, title: 'Een nieuwe versie', textualMandate }, lead);

/** Who does not count decides again, so that it can be a go; then what it comes to is concluded. */
function conclude(maker: Maker, gate: Slug): void {
  const round = currentRound(maker.dossier, gate);
  const { kinds = [], poll, options = [] } = round?.terms.gate ?? {};
  const decision = kinds.find((kind) => kindOfDecision(kind).passes);
  for (const body of round?.electorate ?? []) {
    const said = { body, decision, decidedOn: maker.today, ...(poll ? { option: options[0]?.id } : {}) };
    const role = body.endsWith('/raad') ? 'clerk' : 'secretary';
    maker.tries('record-decision', { gate }, said, { role, body });
  }
  const rules = (ruling: 'go' | 'no-go'): boolean => {
    const says = { ruling, ruledOn: maker.today, meeting: { form: 'session' as const }, reason: 'Zo besloten.' };
    return maker.tries('rule-gate', { gate }, says, chair);
  };
  if (!rules('go') && !rules('no-go')) throw new Error(`${maker.today}: nothing could be concluded at ${gate}`);
}

function again(maker: Maker, gate: Slug): void {
  maker.must('withdraw-gate', { gate }, { on: maker.today, reason: 'Opnieuw.' }, lead);
  put(maker, gate);
}

const left = (maker: Maker, gate: Slug, body: string): void =>
  maker.must('leave-gate', { gate }, { body, on: maker.today, reason: 'Anders.' }, { role: 'secretary', body });

const joined = (maker: Maker, gate: Slug, body: string): void =>
  maker.must(
    'change-electorate',
    { gate },
    { on: maker.today, reason: 'Anders.', ...told(maker.today), joins: [body] },
    chair,
  );

/** What is done on which of the days of recording, before what happens by chance. */
const process: Readonly<Record<number, (maker: Maker) => void>> = {
  0: (maker) => ['richting', 'opzet', 'zienswijze', 'toestemming', 'keuze'].forEach((phase) => open(maker, phase)),
  2: (maker) => left(maker, 'opzet', 'ef/college'),
  3: (maker) => {
    revise(maker, 'richting', ['aa/college', 'be/college']);
    again(maker, 'keuze');
  },
  4: (maker) => revise(maker, 'toestemming', []),
  5: (maker) => joined(maker, 'opzet', 'ef/college'),
  6: (maker) => {
    conclude(maker, 'richting');
    open(maker, 'treffen');
  },
  7: (maker) => conclude(maker, 'opzet'),
  8: (maker) => {
    revise(maker, 'treffen', ['ce/college']);
    maker.must('reopen-gate', { gate: 'richting' }, { on: maker.today, reason: 'Er is iets veranderd.' }, chair);
    conclude(maker, 'zienswijze');
  },
  9: (maker) => conclude(maker, 'keuze'),
  10: (maker) => (statusOf(maker.dossier, 'richting') === 'at-gate' ? conclude(maker, 'richting') : undefined),
};

/** The whole of it, for a seed. */
export async function longDossier(seed: number): Promise<Asked[]> {
  const maker = await Maker.start(seed);
  const perDay = factsMax / daysMax;
  for (let day = 0; day < daysMax; day++) {
    maker.today = recordingDay(day);
    process[day]?.(maker);
    while (maker.asked.length < perDay * (day + 1)) moveOn(maker);
  }
  return maker.asked.slice(0, factsMax);
}

export const recordingDay = (n: number): Day => daysAfter(begin, n * daysApart);
