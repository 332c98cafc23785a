// What is taken away from somebody who lost it, or whose mail is in other hands: by an administrator, or at the shell.
import type { Sender } from '../domain/security/entries.js';
import type { Id } from '../domain/vocabulary.js';
import type { Revocable } from '../store/people-keeper.js';
import { revokeLinks } from '../store/personal-links.js';
import type { SecurityLog } from '../store/security/security-log.js';
import type { Transaction } from '../store/unit-of-work.js';
import { endFactor } from './second-factor.js';
import { endSessions } from './sessions.js';
import { credentialsOf } from './stored-person.js';

interface Who {
  person: Id;
  about: Id;
  sender: Sender | undefined;
}

/** The security log says it, where there was something. */
export async function revoke(tx: Transaction, security: SecurityLog, what: Revocable, who: Who): Promise<void> {
  if (what === 'mail-links') {
    const links = await revokeLinks(tx.manager, who.about);
    if (links > 0) await security.add(tx, { type: 'MailLinksRevoked', ...who, facts: { links } });
    return;
  }
  if (await endFactor(tx.manager, who.about)) await security.add(tx, { type: 'SecondFactorEnded', ...who, facts: {} });
  await endSessions(tx.manager, who.about);
}

/** @returns whether they had a second step */
export async function endFactorAtShell(tx: Transaction, security: SecurityLog, email: string): Promise<boolean> {
  const found = await credentialsOf(tx.manager, email);
  if (!found || !(await endFactor(tx.manager, found.id))) return false;
  await security.add(tx, { type: 'SecondFactorEnded', about: found.id, facts: { origin: 'shell' } });
  return true;
}
