// From an element to an answer: a page of HTML, or the way to another.
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Refusal } from '../../domain/refusal.js';
import type { Wording } from '../../wording/wording.js';
import { Answer } from '../answer.js';
import { Spoken } from './wording.js';

type Headers = Answer['headers'];

const html = { 'content-type': 'text/html; charset=utf-8' };

/** A part of a page in that language. */
export const drawn = (part: ReactElement, wording: Wording): string =>
  renderToStaticMarkup(createElement(Spoken, { value: wording }, part));

/** A page in that language. */
export const written = (page: ReactElement, wording: Wording): string => `<!doctype html>${drawn(page, wording)}`;

/** A text that is sent often, and what it is when it is packed. */
export interface Packed {
  text: string;
  zipped: Buffer;
}

/** A text as the browser accepts it; a page, where no headers say otherwise. */
export function packed({ text, zipped }: Packed, accepted = '', headers: Headers = html): Answer {
  const varying = { ...headers, Vary: 'Accept-Encoding' };
  return /\bgzip\b/.test(accepted)
    ? new Answer(200, { ...varying, 'Content-Encoding': 'gzip' }, zipped)
    : new Answer(200, varying, text);
}

/** A page, with another status than 200 or with headers of its own. */
export const shown = (page: ReactElement, wording: Wording, status = 200, headers: Headers = {}): Answer =>
  new Answer(status, { ...html, ...headers }, written(page, wording));

/** What was sent is done: the browser asks for this address, and sends nothing twice. */
export const seeOther = (location: string, headers: Headers = {}): Answer => new Answer(303, { location, ...headers });

/** When to try again, where a refusal says so. */
export const laterIn = ({ facts: { retryAfter } }: Refusal): Headers =>
  retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
