// Who chose what, where each chooses for itself: by option, also one that nobody chose.
import { Terms } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateView } from '../../../wording/gates/views.js';
import type { BodyLine } from '../body-lines.js';

/** So many are named; of more there is the page of the gate. */
const namedMax = 20;

export function Choices({ gate, lines }: { gate: GateView; lines: readonly BodyLine[] }) {
  const { count, listWords, namesInList } = useWording();
  if (!gate.poll) return null;
  const { names } = namesInList(lines.map(({ title }) => title));
  const items = gate.options.map(({ title }): [string, string] => {
    const chose = names.filter((_, i) => lines[i]?.choice === title);
    const named = chose.length > namedMax ? [] : chose;
    return [title, [count(chose.length), ...(named.length > 0 ? [listWords(named)] : [])].join(': ')];
  });
  return <Terms items={items} />;
}
