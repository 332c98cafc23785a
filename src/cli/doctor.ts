// Looks at everything that a server needs and says of each how it is, beside a running server or while it is off.
import { Mendable } from '../store/process/mendable.js';
import { doctor as words } from '../wording/shell/doctor.js';
import { examine } from './examine.js';

/** @throws Mendable when something is wrong; what is only doubtful is said and not counted */
export async function doctor(): Promise<void> {
  const findings = await examine(process.env);
  for (const { about, verdict, says } of findings) console.log(words.line(verdict, words.about[about], says));
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong');
  if (wrong.length > 0) throw new Mendable(words.wrong(wrong.map(({ about }) => words.about[about])));
}
