// What pages link to: the stylesheet, the script, the typeface, the icon.
import { Controller, Get, Headers, Param } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import { packed } from '../http/page/answer.js';
import { draftScript, liveScript } from '../http/page/scripts.js';
import { font, icon, sheet } from '../http/page/stylesheet.js';

/** The same for everybody, whatever cookie comes along. */
const kept = (type: string, seconds: number) => ({
  'content-type': type,
  'Cache-Control': `public, max-age=${seconds}`,
  Vary: 'Accept-Encoding',
});
const year = 31_536_000;
/** Its name holds its digest. */
const forEver = (type: string) => {
  const headers = kept(type, year);
  return { ...headers, 'Cache-Control': `${headers['Cache-Control']}, immutable` };
};

@Controller()
export class AssetsController {
  @Get('sluis-:digest.css')
  styles(@Param('digest') digest: string, @Headers('accept-encoding') accepted: string | undefined): Answer {
    if (sheet.path !== `/sluis-${digest}.css`) throw new Refusal('unknown-path');
    return packed(sheet, accepted, forEver('text/css; charset=utf-8'));
  }

  @Get('sluis-:digest.js')
  script(@Param('digest') digest: string, @Headers('accept-encoding') accepted: string | undefined): Answer {
    const found = [liveScript, draftScript].find(({ path }) => path === `/sluis-${digest}.js`);
    if (!found) throw new Refusal('unknown-path');
    return packed(found, accepted, forEver('text/javascript; charset=utf-8'));
  }

  @Get('source-sans-3.woff2')
  font(): Answer {
    return new Answer(200, kept('font/woff2', year), font);
  }

  @Get('sluis.svg')
  icon(): Answer {
    return new Answer(200, kept('image/svg+xml', 86_400), icon);
  }
}
