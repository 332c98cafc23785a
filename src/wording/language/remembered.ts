// Words that are asked for again and again, for each line of a long list.

const knownMax = 5_000;

/** The same function, which works out the answer to each question once; it forgets all of them when there are too many. */
export function remembered<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const known = new Map<Q, A>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const found = answer(question);
    if (known.size >= knownMax) known.clear();
    known.set(question, found);
    return found;
  };
}
