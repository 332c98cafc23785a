// What a page or a file says of those who decide at a gate: who, what and when, read from its rows whatever kind of file it is, so that
// one can be held to the other.
export interface ToldFact {
  body: string;
  said: string;
  /** Empty where no day is told. */
  on: string;
}

type Told = string | number | boolean | Date | null | undefined;

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** As a file or a page writes it; null for what is no day. */
function dayIn(cell: Told): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell ?? '').trim();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([a-z]{3})\.? (\d{4})$/.exec(text) ?? [];
  const at = months.indexOf(month);
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const plain = (cell: Told): string =>
  cell instanceof Date
    ? ''
    : String(cell ?? '')
        .replace(/\s+/g, ' ')
        .trim();

const daysHead = /^(Datum|Besloten op)$/;

/** Each row that begins with a college: what stands beside it, and when it decided. In order of name. */
export function factsInRows(rows: readonly (readonly Told[])[]): ToldFact[] {
  let on = -1;
  const told = rows.flatMap((row): ToldFact[] => {
    const [body = '', said = ''] = row.map(plain);
    const isHead = row.some((cell) => daysHead.test(plain(cell)));
    if (isHead || body === '') on = row.findIndex((cell) => daysHead.test(plain(cell)));
    return body.startsWith('College van ') && !isHead ? [{ body, said, on: dayIn(row[on]) ?? '' }] : [];
  });
  return told.sort((one, other) => one.body.localeCompare(other.body));
}

const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

/** The rows of every table in HTML, as text. @param head what the first cell of a row leaves out, as its column says it for all */
export const rowsOfHtml = (html: string, head = ''): string[][] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ''], i) => {
      const text = cell
        .replace(/<svg.*?<\/svg>/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&(#?\w+);/g, (whole, name: string) => letters[name] ?? whole);
      const said = text
        .replace(/\s+/g, ' ')
        .replace(/ ([;,.:)])/g, '$1')
        .trim();
      return i === 0 ? head + said : said;
    }),
  );

/** The cells of a CSV of ours. */
export const rowsOfCsv = (text: string): string[][] =>
  text
    .replace('\uFEFF', '')
    .split(/\r\n(?=")|\r\n$/)
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    );
