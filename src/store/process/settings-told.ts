// The configuration at start as the security log keeps it: which settings there were, and no secret among them.
import type { SettingTold } from '../../domain/security/entries.js';
import type { Configuration } from './configuration.js';

export function settingsTold({
  mode,
  host,
  port,
  baseUrl,
  trustProxy,
  clock,
  writesPerMinute,
  secondFactorRoles,
  webhooks,
  trace,
}: Configuration) {
  const told: Record<string, SettingTold> = {
    mode,
    host,
    port,
    baseUrl,
    trustProxy: trustProxy.join(', '),
    node: process.version,
  };
  if (clock !== null) told.clock = clock;
  if (secondFactorRoles?.length) told.secondFactorRoles = secondFactorRoles.join(', ');
  if (writesPerMinute !== undefined) told.writesPerMinute = writesPerMinute;
  if (webhooks) told.webhookHostsInside = webhooks.inside.join(', ');
  if (!trace) return told;
  const { log, securityLogDays, metrics } = trace;
  const listens = metrics === null ? '' : `${metrics.host}:${metrics.port}`;
  return { ...told, logLevel: log.level, securityLogDays, metrics: listens };
}
