// What the environment says of logs, of the security log and of metrics.
import { trace as words } from '../../wording/shell/start.js';
import { logLevels, spoken, type LogSettings } from './log.js';

export interface TraceSettings {
  log: LogSettings;
  /** An entry of the security log is kept for so many days. */
  securityLogDays: number;
  /** Where metrics are read; null where they are not. */
  metrics: { port: number; host: string } | null;
}

/** More than a year, so that what happened can be laid beside the same weeks of the year before. */
const daysUnasked = 400;
/** The database itself refuses to forget sooner than the first of these. */
const daysAsked = { min: 30, max: 3_660 };

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

export function traceSettings(given: Given, fault: Fault): TraceSettings {
  const asked = given('LOG_LEVEL') ?? 'info';
  const level = logLevels.find((known) => known === asked);
  fault(level === undefined, words.logLevel(logLevels));
  const securityLogDays = Number(given('SECURITY_LOG_DAYS') ?? daysUnasked);
  const isWhole = Number.isInteger(securityLogDays);
  fault(!isWhole || securityLogDays < daysAsked.min || securityLogDays > daysAsked.max, words.days(daysAsked));
  const metrics = metricsSettings(given, fault);
  return { log: { level: level ?? 'info', to: 'stdout', readable: process.stdout.isTTY }, securityLogDays, metrics };
}

function metricsSettings(given: Given, fault: Fault): TraceSettings['metrics'] {
  const [asked, host = '127.0.0.1'] = [given('METRICS_PORT'), given('METRICS_HOST')];
  if (asked === undefined) return null;
  const port = Number(asked);
  fault(!Number.isInteger(port) || port < 1 || port > 65535, words.metricsPort);
  fault(asked === (given('PORT') ?? '3000'), words.metricsOwnPort);
  return { port, host };
}

/** Where nothing is served. */
export const quietTrace: TraceSettings = { log: spoken, securityLogDays: daysUnasked, metrics: null };
