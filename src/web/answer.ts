// From an element to an answer: a page of HTML.
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FastifyReply } from 'fastify';

export const sendPage = (reply: FastifyReply, page: ReactElement, status = 200): FastifyReply =>
  reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('Cache-Control', 'private, no-cache')
    .send(written(page));

export const written = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;
