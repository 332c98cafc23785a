// What a request for a page says, as arguments of a route: what is asked behind the address, and what stands around the page.
import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { KnownPerson } from '../../domain/people.js';
import { isValid } from '../../domain/permissions.js';
import { isPaperKind } from '../../domain/papers.js';
import type { DossierId } from '../../domain/vocabulary.js';
import { Database } from '../../store/database.js';
import { erasuresIn } from '../../store/erased-papers.js';
import { referredPapers } from '../../store/papers.js';
import { Clock } from '../../store/process/clock.js';
import { Configuration } from '../../store/process/configuration.js';
import { ReadAnew } from '../../store/told-otherwise.js';
import { personOf } from '../authentication.js';
import { wordingAsked } from '../language.js';
import { Places } from '../places.js';
import type { Surroundings } from './frame.js';

/** The request itself, for a pipe to look at. */
export const RequestParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

export const queryOf = ({ query }: FastifyRequest): Record<string, string | undefined> => {
  const pairs = Object.entries(query as Record<string, unknown>); // Fastify parses it into names and values
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
};

/** What is asked behind the address, by name. */
export const QueryParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  queryOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

@Injectable()
export class Around implements PipeTransform<FastifyRequest, Promise<Surroundings>> {
  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly readAnew: ReadAnew,
    private readonly database: Database,
  ) {}

  async transform(request: FastifyRequest): Promise<Surroundings> {
    const around = this.of(personOf(request));
    const { dossier } = request.params as { dossier?: string }; // as the path of the route names it
    if (dossier === undefined) return around;
    const house = (await this.places.house?.ofDossier(dossier)) ?? null;
    return { ...around, house, papers: await this.papersOf(dossier) };
  }

  private async papersOf(dossier: DossierId): Promise<Surroundings['papers']> {
    const known = await referredPapers(this.database.reader, dossier);
    if (known.length === 0) return new Map();
    const erasures = await erasuresIn(this.database.reader, dossier);
    const erased = new Map(erasures.map(({ hash, erasedAt: at, reason }) => [hash, { at, reason }]));
    return new Map(
      known.flatMap(({ hash, kind, size }) =>
        isPaperKind(kind) ? [[hash, { kind, size, erased: erased.get(hash) ?? null }]] : [],
      ),
    );
  }

  /** What is said of the visitor at the top of every page. */
  of(person: KnownPerson | null): Surroundings {
    const today = this.clock.today();
    const roles = person?.assignments.filter((a) => isValid(a, today)).map(({ role }) => role) ?? [];
    const isDemonstration = this.configuration.mode === 'demonstration';
    return {
      wording: wordingAsked(),
      person: person && { name: person.name, roles: [...new Set(roles)] },
      demonstration: isDemonstration,
      today,
      present: isDemonstration ? today : null,
      readAnew: this.readAnew.since,
      menu: this.places.menu.filter(({ isFor }) => !isFor || (person !== null && isFor(person, today))),
      here: null,
      house: this.places.house?.ofPerson(person) ?? null,
      papers: new Map(),
    };
  }
}

/** What stands around the page: who looks, and where they are. */
export const AroundParam = (): ParameterDecorator => RequestParam(Around);
