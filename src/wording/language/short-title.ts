// The title of a phase where there is room for one word or two: cut at a word, never within one.

/** Words that nothing may end with. */
const linking = new Set(
  'aan bij de door een en het in langs met naar of om op over te tot uit van voor & – -'.split(' '),
);

const lengthMax = 18;

/** Instemming met het verzoek: Instemming. What stands before a colon stands for the rest. The first word stays whole, however long it is. */
export function shortTitle(title: string): string {
  const words = title.split(' ');
  let kept = 1;
  while (kept < words.length && words.slice(0, kept + 1).join(' ').length <= lengthMax) kept++;
  if (kept === words.length) return title;
  while (kept > 1 && linking.has((words[kept - 1] ?? '').toLowerCase())) kept--;
  const [label = ''] = words.slice(0, kept).join(' ').split(/[,;:]/);
  return label;
}
