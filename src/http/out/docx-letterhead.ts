// What stands at the top of a Word file: the logo of a region, which says nothing to who hears it read, and its name beside it.
import type { PaperLogo } from '../../domain/logo.js';
import { logoOnPaper } from './paper-document.js';

/** Of a point, in the unit of a drawing. */
const emu = 12_700;

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

export const mediaOf = ({ kind }: Pick<PaperLogo, 'kind'>): string => `word/media/logo.${kind}`;

/** The kind of its picture, where it has one. */
export const contentTypeOf = (logo: PaperLogo | null): string =>
  logo ? `<Default Extension="${logo.kind}" ContentType="image/${logo.kind}"/>` : '';

/** @param name as XML can hold it; empty where there is none */
export const letterheadXml = (logo: PaperLogo | null, name: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>${logo ? `<w:r>${pictureOf(logo)}</w:r>` : ''}` +
  `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${logo && name !== '' ? '  ' : ''}${name}</w:t></w:r></w:p>`;

/** Marked as decoration, for the name says what it says. */
function pictureOf(logo: PaperLogo): string {
  const { width, height } = logoOnPaper(logo);
  const [cx, cy] = [Math.round(width * emu), Math.round(height * emu)];
  const decorative =
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ' +
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';
  return (
    `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" name="logo" descr="">${decorative.replace('<a:extLst>', `<a:extLst xmlns:a="${drawing}/main">`)}</wp:docPr>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">` +
    '<pic:nvPicPr><pic:cNvPr id="0" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>' +
    '<pic:blipFill><a:blip r:embed="r4"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}
