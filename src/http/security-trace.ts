// What answers of the server say for the security log: refused rights, forged forms, and one-time links that do not work.
// And whether the log holds, for whoever keeps the server running.
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { NewSecurityEntry } from '../domain/security/entries.js';
import { Configuration } from '../store/process/configuration.js';
import { quietTrace } from '../store/process/trace-settings.js';
import { SecurityLog } from '../store/security/security-log.js';
import { Places } from './places.js';
import type { RequestSeen } from './request-trace.js';

/** The addresses of links that are secrets. */
const linkPatterns: readonly string[] = ['/uitnodiging/:secret', '/antwoord/:secret', '/agenda/:file'];
const deadStatuses: readonly number[] = [404, 410];

@Injectable()
export class SecurityTrace implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly security: SecurityLog,
    private readonly places: Places,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    const { security, places } = this;
    places.requests.push((seen) => {
      const entry = refusedIn(seen);
      if (entry) security.tell(entry);
    });
    // Whoever works is not in its way, so it takes nobody off the air.
    const says = () => (security.damagedAt === null ? {} : { says: 'damaged' });
    places.ready.push({ name: 'securityLog', read: () => Promise.resolve({ works: true, ...says() }) });
    places.measures.push({
      name: 'sluis_security_entries',
      help: 'Entries of the security log since the process began, by kind.',
      kind: 'counter',
      label: 'kind',
      read: () => Object.fromEntries(security.counts),
    });
  }

  onApplicationBootstrap(): void {
    this.security.keep((this.configuration.trace ?? quietTrace).securityLogDays);
  }
}

function refusedIn({
  person,
  address,
  request,
  route,
  status,
  pattern,
  refusal,
}: RequestSeen): NewSecurityEntry | null {
  const who = { person: person ?? undefined, sender: { address, request, route } };
  if (refusal === 'csrf') return { type: 'ForgedFormRefused', ...who, facts: {} };
  if (status === 403) return { type: 'RightsRefused', ...who, facts: { code: refusal ?? 'not-your-role' } };
  const isDeadLink = linkPatterns.includes(pattern ?? '') && deadStatuses.includes(status);
  return isDeadLink ? { type: 'LinkRefused', ...who, facts: {} } : null;
}
