// What this person can do at a gate, and for what they cannot: why, and who can. From the engine's own refusals.
import { recordsFor, refusalOf, type CommandName } from '../../domain/commands/commands.js';
import { actOf, decisionsAt } from '../../domain/dossier/acts.js';
import { isClosed } from '../../domain/dossier/release.js';
import { liftOf } from '../../domain/stand/secrecy.js';
import { currentRound, statusOf, type Decision } from '../../domain/dossier/state.js';
import { awaitsReceipt, dueOn } from '../../domain/stand/term.js';
import { isTakenBack } from '../../domain/stand/course.js';
import type { Refusal } from '../../domain/refusal.js';
import type { BodyId } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { askedAgain, decidedBy, recordable, standIn, toBeDecided } from '../forms/decision-form.js';
import { groupAsked } from '../forms/rule-form.js';
import type { FormContext } from '../forms/form-kind.js';
import { scheduled } from '../forms/agenda-forms.js';
import type { Control } from '../pages/controls.js';
import { concludeLabel } from '../pages/body-lines.js';
import { standing } from '../../domain/stand/at-gate.js';
import { isByItself } from '../../domain/workflow/asks.js';
import { titleOf } from '../../domain/workflow/plan.js';

export function gateControls(context: FormContext): Control[] {
  const { occasion, place, at, wording } = context;
  const { dossier } = occasion;
  const status = statusOf(dossier, place.gate);
  const control = (
    command: 'submit-gate' | 'rule-gate' | 'split-gate' | 'reopen-gate',
    href: string,
    label = wording.labels[command],
  ): Control => {
    const refusal = refusalOf(occasion, command, { gate: place.gate });
    return { label, href, why: refusal && whyNot(command, refusal, context) };
  };
  switch (status) {
    case 'refused':
      return [rework(context), ...(currentRound(dossier, place.gate) ? decideControls(context) : [])];
    case 'planned':
    case 'underway':
      return [
        control('submit-gate', at.now.form(place.gate, 'voorleggen')),
        ...(currentRound(dossier, place.gate) ? decideControls(context) : []),
      ];
    case 'at-gate':
      return [
        ...decideControls(context),
        ...(endsByItself(context)
          ? []
          : [
              control(
                'rule-gate',
                at.now.form(place.gate, 'conclusie'),
                concludeLabel(dossier.plan, place.gate, wording),
              ),
            ]),
        ...(currentRound(dossier, place.gate)?.terms.gate.splits
          ? [control('split-gate', at.now.form(place.gate, 'splitsing'))]
          : []),
      ];
    case 'passed':
      return [
        ...decideControls(context),
        { ...control('reopen-gate', at.now.form(place.gate, 'heropenen')), quiet: true },
      ];
    case 'dormant':
    case 'skipped':
      return [];
  }
}

/** What a decision ends by itself is concluded by hand only where a day brought it about, and nobody recorded anything. */
function endsByItself({ occasion: { dossier }, place, today }: FormContext): boolean {
  const round = currentRound(dossier, place.gate);
  if (!round || !isByItself(round.terms.gate)) return false;
  return standing(dossier, place.gate, round, today).outcome !== 'go';
}

/** After a no-go nothing is put again until the phase was taken up again. */
function rework(context: FormContext): Control {
  const { occasion, place, at } = context;
  const refusal = refusalOf(occasion, 'rework-phase', { phase: place.gate });
  return {
    label: context.wording.labels['rework-phase'],
    href: at.now.phaseForm(place.gate, 'overdoen'),
    why: refusal && whyNot('rework-phase', refusal, context),
  };
}

/** Recording for the own body, or looking at what was recorded; for the region, one button for all. */
function decideControls(context: FormContext): Control[] {
  const { doers, labels, gatePage, gridWords } = context.wording;
  const { occasion, place, at } = context;
  const bodies = recordable(context);
  const own = bodies.filter((body) => recordsFor(occasion, body));
  if (bodies.length === 0) {
    const refusal = refusalOf(occasion, 'record-decision', { gate: place.gate });
    const why = refusal ? whyNot('record-decision', refusal, context) : doers['record-decision']('');
    return [{ label: labels['record-decision'], href: at.now.decide(place.gate), why }];
  }
  const ownControls = own.flatMap((body) => ownControlsFor(context, body));
  const waitedFor = bodies.length > own.length ? toBeDecided(context, bodies).length : 0;
  return [
    ...ownControls,
    ...(waitedFor > 0 ? [{ label: gatePage.decideForAll, href: at.now.decide(place.gate), why: null }] : []),
    ...(waitedFor > 1
      ? [{ label: gridWords.decisions.title, href: at.now.form(place.gate, 'namens-organen'), why: null, quiet: true }]
      : []),
  ];
}

/** What the body itself can do: answer to what the region recorded, and decide, decide again or look at what it decided. */
function ownControlsFor(context: FormContext, body: BodyId): Control[] {
  const { occasion, place, at, wording } = context;
  const { gatePage, labels } = wording;
  const title = titleOf(occasion.dossier.plan, body);
  const control = (href: string, label: string): Control => ({ label, about: title, href, why: null });
  const stand = standIn(context, body);
  const waiting = [...(stand?.shadow && stand.decision ? [stand.decision] : []), ...(stand?.beside ?? [])];
  const confirm = waiting.map(({ id }) => control(at.now.confirm(place.gate, id), labels['confirm-decision']));
  const again = askedAgain(context, body);
  const decided = decidedBy(context, body);
  if (again && !stand?.shadow)
    return [...confirm, control(at.now.decide(place.gate, { revises: again.id }), gatePage.decideAgain)];
  if (decided && stand?.shadow) return confirm;
  if (decided)
    return [
      ...confirm,
      { label: gatePage.details(title), href: at.now.decision(place.gate, decided.id), why: null, quiet: true },
    ];
  const receipt = lacksReceipt(context, body)
    ? [control(at.now.form(place.gate, 'ontvangst'), labels['record-receipt'])]
    : [];
  return [...confirm, control(at.now.decide(place.gate, { body }), labels['record-decision']), ...receipt];
}

/** Whether nobody said yet when the body received it, and this person can. */
function lacksReceipt({ occasion, place: { gate }, today }: FormContext, body: BodyId): boolean {
  const round = currentRound(occasion.dossier, gate);
  const lacks = round !== null && awaitsReceipt(round, body, today);
  return lacks && refusalOf(occasion, 'record-receipt', { gate }, { body }) === null;
}

/** Where a term begins with the receipt, and it does not stand among what comes first. */
const offersReceipt = (context: FormContext): boolean =>
  context.occasion.dossier.plan.gates.get(context.place.gate)?.weeksFromReceipt !== undefined &&
  !recordable(context).some((body) => recordsFor(context.occasion, body) && lacksReceipt(context, body));

/** Whoever may not is told who may; whoever may, but not now, is told what is in the way. */
function whyNot(
  command: CommandName,
  refusal: Refusal,
  { reading: { dossier }, place, wording: { doers, wordRefusal } }: FormContext,
): string {
  const ruledBy = dossier.plan.gates.get(place.gate)?.ruledBy ?? [...dossier.plan.rulingBodies][0] ?? '';
  const forbidden = ['not-your-role', 'not-your-body'].includes(refusal.code);
  return forbidden ? doers[command](titleOf(dossier.plan, ruledBy)) : wordRefusal(refusal);
}

/** What is seldom needed at an open gate: only what this person can do now. */
export function moreControls(context: FormContext): Control[] {
  const { occasion, at } = context;
  const { gate } = context.place;
  const { rounds } = occasion.dossier;
  const said = rounds[gate]?.at(-1)?.electorate.map((body) => ({ body })) ?? [];
  const countFor = (command: 'schedule-item' | 'record-receipt' | 'leave-gate') =>
    said.filter((one) => refusalOf(occasion, command, { gate }, one) === null).length;
  const forSome = (command: 'record-receipt' | 'leave-gate') => countFor(command) > 0;
  const schedulable = countFor('schedule-item');
  const schedules = schedulable > 0;
  const can = (
    command:
      | 'extend-term'
      | 'revise-proposal'
      | 'withdraw-gate'
      | 'change-electorate'
      | 'amend-rule'
      | 'notify-amendment',
  ) => refusalOf(occasion, command, { gate }) === null;
  const round = currentRound(occasion.dossier, gate);
  const hasTerm = round?.electorate.some((body) => dueOn(round, body, context.today) !== null) ?? false;
  // After a go nothing is put again, unless it is opened first.
  const isAmendable = statusOf(occasion.dossier, gate) !== 'passed' && groupAsked(occasion.dossier, gate) !== null;
  const hasUntold = occasion.dossier.amendments[gate]?.some(({ notifiedOn }) => notifiedOn === null) ?? false;
  const all: Offer[] = [
    ['schedule-item', schedules, at.now.form(gate, 'agenda')],
    ['unschedule-item', schedules && scheduled(context).length > 0, at.now.form(gate, 'van-de-agenda')],
    ['record-receipt', offersReceipt(context) && forSome('record-receipt'), at.now.form(gate, 'ontvangst')],
    ['extend-term', hasTerm && can('extend-term'), at.now.form(gate, 'termijn')],
    ['revise-proposal', can('revise-proposal'), at.now.form(gate, 'versie')],
    ['change-electorate', can('change-electorate'), at.now.form(gate, 'wie-besluiten')],
    ['leave-gate', forSome('leave-gate'), at.now.form(gate, 'uittreden')],
    ['amend-rule', isAmendable && can('amend-rule'), at.now.form(gate, 'regel')],
    ['notify-amendment', hasUntold && can('notify-amendment'), at.now.form(gate, 'bericht')],
    ['withdraw-gate', can('withdraw-gate'), at.now.form(gate, 'terugnemen')],
  ];
  const [first, ...others] = offered(all, context.wording);
  return first ? [first, ...togetherControl(context, schedulable), ...others] : [];
}

/** Where the agendas of several are noted at once. */
const togetherControl = ({ at, place, wording }: FormContext, n: number): Control[] =>
  n > 1 ? [{ label: wording.gridWords.agendas.title, href: at.now.form(place.gate, 'agendas'), why: null }] : [];

/** What may become of a decision that was recorded: only what this person can do now. */
export function decisionControls(context: FormContext): Control[] {
  const { occasion, at, reading, today } = context;
  const { gate, decision } = context.place;
  const place = { gate, decision };
  const found = decisionsAt(reading.dossier, gate).find(({ id }) => id === decision);
  const act = actOf(reading.dossier, gate, decision);
  const isBack = found !== undefined && isTakenBack({ dossier: reading.dossier, id: gate, day: today }, found);
  const closed = found !== undefined && isClosed(found, today);
  const all: Offer[] = [
    [
      'release-decision',
      closed && refusalOf(occasion, 'release-decision', place) === null,
      at.now.decisionForm(gate, decision, 'vrijgeven'),
    ],
    [
      'adopt-list',
      found?.listAdoptedOn === null && refusalOf(occasion, 'adopt-list', place) === null,
      at.now.decisionForm(gate, decision, 'lijst'),
    ],
    ['lift-secrecy', canLift(context, found), at.now.decisionForm(gate, decision, 'geheimhouding')],
    [
      'answer-point',
      (found?.points.length ?? 0) > 0 && refusalOf(occasion, 'answer-point', place) === null,
      at.now.decisionForm(gate, decision, 'punt'),
    ],
    [
      'answer-remark',
      (found?.remarks.length ?? 0) > 0 && refusalOf(occasion, 'answer-remark', place) === null,
      at.now.decisionForm(gate, decision, 'aandachtspunt'),
    ],
    [
      'withdraw-decision',
      act?.own === true && !isBack && refusalOf(occasion, 'withdraw-decision', { gate }, { decision }) === null,
      at.now.decisionForm(gate, decision, 'intrekken'),
    ],
  ];
  return offered(all, context.wording);
}

/** Whether secrecy rests on something of it, and this person may say that it was lifted. */
const canLift = ({ occasion, place: { gate, decision } }: FormContext, found: Decision | undefined): boolean =>
  found !== undefined &&
  found.secrecy.some((secret) => liftOf(found, secret, occasion.dossier.plan.bodies.get(found.body)?.kind) === null) &&
  refusalOf(occasion, 'lift-secrecy', { gate, decision }) === null;

/** What it is, whether it can be done, and where. */
type Offer = [name: keyof Wording['labels'], can: boolean, href: string];

const offered = (all: Offer[], { labels }: Wording): Control[] =>
  all.filter(([, can]) => can).map(([name, , href]) => ({ label: labels[name], href, why: null }));
