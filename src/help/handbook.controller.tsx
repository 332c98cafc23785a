// The handbook, for who is signed in and for who is not: it holds nothing that is secret.
import { readFile } from 'node:fs/promises';
import { Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReactElement } from 'react';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import { AroundParam, QueryParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { helpPath } from '../http/page/help-paths.js';
import { PageController } from '../http/page/page-controller.js';
import { openToAll } from '../http/server.js';
import { pictureNames } from './chapters.js';
import { chapterNamed, search } from './handbook.js';
import { ChapterPage, GlossaryPage, HandbookPage } from './handbook-pages.js';

const pictures = new URL('../../docs/handboek/beeld/', import.meta.url);
const askedMax = 200;

@PageController(helpPath)
export class HandbookController {
  @Get()
  @RouteConfig(openToAll)
  first(@QueryParam() query: Record<string, string | undefined>, @AroundParam() around: Surroundings): ReactElement {
    const asked = [...(query.zoek ?? '').trim()].slice(0, askedMax).join('');
    return <HandbookPage around={around} chapter={this.named('')} asked={asked} found={search(asked)} />;
  }

  @Get('beeld/:file')
  @RouteConfig(openToAll)
  async picture(@Param('file') file: string): Promise<Answer> {
    if (!pictureNames.includes(file)) throw new Refusal('unknown-path');
    const headers = { 'content-type': 'image/png', 'Cache-Control': 'public, max-age=86400' };
    return new Answer(200, headers, await readFile(new URL(file, pictures)));
  }

  @Get('begrippen')
  @RouteConfig(openToAll)
  glossary(@AroundParam() around: Surroundings): ReactElement {
    return <GlossaryPage around={around} />;
  }

  @Get(':chapter')
  @RouteConfig(openToAll)
  chapter(@Param('chapter') name: string, @AroundParam() around: Surroundings): ReactElement {
    return <ChapterPage around={around} chapter={this.named(name)} />;
  }

  /** @throws Refusal unknown-path */
  private named(name: string) {
    const chapter = chapterNamed(name);
    if (!chapter) throw new Refusal('unknown-path');
    return chapter;
  }
}
