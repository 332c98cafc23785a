// From an element to an answer: a page of HTML, or the way to another.
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Refusal } from '../../domain/refusal.js';
import type { Wording } from '../../wording/wording.js';
import { Answer } from '../answer.js';
import { Spoken } from './wording.js';

type Headers = Answer['headers'];

const html = { 'content-type': 'text/html; charset=utf-8' };

/** A page in that language. */
export const written = (page: ReactElement, wording: Wording): string =>
  `<!doctype html>${renderToStaticMarkup(createElement(Spoken, { value: wording }, page))}`;

/** A page, with another status than 200 or with headers of its own. */
export const shown = (page: ReactElement, wording: Wording, status = 200, headers: Headers = {}): Answer =>
  new Answer(status, { ...html, ...headers }, written(page, wording));

/** What was sent is done: the browser asks for this address, and sends nothing twice. */
export const seeOther = (location: string, headers: Headers = {}): Answer => new Answer(303, { location, ...headers });

/** When to try again, where a refusal says so. */
export const laterIn = ({ facts: { retryAfter } }: Refusal): Headers =>
  retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
