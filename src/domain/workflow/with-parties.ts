// Puts parties in the place of those that stand in for them in a plan that leaves its parties open.
import type { BodyId } from '../vocabulary.js';
import type { NamedConsultation, NamedParties } from './open-parties.js';
import { partyOf } from '../permissions.js';
import { municipality, region } from './define.js';
import type { Body, Workflow } from './workflow.js';

/** The workflow with these parties: every list of bodies holds theirs where it held those of the stand-in. */
export function withParties(workflow: Workflow, { parties, ruledBy }: NamedParties): Workflow {
  const { open, ...rest } = workflow;
  if (!open) throw new Error(`${workflow.id} names its own parties`);
  const municipalities = parties.map(({ id, title, code }) => municipality(id, title, code));
  const standIns = new Map(workflow.parties.flatMap(({ bodies }) => bodies).map((body) => [body.id, body]));
  const rulers = standIns.get(open.consultation)?.party;
  const isBoard = ({ party, kind }: Body) => party === rulers && kind === 'board';
  const placed = (board: Body) => boardOf(board, ruledBy);
  const bodiesFor = (id: BodyId): BodyId[] => {
    if (id === open.consultation) return [ruledBy.id];
    const body = standIns.get(id);
    if (body && isBoard(body)) return [placed(body).id];
    return body?.party === open.municipality
      ? municipalities.flatMap((party) => ofKind(party.bodies, body.kind))
      : [id];
  };
  const consultation = ruledBy.id.slice(ruledBy.id.indexOf('/') + 1);
  const concluding = region(partyOf(ruledBy.id), ruledBy.region, [{ id: consultation, title: ruledBy.title }]);
  const boards = [...standIns.values()].filter(isBoard).map(placed);
  const ruling = { ...concluding, bodies: [...concluding.bodies, ...boards] };
  return {
    ...rest,
    parties: workflow.parties.flatMap((party) =>
      party.id === open.municipality ? municipalities : party.id === rulers ? [ruling] : [party],
    ),
    groups: Object.fromEntries(
      Object.entries(workflow.groups).map(([id, { noun, bodies }]) => [
        id,
        { noun, bodies: bodies.flatMap(bodiesFor) },
      ]),
    ),
    phases: workflow.phases.map((phase) => ({
      ...phase,
      visits: phase.visits.flatMap(bodiesFor),
      gate: phase.gate && {
        ...phase.gate,
        electorate: phase.gate.electorate.flatMap(bodiesFor),
        ruledBy: bodiesFor(phase.gate.ruledBy)[0] ?? ruledBy.id,
        ...(phase.gate.criteria && {
          criteria: phase.gate.criteria.map((one) =>
            one.statedBy === open.consultation ? { ...one, statedBy: ruledBy.id } : one,
          ),
        }),
      },
    })),
  };
}

/** A board of the region that stands in, in the region that starts. */
export function boardOf({ id, title, ...body }: Body, { id: consultation, region: name }: NamedConsultation): Body {
  const party = partyOf(consultation);
  return { ...body, id: `${party}${id.slice(partyOf(id).length)}`, title: `${title} van ${name}`, party };
}

const ofKind = (bodies: readonly Body[], kind: Body['kind']): BodyId[] =>
  bodies.filter((body) => body.kind === kind).map(({ id }) => id);

/** So many invented parties in the place of the stand-ins, to prove a plan before anyone is named. */
export function inventParties(workflow: Workflow, size: number): NamedParties {
  const id = workflow.open?.consultation ?? '';
  return {
    parties: Array.from({ length: size }, (_, i) => ({
      id: `gemeente-${i + 1}`,
      title: `Gemeente ${i + 1}`,
      code: `GM${i}`,
    })),
    ruledBy: { id, title: 'Overleg', region: 'Regio' },
  };
}
