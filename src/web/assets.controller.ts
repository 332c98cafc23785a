// What pages link to: the stylesheet, the typeface, the icon.
import { Controller, Get, Headers, Param } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import { packed } from '../http/page/answer.js';
import { font, icon, sheet } from '../http/page/stylesheet.js';

const forEver = 'public, max-age=31536000, immutable';

@Controller()
export class AssetsController {
  @Get('sluis-:digest.css')
  styles(@Param('digest') digest: string, @Headers('accept-encoding') accepted: string | undefined): Answer {
    if (sheet.path !== `/sluis-${digest}.css`) throw new Refusal('unknown-path');
    return packed(sheet, accepted, { 'content-type': 'text/css; charset=utf-8', 'Cache-Control': forEver });
  }

  @Get('source-sans-3.woff2')
  font(): Answer {
    return new Answer(200, { 'content-type': 'font/woff2', 'Cache-Control': 'public, max-age=31536000' }, font);
  }

  @Get('sluis.svg')
  icon(): Answer {
    return new Answer(200, { 'content-type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }, icon);
  }
}
