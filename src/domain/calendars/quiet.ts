// On which days nobody of a body is written to: in its recess, in that of its region where it keeps that, and while an election
// stops its meetings. Of a body of which no calendar is known the recess of the region counts; where nothing is known, no day is quiet.
import type { Plan } from '../workflow/plan.js';
import type { BodyId, Day } from '../vocabulary.js';
import { electionPause, type Calendars } from './body-calendar.js';

export type IsQuiet = (body: BodyId, day: Day) => boolean;

export const quietIn =
  ({ region, bodies }: Calendars, plan: Pick<Plan, 'bodies'>): IsQuiet =>
  (body, day) => {
    const own = bodies.get(body);
    const kept = own === undefined || own.keepsRegionRecess ? (region?.recess ?? []) : [];
    const isIn = ({ from, until }: { from: Day; until: Day }) => from <= day && day <= until;
    if ([...(own?.recess ?? []), ...kept].some(isIn)) return true;
    const { kind } = plan.bodies.get(body) ?? {};
    const pauses = kind === undefined ? [] : (region?.elections ?? []).flatMap((one) => electionPause(one, kind) ?? []);
    return pauses.some(({ from, before }) => from <= day && day < before);
  };
