// What Sluis cannot know of an installation, and has to tell there: who runs it, and whom to ask.
import { isPhone } from '../../domain/people.js';
import { duty as words } from '../../wording/shell/start.js';

/** Each is absent where nobody said so; the pages then name the setting that says it. */
export interface DutySettings {
  /** The public body that runs this installation, and that answers for the personal data in it. */
  organisation?: string | undefined;
  phone?: string | undefined;
  /** Who guards privacy there, as a URI. */
  privacyOfficer?: string | undefined;
  /** The privacy statement of that body itself. */
  privacyStatement?: string | undefined;
  /** The accessibility statement that it registered for this installation. */
  accessibilityStatement?: string | undefined;
}

const nameMax = 200;

export const emailPattern = /^[^\s@:/]+@[^\s@:/]+$/;

type Given = (name: string) => string | undefined;
type Fault = (condition: boolean, sentence: string) => void;

export function dutySettings(given: Given, fault: Fault): DutySettings {
  const [organisation, phone] = [given('ORGANISATION'), given('CONTACT_PHONE')];
  fault((organisation ?? '').length > nameMax, words.organisation(nameMax));
  fault(phone !== undefined && !isPhone(phone), words.phone);
  const [officer, privacyStatement] = [given('PRIVACY_OFFICER'), given('PRIVACY_STATEMENT')];
  fault(officer !== undefined && uriOf(officer) === undefined, words.privacyOfficer);
  fault(privacyStatement !== undefined && !isSite(privacyStatement), words.privacyStatement);
  const accessibilityStatement = given('ACCESSIBILITY_STATEMENT');
  fault(accessibilityStatement !== undefined && !isSite(accessibilityStatement), words.accessibilityStatement);
  const privacyOfficer = officer === undefined ? undefined : uriOf(officer);
  return { organisation, phone, privacyOfficer, privacyStatement, accessibilityStatement };
}

const isSite = (text: string): boolean => /^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text);

/** An e-mail address, or one of https, as a URI; a name alone is an e-mail address. */
export const uriOf = (text: string): string | undefined =>
  isSite(text) ? text : emailPattern.test(text) ? `mailto:${text}` : undefined;
