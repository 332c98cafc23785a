// Takes what tells who somebody is out of everything that is kept beside the record: they cannot sign in, and no kept answer
// names them any more. The record erases its own texts.
import { Like, type EntityManager } from 'typeorm';
import type { Id } from '../domain/vocabulary.js';
import { packAnswer, unpackAnswer } from '../http/answer.js';
import { KeptAnswer } from '../store/kept-answers.js';
import { endFactor } from './second-factor.js';
import { endSessions, StoredInvitation } from './sessions.js';

export async function forgetPerson(manager: EntityManager, person: Id): Promise<void> {
  await endSessions(manager, person);
  await endFactor(manager, person);
  await manager.delete(StoredInvitation, { person });
  for (const kept of await manager.find(KeptAnswer, { where: { answer: Like(`%"${person}"%`) } })) {
    const { body, ...rest } = unpackAnswer(kept.answer);
    const answer = packAnswer({ ...rest, body: JSON.stringify(nameless(JSON.parse(body), person)) });
    await manager.update(KeptAnswer, { person: kept.person, key: kept.key }, { answer });
  }
}

/** The same value, in which whatever has this id has neither a name nor an address. */
function nameless(value: unknown, person: Id): unknown {
  if (Array.isArray(value)) return value.map((one) => nameless(one, person));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]): [string, unknown] => [name, nameless(one, person)]);
  const found = Object.fromEntries(entries);
  if (found.id !== person) return found;
  for (const name of ['name', 'email']) if (name in found) found[name] = null;
  return found;
}
