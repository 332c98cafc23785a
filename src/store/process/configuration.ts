// What the environment says, checked at start with every error at once.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { normaliseInstant } from '../../domain/calendar.js';
import { roles, type Instant, type Role } from '../../domain/vocabulary.js';
import { environment as words } from '../../wording/shell/start.js';
import { makeFolder } from './make-folder.js';
import { placeFile } from '../files/place-file.js';
import { backupPlan, type BackupPlan } from './backup-plan.js';
import { dutySettings, emailPattern, uriOf, type DutySettings } from './duty-settings.js';
import { mailSettings, type MailSettings } from './mail-settings.js';
import { Mendable } from './mendable.js';
import { traceSettings, type TraceSettings } from './trace-settings.js';
import { webhookSettings, type WebhookSettings } from './webhook-settings.js';

export type Mode = 'demonstration' | 'serve';

/** A class, so that what needs it can ask Nest for it; nobody makes one with `new`. */
export abstract class Configuration {
  abstract readonly mode: Mode;
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly folder: string;
  /** The only source of absolute links, without a slash at the end. */
  abstract readonly baseUrl: string;
  abstract readonly sessionSecret: string;
  /** Addresses whose X-Forwarded-For counts. */
  abstract readonly trustProxy: string[];
  /** From where the clock runs; null is the machine's own. */
  abstract readonly clock: Instant | null;
  /** Absent where nothing is served. */
  abstract readonly contact?: Contact;
  /** Where to tell of a hole in its security, as a URI; absent where nobody said so. */
  abstract readonly securityContact?: string | undefined;
  /** What is told of who runs it; absent where nothing is served. */
  abstract readonly duty?: DutySettings;
  /** Absent where the server makes none by itself. */
  abstract readonly backup?: BackupPlan;
  /** Absent where no mail is sent. */
  abstract readonly mail?: MailSettings;
  /** Absent where no other system is told anything. */
  abstract readonly webhooks?: WebhookSettings;
  /** Folders with workflows beside those that are shipped. */
  abstract readonly workflows?: readonly URL[];
  /** So many writes a minute one person may send; absent where nothing is served. */
  abstract readonly writesPerMinute?: number;
  /** Who has one of these signs in in two steps. */
  abstract readonly secondFactorRoles?: readonly Role[];
  /** Absent where nothing is served. */
  abstract readonly trace?: TraceSettings;
}

/** Who answers questions about the API, as its description says; no e-mail address where nobody gave one. */
export interface Contact {
  name: string;
  url: string;
  email?: string;
}

/** Every fault of the environment, each with its cure. */
export class BadConfiguration extends Mendable {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
  }
}

/** The demonstration holds facts until this day; a clock before it would make them future. */
const demonstrationDay = '2024-04-29';
/** Nine o'clock in the morning there: when its clock begins, where nobody says otherwise. */
const demonstrationMorning: Instant = '2024-04-29T07:00:00.000Z';
/** Two a second, which nobody types: a form takes two, and an import of a region is done in minutes. */
export const writesUnasked = 120;
/** Fewer would keep somebody at a form from their work. */
const writesAsked = { min: 10, max: 1_000_000 };
const secretMin = 32;
/** So many different characters; of those of a random secret there are more. */
const differentMin = 8;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the database. */
export function folderIn({ DATA_DIR: named = '' }: Environment): string {
  return resolve(named.trim() === '' ? './data' : named.trim());
}

/**
 * @param found what whoever asks found wrong already
 * @throws BadConfiguration
 */
export function configure(mode: Mode, environment: Environment, found: readonly string[] = []): Configuration {
  const faults = [...found];
  const fault = (condition: boolean, sentence: string) => {
    if (condition) faults.push(sentence);
  };
  const given = (name: string): string | undefined => {
    const text = environment[name]?.trim();
    return text === '' ? undefined : text;
  };
  const port = Number(given('PORT') ?? 3000);
  fault(!Number.isInteger(port) || port < 0 || port > 65535, words.port);
  const host = hostFrom(mode, given, fault);
  const databaseUrl = given('DATABASE_URL');
  fault(databaseUrl !== undefined, words.databaseUrl);
  const trustProxy = (given('TRUST_PROXY') ?? '').split(/[\s,]+/).filter(Boolean);
  const foreign = trustProxy.filter((address) => isIP(address.replace(/\/\d+$/, '')) === 0);
  fault(foreign.length > 0, words.trustProxy(foreign));
  const clock = clockFrom(mode, given('CLOCK'), fault);
  const baseUrl = baseUrlFrom(
    mode,
    given('BASE_URL') ?? (mode === 'demonstration' ? `http://localhost:${port}` : ''),
    fault,
  );
  const contact = contactFrom(mode, baseUrl, given, fault);
  const folder = folderIn(environment);
  const backup = backupPlan(folder, given, fault);
  const mail = mailSettings(given, fault);
  const webhooks = webhookSettings(given, fault, mode === 'serve' || given('DEMONSTRATION_OPEN') !== 'yes');
  const trace = traceSettings(given, fault);
  const writesPerMinute = writesFrom(given, fault);
  const secondFactorRoles = factorRolesFrom(given, fault);
  const securityContact = securityContactFrom(given, fault);
  const duty = dutySettings(given, fault);
  const secret = secretFrom(mode, given, fault);
  if (faults.length > 0) throw new BadConfiguration(faults);
  const sessionSecret = secret ?? keptSecret(folder);
  return {
    mode,
    port,
    host,
    folder,
    baseUrl,
    sessionSecret,
    trustProxy,
    clock,
    contact,
    securityContact,
    duty,
    backup,
    mail,
    webhooks,
    writesPerMinute,
    secondFactorRoles,
    trace,
  };
}

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

function hostFrom(mode: Mode, given: Given, fault: Fault): string {
  const [host, isOpen] = [given('HOST') ?? '127.0.0.1', given('DEMONSTRATION_OPEN') ?? 'no'];
  if (mode === 'serve') return host;
  fault(!/^(yes|no)$/.test(isOpen), words.demonstrationOpen);
  fault(!loopback.has(host) && isOpen !== 'yes', words.host);
  return host;
}

function clockFrom(mode: Mode, text: string | undefined, fault: Fault): Instant | null {
  if (text === undefined) return mode === 'demonstration' ? demonstrationMorning : null;
  const clock = normaliseInstant(text);
  fault(mode === 'serve', words.clockServed);
  fault(clock === null, words.clockWritten);
  fault(clock !== null && clock < demonstrationDay, words.clockFrom(demonstrationDay));
  return clock;
}

function baseUrlFrom(mode: Mode, text: string, fault: Fault): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url?.protocol === 'http:';
  fault(
    url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '',
    words.baseUrl,
  );
  fault(url !== null && `${url.username}${url.password}` !== '', words.baseUrlOpen);
  fault(mode === 'serve' && plain && !loopback.has(url.hostname.replace(/^\[|\]$/g, '')), words.baseUrlPlain);
  return url?.origin ?? '';
}

/** An address is never made up: only the demonstration has one by itself, that of its own administrator. */
function contactFrom(mode: Mode, baseUrl: string, given: Given, fault: Fault): Contact {
  const name = given('CONTACT_NAME') ?? words.contactName;
  const named = given('CONTACT_URL');
  const email = given('CONTACT_EMAIL') ?? (mode === 'demonstration' ? 'beheerder@demo.example' : undefined);
  fault(named !== undefined && (!/^https?:\/\//.test(named) || !URL.canParse(named)), words.contactUrl);
  fault(email !== undefined && !emailPattern.test(email), words.contactEmail);
  return { name, url: named ?? baseUrl, ...(email === undefined ? {} : { email }) };
}

function securityContactFrom(given: Given, fault: Fault): string | undefined {
  const named = given('CONTACT_SECURITY') ?? given('CONTACT_EMAIL');
  if (named === undefined) return undefined;
  const uri = uriOf(named);
  fault(given('CONTACT_SECURITY') !== undefined && uri === undefined, words.contactSecurity);
  return uri;
}

function writesFrom(given: Given, fault: Fault): number {
  const writes = Number(given('WRITES_PER_MINUTE') ?? writesUnasked);
  fault(!Number.isInteger(writes) || writes < writesAsked.min || writes > writesAsked.max, words.writes(writesAsked));
  return writes;
}

function factorRolesFrom(given: Given, fault: Fault): readonly Role[] {
  const named = (given('SECOND_FACTOR_ROLES') ?? '').split(/[\s,]+/).filter(Boolean);
  const found = roles.filter((role) => named.includes(role));
  fault(found.length < new Set(named).size, words.secondFactorRoles(roles));
  return found;
}

function secretFrom(mode: Mode, given: Given, fault: Fault): string | undefined {
  const secret = given('SESSION_SECRET');
  fault(secret === undefined && mode === 'serve', words.noSecret(secretMin));
  if (secret === undefined) return undefined;
  const isRepeated = (secret + secret).indexOf(secret, 1) < secret.length;
  if (secret.length < secretMin) fault(true, words.shortSecret(secretMin));
  else fault(isRepeated || new Set(secret).size < differentMin, words.plainSecret);
  return secret;
}

/** The demonstration makes its secret at its first start and keeps it. */
function keptSecret(folder: string): string {
  makeFolder(folder);
  const file = join(folder, 'session-secret');
  if (!existsSync(file)) placeFile(file, randomBytes(32).toString('hex'));
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
