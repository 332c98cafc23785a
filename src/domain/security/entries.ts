// What is recorded of who came in and who was turned away: who, from where, and by which request. Never what was asked or
// sent, and no address of a person; types are added, never changed.
import type { Origin, PeopleEventType } from '../roles/events.js';
import type { RefusalCode } from '../refusal.js';
import type { Day, Hex, Id, Instant, Slug } from '../vocabulary.js';

/** From where a request came. */
export interface Sender {
  address: string;
  /** Its id, which every answer carries as X-Request-Id. */
  request: string;
  /** Its method and the pattern of its route. */
  route: string;
}

/** A setting as it was at start; secrets have no place here. */
export type SettingTold = string | number | boolean;

/** Something in the record of people: there it stands whole, and this is its place and its hash. */
interface InPeopleRecord {
  event: number;
  eventHash: Hex;
  origin?: Origin | undefined;
}

interface AboutWebhook {
  webhook: Id;
  region: Slug;
  host: string;
}

/** What each kind says beside who, whom and from where. */
interface OwnFacts {
  /** `former` is how the process before it ended. */
  ServerStarted: { version: string; former: 'none' | 'stopped' | 'broken-off'; settings: Record<string, SettingTold> };
  ServerStopped: object;
  SignedIn: { session: 'cookie' | 'token' };
  /** With a person when the account exists. */
  SignInFailed: object;
  SignInThrottled: object;
  /** The password was right, the code of the second step was not. */
  SecondStepFailed: object;
  /** One of the codes on paper was used; so many are left. */
  RecoveryCodeUsed: { left: number };
  SecondFactorSet: object;
  RecoveryCodesMade: object;
  /** By who has it, or by an administrator or from the command line for somebody else. */
  SecondFactorEnded: { origin?: Origin };
  SignedOut: object;
  /** Everywhere but where it was asked: so many sessions and tokens. */
  SignedOutElsewhere: { sessions: number };
  /** Somebody sent more writes in a minute than one person may; told once in that minute. */
  WritesThrottled: object;
  /** A one-time link that does not work: it never existed, was used, or is too old. */
  LinkRefused: object;
  /** Somebody recorded something by a link from a mail, without signing in. */
  RecordedByLink: object;
  /** So many links from mails work no more: by whose they were, or by an administrator. */
  MailLinksRevoked: { links: number };
  /** A secret address for a calendar program: made, or revoked. */
  CalendarFeedMade: { kind: string };
  CalendarFeedRevoked: object;
  RightsRefused: { code: RefusalCode };
  ForgedFormRefused: object;
  /** So many more of each kind than are told one by one; without an address they came from so many. */
  FurtherRefusals: { counts: Record<string, number>; addresses?: number };
  RecordExported: { what: string };
  BackupMade: { file: string };
  BackupRestored: { file: string };
  /** What was in a paper is gone, from so many dossiers. */
  PaperErased: { paper: Hex; dossiers: number };
  /** How the pages of a region look from then on; each version is kept. */
  HouseStyleSet: { region: Slug; version: number };
  /** Whether a region is reminded by itself, and when; the text of the letter has no place here. */
  RemindersSet: { region: Slug; on: boolean; before: number[]; after?: number; digest: boolean };
  /** Another system hears what happens in a region from now on, or no more; at which server, never at which address of it. */
  WebhookMade: AboutWebhook;
  WebhookRemoved: AboutWebhook;
  WebhookSecretRenewed: AboutWebhook;
  WebhookSwitched: AboutWebhook & { on: boolean };
  SecurityLogRead: object;
  /** What was past its term is gone, up to and including an entry with this hash. */
  EntriesForgotten: { through: number; throughHash: Hex };
}

type SecurityFacts = OwnFacts & Record<PeopleEventType, InPeopleRecord>;

export const ownSecurityKinds = [
  'SignedIn',
  'SignInFailed',
  'SignInThrottled',
  'SecondStepFailed',
  'RecoveryCodeUsed',
  'SecondFactorSet',
  'RecoveryCodesMade',
  'SecondFactorEnded',
  'SignedOut',
  'SignedOutElsewhere',
  'WritesThrottled',
  'LinkRefused',
  'RecordedByLink',
  'MailLinksRevoked',
  'CalendarFeedMade',
  'CalendarFeedRevoked',
  'RightsRefused',
  'ForgedFormRefused',
  'FurtherRefusals',
  'RecordExported',
  'BackupMade',
  'BackupRestored',
  'PaperErased',
  'HouseStyleSet',
  'RemindersSet',
  'WebhookMade',
  'WebhookRemoved',
  'WebhookSecretRenewed',
  'WebhookSwitched',
  'SecurityLogRead',
  'EntriesForgotten',
  'ServerStarted',
  'ServerStopped',
] as const satisfies readonly (keyof OwnFacts)[];

const peopleKinds = [
  'PersonAdded',
  'RoleGiven',
  'RoleEnded',
  'PersonCorrected',
  'PersonErased',
  'LinkMade',
  'PasswordChosen',
] as const satisfies readonly PeopleEventType[];

export const securityKinds = [...ownSecurityKinds, ...peopleKinds] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** What every kind can say. */
interface Who {
  /** Whose session it is; of a failed sign-in whose account was tried. */
  person?: Id;
  /** Whom it is about, where that is somebody else. */
  about?: Id;
}

/** Before it has its place. */
export type NewSecurityEntry = {
  [K in SecurityKind]: Who & { type: K; sender?: Partial<Sender> | undefined; facts: SecurityFacts[K] };
}[SecurityKind];

/** As it was stored. */
export type SecurityEntry = {
  [K in SecurityKind]: {
    sequence: number;
    type: K;
    format: number;
    on: Day;
    recordedAt: Instant;
    facts: SecurityFacts[K] & Who & Partial<Sender>;
    previous: Hex;
    hash: Hex;
  };
}[SecurityKind];
