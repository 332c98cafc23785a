// How a workbook shows its numbers (ECMA-376, 18.8.31), so far as it changes what somebody reads in them: a day, a share of a
// hundred, a number of a case with zeros or letters before it.

export interface NumberFormat {
  isDay: boolean;
  show: (number: number) => string;
}

/** Formats that Excel itself numbers and that show a day. */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** And two that show a share. */
const ofItself: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };

/** A format of somebody's own shows a day where it has days or years outside what it quotes. */
const showsDay = (code: string): boolean => /[dyj]/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));

/** Fifteen figures, which is all that was kept, with a decimal comma. */
const plain = (number: number): string => String(Number(number.toPrecision(15))).replace('.', ',');

const isPlain = { isDay: false, show: plain };

/** @param code of a format of somebody's own */
export function numberFormat(id: number, code = ofItself[id]): NumberFormat {
  if (code === undefined) return { ...isPlain, isDay: isDayFormat(id) };
  if (showsDay(code)) return { ...isPlain, isDay: true };
  const [first = ''] = code.split(';');
  const share = /^0(?:\.(0+))?%$/.exec(first);
  if (share)
    return { ...isPlain, show: (number) => `${(number * 100).toFixed(share[1]?.length ?? 0).replace('.', ',')}%` };
  return { ...isPlain, show: withZeros(first) ?? plain };
}

/** Of a format that is one row of zeros with letters before or behind it. */
function withZeros(code: string): ((number: number) => string) | null {
  const [, before = '', zeros = '', behind = ''] =
    /^((?:"[^"]*"|\\.|[ -])*)(0+)((?:"[^"]*"|\\.|[ -])*)$/.exec(code) ?? [];
  if (zeros === '' || (zeros === '0' && before + behind === '')) return null;
  const [head, tail] = [before, behind].map((part) => part.replaceAll(/"([^"]*)"|\\(.)/g, '$1$2'));
  return (number) =>
    Number.isInteger(number) && number >= 0
      ? `${head}${String(number).padStart(zeros.length, '0')}${tail}`
      : plain(number);
}
