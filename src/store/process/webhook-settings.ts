// What the environment says of telling other systems: whether that is done, which of them may be inside the own network, and as
// whom.
import { webhooks as words } from '../../wording/shell/start.js';

export interface WebhookSettings {
  /** Hosts that may be inside a network, and be spoken to without encryption. */
  inside: readonly string[];
  /** By which a public body is known, in the source of each message; absent where nobody gave it. */
  oin?: string;
  /** How long one try may take, and how long is waited after the first that failed, in milliseconds; as it is in use unless given. */
  pace?: WebhookPace;
}

export interface WebhookPace {
  triedFor: number;
  firstPause: number;
}

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

const hostPattern = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[[0-9a-f:]+\]$/;
const oinPattern = /^\d{20}$/;

/**
 * @param unasked whether it is done where nobody said so
 * @returns undefined where nothing is told
 */
export function webhookSettings(given: Given, fault: Fault, unasked: boolean): WebhookSettings | undefined {
  const isOn = given('WEBHOOKS') ?? (unasked ? 'yes' : 'no');
  const inside = (given('WEBHOOK_HOSTS_INSIDE') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const oin = given('ORGANISATION_OIN');
  const strange = inside.filter((host) => !hostPattern.test(host));
  fault(!/^(yes|no)$/.test(isOn), words.on);
  fault(strange.length > 0, words.inside(strange));
  fault(oin !== undefined && !oinPattern.test(oin), words.oin);
  return isOn === 'yes' ? { inside, ...(oin !== undefined && { oin }) } : undefined;
}
