// Changes who decides at an open gate: a body joins, leaves, or takes the place of others. The rule must still make
// sense for who is left.
import type { Merger } from '../dossier/events.js';
import { invalid, type FieldError } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { gateAt, mustBeOpen, type AtGate } from './places.js';
import { electorateFields } from './revise-proposal.js';

export interface ChangeElectorate {
  on: Day;
  reason: string;
  joins?: BodyId[];
  leaves?: BodyId[];
  merges?: Merger[];
}

export const changeElectorate = defineCommand<{ gate: Slug }, AtGate, ChangeElectorate>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'change-electorate', body: gate.ruledBy }],
  fields: (target, { on, joins = [], leaves = [], merges = [] }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...(joins.length + leaves.length + merges.length === 0
      ? [
          {
            pointer: '',
            code: 'required',
            because: 'wijzigt niets aan wie besluiten; kies wie niet meer meedoet of wie erbij komt',
          } satisfies FieldError,
        ]
      : []),
    ...joins.flatMap((body, i) => joinable(`/joins/${i}`, body, target)),
    ...electorateFields('/leaves', leaves, target),
    ...merges.flatMap(({ from, into }, i) => [
      ...(from.length === 0 ? [{ pointer: `/merges/${i}/from`, code: 'required' } satisfies FieldError] : []),
      ...electorateFields(`/merges/${i}/from`, from, target),
      ...joinable(`/merges/${i}/into`, into, target, from),
    ]),
  ],
  ready: mustBeOpen,
  decide: (target, { on, reason, joins = [], leaves = [], merges = [] }) => {
    const round = mustBeOpen(target);
    follows('/on', on, round.submittedOn);
    const gone = new Set([...leaves, ...merges.flatMap(({ from }) => from)]);
    const electorate = [
      ...round.electorate.filter((body) => !gone.has(body)),
      ...joins,
      ...merges.map(({ into }) => into),
    ];
    const { workflow, rules } = target.dossier.plan;
    const faults =
      electorate.length === 0 ? ['er blijft niemand over'] : scopeAt(workflow, electorate, rules).faults(round.rule);
    if (faults.length > 0)
      throw invalid([{ pointer: '', code: 'not-allowed-here', because: `kan hier niet: ${faults.join('; ')}` }]);
    const facts = { gate: target.phase.id, round: round.number, joins, leaves, merges };
    return [{ type: 'ElectorateChanged', on, facts, texts: { reason } }];
  },
});

/** A body that comes in is one of the plan, of the kind that decides here, and is not asked already. */
function joinable(
  pointer: string,
  body: BodyId,
  { dossier, gate, electorate }: AtGate,
  leaving: BodyId[] = [],
): FieldError[] {
  const { bodies } = dossier.plan;
  const kinds = new Set(gate.electorate.map((one) => bodies.get(one)?.kind));
  const fits = (one: BodyId) =>
    kinds.has(bodies.get(one)?.kind) && (!electorate.includes(one) || leaving.includes(one));
  const allowed = [...bodies.keys()].filter(fits);
  if (!bodies.has(body)) return [{ pointer, code: 'unknown-body', allowed }];
  return fits(body) ? [] : [{ pointer, code: 'not-allowed-here', allowed }];
}
