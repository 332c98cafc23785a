// What pages link to: the stylesheet, the typeface, the icon.
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import { font, icon, sheet } from './styles/stylesheet.js';

const forEver = 'public, max-age=31536000, immutable';

@ApiExcludeController()
@Controller()
export class AssetsController {
  @Get('sluis-:digest.css')
  styles(@Param('digest') digest: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (sheet.path !== `/sluis-${digest}.css`) throw new Refusal('unknown-path');
    const zips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    void reply.type('text/css; charset=utf-8').header('Cache-Control', forEver).header('Vary', 'Accept-Encoding');
    return zips ? reply.header('Content-Encoding', 'gzip').send(sheet.zipped) : reply.send(sheet.text);
  }

  @Get('source-sans-3.woff2')
  font(@Res() reply: FastifyReply) {
    return reply.type('font/woff2').header('Cache-Control', 'public, max-age=31536000').send(font);
  }

  @Get('sluis.svg')
  icon(@Res() reply: FastifyReply) {
    return reply.type('image/svg+xml').header('Cache-Control', 'public, max-age=86400').send(icon);
  }
}
