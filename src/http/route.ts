// Where a request goes, as the router reads it. One address can be spelt in many ways (`/%61pi`, with the host before it),
// so what is decided by address is never decided by how it was written.
import type { FastifyRequest } from 'fastify';

/** The pattern of the route that was found, such as `/api/v1/dossiers/:dossier`; where there is none, the plain path. */
export const routeOf = ({ routeOptions, url }: FastifyRequest): string => routeOptions.url ?? plainPath(url);

/** A target without its host, its query and what is needlessly escaped; as it came where that cannot be read. */
export function plainPath(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '').split('?')[0] ?? '';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
