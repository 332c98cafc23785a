// From an element to an answer: a page of HTML, or a refusal as a page.
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FastifyReply } from 'fastify';
import type { Sluis } from '../app/sluis.js';
import type { RefusalCode } from '../domain/refusal.js';
import { personOf } from '../http/authentication.js';
import type { RenderPage } from '../http/broken-message.js';
import type { AnswerPage } from '../http/refusal.filter.js';
import { ErrorPage } from './pages/error.js';
import { filledInBy, signInPage } from './signed-out.js';
import { aroundOf } from './visit.js';

export const sendPage = (reply: FastifyReply, page: ReactElement, status = 200): FastifyReply =>
  reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('Cache-Control', 'private, no-cache')
    .send(written(page));

const written = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;

/** What another account may give, or the same one another day. */
const forSomeoneElse = new Set<RefusalCode>(['not-your-body', 'not-your-role', 'assignment-not-valid']);

/** Whoever must sign in to look at something, or to send a form, is asked to, and comes back to it. */
export const refusalAsPage =
  (sluis: Sluis): AnswerPage =>
  (refusal, request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const looks = request.method === 'GET';
    if (refusal?.code === 'sign-in-required' || refusal?.code === 'token-expired') {
      const kept = filledInBy(request, sluis);
      if (looks) return void reply.redirect(`/aanmelden?next=${encodeURIComponent(request.url)}`, 303);
      if (kept !== null) return void sendPage(reply, signInPage(sluis, { next: request.url, kept }), 401);
    }
    const around = aroundOf(personOf(request), sluis);
    const fields = refusal && forSomeoneElse.has(refusal.code) ? filledInBy(request, sluis) : null;
    const kept = fields === null ? null : { fields, action: request.url };
    const page = createElement(ErrorPage, { around, refusal, requestId: request.id, path, sent: !looks, kept });
    sendPage(reply, page, reply.statusCode);
  };

/** For a message of which nothing could be read: nobody is known to have sent it. */
export const brokenAsPage =
  (sluis: Sluis): RenderPage =>
  (refusal, requestId, path) =>
    written(
      createElement(ErrorPage, { around: aroundOf(null, sluis), refusal, requestId, path, sent: false, kept: null }),
    );
