// The letter of the demonstration, as a PDF of one page: enough to be opened and read, by every program that reads one.
import { letter as words } from '../wording/out/demonstration.js';

interface Line {
  text: string;
  size: number;
  bold?: boolean;
  /** The space above it. */
  above: number;
}

const page = { width: 595, height: 842, margin: 70 };
/** So much of its size a letter of Helvetica is wide, on average. */
const letterWidth = 0.5;

/** @param questions as the plan asks them */
export function letterOf(questions: readonly string[]): Buffer {
  const paragraph = (text: string, above = 14) => wrapped(text, { size: 11, above });
  return pdfOf(words.title, [
    ...wrapped(words.heading, { size: 18, bold: true, above: 0 }),
    ...paragraph(words.reference),
    ...paragraph(words.isNone, 20),
    ...wrapped(words.asked, { size: 13, bold: true, above: 28 }),
    ...questions.flatMap((question, i) => paragraph(`${i + 1}. ${question}`)),
    ...paragraph(words.until, 24),
    ...paragraph(words.where),
  ]);
}

/** A text in lines that fit on the page; those after the first stand close below it. */
function wrapped(text: string, { size, bold = false, above }: Omit<Line, 'text'>): Line[] {
  const most = Math.floor((page.width - 2 * page.margin) / (size * letterWidth));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, i) => ({ text: line, size, bold, above: i === 0 ? above : size * 0.45 }));
}

/** PDF 1.4 with two of the fonts that every reader has. */
function pdfOf(title: string, lines: readonly Line[]): Buffer {
  let at = page.height - page.margin;
  const shown = lines.map(({ text, size, bold, above }) => {
    at -= above + size;
    return `BT /${bold ? 'B' : 'R'} ${size} Tf ${page.margin} ${at.toFixed(1)} Td (${escaped(text)}) Tj ET`;
  });
  const content = shown.join('\n');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>`,
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title (${escaped(title)}) >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  return Buffer.from(`${text}${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** As a string of PDF; what Latin-1 does not have is left out. */
const escaped = (text: string): string => text.replace(/[^\x20-\xff]/g, '').replace(/[()\\]/g, String.raw`\$&`);
