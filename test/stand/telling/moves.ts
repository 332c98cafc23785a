// What may be recorded at a gate of the long dossier besides how the process goes on: what a body decided, and all that is
// said of that afterwards.
import { daysAfter } from '../../../src/domain/calendar.js';
import { readingOf } from '../../../src/domain/dossier/acts.js';
import { currentRound, type Act, type Round } from '../../../src/domain/dossier/state.js';
import type { BodyId, Day, Slug } from '../../../src/domain/vocabulary.js';
import { evidence } from '../../support/staged-play.js';
import { closure, contentOf, type Said } from './content.js';
import { chair, lead, type Maker, type Who } from './maker.js';

interface Moving {
  maker: Maker;
  gate: Slug;
  round: Round;
  body: BodyId;
}

const own = (body: BodyId): Who => ({ role: body.endsWith('/raad') ? 'clerk' : 'secretary', body });
const reason = 'Verkeerd vastgelegd.';

/** Whether one could be recorded, of the acts that fit. */
function about({ maker, gate }: Moving, fits: (act: Act) => boolean, move: (act: Act) => boolean): boolean {
  const acts = (maker.dossier.acts[gate] ?? []).filter(fits);
  return acts.length > 0 && move(maker.pick(acts.slice(-12)));
}

function decide(moving: Moving, by: 'body' | 'region', more: Said = {}): boolean {
  const { maker, gate, round, body } = moving;
  // Seldom before the gate was put.
  const on = maker.recently(maker.chance(12) === 0 ? '2024-03-04' : round.submittedOn);
  const versions = round.proposals.filter((one) => one.on <= on);
  const named = versions.length > 0 && (versions.some((one) => one.on === on) || maker.chance(4) === 0);
  const said: Said = {
    decidedOn: on,
    ...contentOf(maker, round.terms.gate, body, on),
    ...(named ? { proposalVersion: maker.pick(versions).version } : {}),
    ...(by === 'region' ? { evidence } : {}),
    ...more,
  };
  const who = by === 'region' ? lead : own(body);
  if (maker.tries('record-decision', { gate }, { body, ...said }, who)) return true;
  // It decided on that very day: then it decides again.
  const last = (maker.dossier.acts[gate] ?? []).findLast((act) => act.body === body);
  return last !== undefined && maker.tries('record-decision', { gate }, { body, ...said, revises: last.holds }, who);
}

function correct(moving: Moving, by: 'body' | 'region'): boolean {
  const { maker, gate, round } = moving;
  return about(
    moving,
    ({ disputed }) => !disputed || by === 'region',
    (act) => {
      const { body, holds } = act;
      const { decidedOn } = readingOf(act);
      const ways: (() => Said)[] = [
        () => ({ reference: `Z-${maker.chance(1000)}` }),
        () => ({ decidedOn: earlier(maker, decidedOn) }),
        () => contentOf(maker, round.terms.gate, body, decidedOn),
        () => contentOf(maker, round.terms.gate, body, decidedOn),
        () => ({ noDecision: true }),
      ];
      const said = { ...maker.pick(ways)(), ...(by === 'region' ? { evidence } : {}) };
      const who = by === 'body' ? own(body) : maker.pick([lead, chair]);
      const corrects = by === 'body' ? holds : (act.readings.at(-1)?.id ?? holds);
      return maker.tries('record-decision', { gate }, { body, corrects, reason, ...said }, who);
    },
  );
}

const earlier = (maker: Maker, day: Day): Day => daysAfter(day, maker.pick([-6, -3, 2, 5]));

/** The reading about which its body has still to say whether it is so. */
const waiting = (act: Act): string | null => act.proposed ?? (!act.own && !act.disputed ? act.holds : null);

function confirm(moving: Moving): boolean {
  const { maker, gate } = moving;
  return about(
    moving,
    (act) => waiting(act) !== null,
    (act) => {
      const confirmed = maker.chance(3) > 0;
      const says = { on: maker.today, confirmed, ...(confirmed ? {} : { reason: 'Dat is niet zo.' }) };
      return maker.tries('confirm-decision', { gate, decision: waiting(act) ?? '' }, says, own(act.body));
    },
  );
}

function answer(moving: Moving): boolean {
  const { maker, gate } = moving;
  return about(
    moving,
    (act) => readingOf(act).conditions.length > 0,
    (act) => {
      const given = maker.pick([
        'adopted',
        'adopted',
        'carried',
        'rejected',
        'met',
        'met',
        'waived',
        'disputed',
      ] as const);
      const isForChair = given === 'adopted' || given === 'carried' || given === 'rejected';
      const condition = maker.pick(readingOf(act).conditions);
      const phase = given === 'carried' ? { phase: 'treffen' } : {};
      const says = { answer: given, on: maker.recently(readingOf(act).decidedOn), reason: 'Daarom.', ...phase };
      return maker.tries('answer-condition', { gate, condition }, says, isForChair ? chair : own(act.body));
    },
  );
}

const isClosed = (act: Act): boolean => readingOf(act).release.ground !== null;

/** Each kind of move, as often as it is tried. */
const moves: readonly (readonly [often: number, move: (moving: Moving) => boolean])[] = [
  [16, (moving) => decide(moving, 'body')],
  [5, (moving) => decide(moving, 'body', closure(moving.maker, moving.maker.today))],
  [8, (moving) => decide(moving, 'region')],
  [5, (moving) => correct(moving, 'body')],
  [5, (moving) => correct(moving, 'region')],
  [7, confirm],
  [9, answer],
  [
    3,
    (moving) =>
      about(
        moving,
        ({ own: isOwn }) => isOwn,
        ({ holds: decision, body }) => {
          const says = { decision, on: moving.maker.recently('2024-03-20'), reason: 'Toch niet.' };
          return moving.maker.tries('withdraw-decision', { gate: moving.gate }, says, own(body));
        },
      ),
  ],
  [
    4,
    (moving) =>
      about(moving, isClosed, ({ holds: decision, body }) => {
        const { maker, gate } = moving;
        const says = { on: maker.recently('2024-03-20'), scope: maker.pick(['region', 'public'] as const) };
        return maker.tries('release-decision', { gate, decision }, says, own(body));
      }),
  ],
  [
    5,
    (moving) =>
      about(
        moving,
        ({ own: isOwn }) => isOwn,
        ({ holds: decision, body }) =>
          moving.maker.tries('adopt-list', { gate: moving.gate, decision }, { on: moving.maker.today }, own(body)),
      ),
  ],
  [
    2,
    (moving) =>
      about(
        moving,
        (act) => readingOf(act).remarks.length > 0,
        ({ holds: decision }) =>
          moving.maker.tries(
            'answer-remark',
            { gate: moving.gate, decision },
            { on: moving.maker.today, remark: 0, answer: 'Dat doen wij.' },
            lead,
          ),
      ),
  ],
  [
    3,
    (moving) =>
      about(
        moving,
        (act) => readingOf(act).points.length > 0,
        ({ holds: decision }) =>
          moving.maker.tries(
            'answer-point',
            { gate: moving.gate, decision },
            { on: moving.maker.today, point: 0, answer: 'Dat is verwerkt.' },
            lead,
          ),
      ),
  ],
  [
    6,
    ({ maker, gate, body }) => {
      const meetingOn = daysAfter(maker.today, maker.chance(25));
      return maker.tries('schedule-item', { gate }, { body, meetingOn, stage: 'college' }, own(body));
    },
  ],
  [
    3,
    ({ maker, gate, round, body }) =>
      maker.tries('record-receipt', { gate }, { body, on: maker.recently(round.submittedOn) }, own(body)),
  ],
];
const drawn = moves.flatMap(([often, move]) => Array.from({ length: often }, () => move));

/** One more fact, at one of the gates that were put. */
export function moveOn(maker: Maker): void {
  const put = maker.dossier.plan.workflow.phases.flatMap(({ id }) => {
    const round = currentRound(maker.dossier, id);
    return round?.withdrawn === null ? [{ id, round }] : [];
  });
  for (let tries = 0; tries < 500; tries++) {
    const { id: gate, round } = maker.pick(put);
    if (maker.pick(drawn)({ maker, gate, round, body: maker.pick(round.electorate) })) return;
  }
  throw new Error(`${maker.today}: nothing more can be recorded`);
}
