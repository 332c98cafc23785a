// Makes the first administrator of an installation, who can invite everyone else; and a link for one who lost the password,
// beside a running server or while it is off.
import { configure } from '../store/process/configuration.js';
import { Demonstration } from '../app/demonstration.js';
import { Administrators } from '../store/directory.js';
import { email as emailKind } from '../domain/facts/values.js';
import { Refusal } from '../domain/refusal.js';
import type { Hex } from '../domain/vocabulary.js';
import { isFolderInUse } from '../store/lock.js';
import { digestOf, linkTo, newSecret } from '../store/one-time-links.js';
import { mustBeIn } from '../store/opening.js';
import { Mendable } from '../store/process/mendable.js';
import { askBeside, type LinkAnswer } from '../store/shell-link.js';
import { shell } from '../wording/shell/shell.js';
import { WrongUse, type Given } from './command.js';
import { withSluis } from './with-sluis.js';

export async function administratorCreate({ positionals: [email = ''] }: Given): Promise<void> {
  if (emailKind.judge(email).length > 0) throw new WrongUse(shell.administrator.noAddress(email));
  const configuration = configure('serve', process.env);
  await withSluis({ configuration, begins: true }, async (sluis) => {
    await sluis.get(Demonstration).refuse();
    const { link, expiresAt } = await sluis.get(Administrators).createAdministrator(email, shell.administrator.name);
    console.log(shell.administrator.made(link, expiresAt));
  });
}

export async function administratorLink({ positionals: [email = ''] }: Given): Promise<void> {
  if (emailKind.judge(email).length > 0) throw new WrongUse(shell.administrator.noAddress(email));
  const configuration = configure('serve', process.env);
  const secret = newSecret();
  const hash = digestOf(configuration.sessionSecret, secret);
  mustBeIn(configuration.folder);
  const answer = isFolderInUse(configuration.folder)
    ? await askBeside(configuration, email, hash)
    : await withSluis({ configuration, begins: false }, (sluis) => linkIn(sluis.get(Administrators), email, hash));
  if (!answer) throw new Mendable(shell.administrator.noAnswer);
  if (answer.expiresAt === null) throw refusedLink(answer.refused, email);
  console.log(shell.administrator.made(linkTo(configuration.baseUrl, secret), answer.expiresAt));
}

/** While no server runs: who may use the shell may do this, and nobody else. */
export async function administratorReset({ positionals: [email = ''] }: Given): Promise<void> {
  if (emailKind.judge(email).length > 0) throw new WrongUse(shell.administrator.noAddress(email));
  const configuration = configure('serve', process.env);
  mustBeIn(configuration.folder);
  await withSluis({ configuration, begins: false }, async (sluis) => {
    if (!(await sluis.get(Administrators).endFactorOf(email))) throw new Mendable(shell.administrator.noFactor(email));
  });
  console.log(shell.administrator.factorEnded(email));
}

async function linkIn(administrators: Administrators, email: string, hash: Hex): Promise<LinkAnswer> {
  try {
    return { hash, expiresAt: await administrators.linkForAdministrator(email, hash), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { hash, expiresAt: null, refused: error.code };
  }
}

function refusedLink(why: LinkAnswer['refused'], email: string): Error {
  if (why === 'unknown-person') return new Mendable(shell.administrator.isNone(email));
  if (why === 'other-secret') return new Mendable(shell.administrator.otherSecret);
  return why === null ? new Error('a link is made or refused') : new Refusal(why);
}
