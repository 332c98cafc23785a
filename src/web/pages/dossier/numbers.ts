// Which of the values that were reported are numbers.

/**
 * The number that a text is, for a drawing alone; null for any other text. A comma and a point both begin the decimals,
 * but 1.200 is for one reader twelve hundred and for another one and a fifth, so that it is drawn as neither.
 */
export function numberIn(text: string): number | null {
  if (!/^-?\d{1,12}([.,]\d{1,6})?$/.test(text) || /\.\d{3}$/.test(text)) return null;
  return Number(text.replace(',', '.'));
}
