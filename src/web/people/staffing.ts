// Who is needed, who is missing and whom to reach: read where an administrator works, and where tasks are told.
import { Injectable } from '@nestjs/common';
import { BodiesInUse } from '../../app/bodies-in-use.js';
import { isValid } from '../../domain/permissions.js';
import type { PersonOnRecord, Reachable } from '../../domain/people.js';
import { gridOf, type RowOfGrid } from '../../domain/roles/places.js';
import type { BodyId, Day, Role, WorksAs } from '../../domain/vocabulary.js';
import { Directory } from '../../store/directory.js';
import { PeopleKeeper } from '../../store/people-keeper.js';
import { Clock } from '../../store/process/clock.js';

interface StaffedRegion {
  id: string;
  title: string;
  rows: readonly RowOfGrid[];
}

/** The bodies of one kind that lack somebody in the same role. */
export interface Lack {
  role: Role;
  works: WorksAs;
  bodies: { id: BodyId; title: string }[];
}

export interface Staff {
  regions: StaffedRegion[];
  lacks: Lack[];
  /** How many places there are that somebody has to take. */
  needed: number;
  empty: number;
  administrators: number;
}

@Injectable()
export class Staffing {
  constructor(
    private readonly keeper: PeopleKeeper,
    private readonly bodies: BodiesInUse,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** Whom to reach about a body today. */
  readonly contactsOf = (body: BodyId): Reachable[] => this.directory.contactsOf(body, this.clock.today());

  async now(people?: readonly PersonOnRecord[], asked?: string): Promise<Staff> {
    const everyone = people ?? (await this.keeper.everyone());
    const today = this.clock.today();
    const found = await this.bodies.staffed(everyone, today, asked);
    const regions = found.map(({ id, title, bodies }) => ({ id, title, rows: gridOf(bodies, everyone, today) }));
    const rows = regions.flatMap((region) => region.rows);
    const places = rows.flatMap((row) => row.places).filter(({ isNeeded }) => isNeeded);
    return {
      regions,
      lacks: lacksIn(rows),
      needed: places.length,
      empty: places.filter(({ isEmpty }) => isEmpty).length,
      administrators: everyone.filter((one) => administers(one, today)).length,
    };
  }
}

/** What stops a whole region first. */
const order: readonly Role[] = ['process-lead', 'chair', 'secretary', 'clerk'];

function lacksIn(rows: readonly RowOfGrid[]): Lack[] {
  const lacks = new Map<string, Lack>();
  for (const { body, places } of rows)
    for (const { roles, isEmpty } of places) {
      const [role] = roles;
      if (!isEmpty || role === undefined) continue;
      const { id, title, works } = body;
      const lack = lacks.get(`${role} ${works}`) ?? { role, works, bodies: [] };
      lack.bodies.push({ id, title });
      lacks.set(`${role} ${works}`, lack);
    }
  return [...lacks.values()].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

const administers = ({ assignments, erasedOn }: PersonOnRecord, today: Day): boolean =>
  erasedOn === null && assignments.some((one) => one.role === 'administrator' && isValid(one, today));
