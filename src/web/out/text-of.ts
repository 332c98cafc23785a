// What a part of a page says, as plain text: for where there are no tags. Items of a list each have a line.
import { createElement, Fragment, type ReactNode } from 'react';
import { drawn } from '../../http/page/answer.js';
import { decidedTerms, type Described } from '../pages/gate/decision-terms.js';
import type { Wording } from '../../wording/wording.js';

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

export const textOf = (node: ReactNode, wording: Wording): string =>
  typeof node === 'string' ? node : plain(drawn(createElement(Fragment, null, node), wording));

const end = 'sluis-end';

/** What was recorded of a decision, each with its name. They are drawn together: that takes less. */
export function decidedTexts(described: Described): [name: string, text: string][] {
  const terms = decidedTerms(described);
  const parts = terms.flatMap(([, node]) => (typeof node === 'string' ? [] : [node, createElement(end)]));
  const texts = drawn(createElement(Fragment, null, ...parts), described.wording).split(`<${end}></${end}>`);
  let next = 0;
  return terms.map(([name, node]) => [name, typeof node === 'string' ? node : plain(texts[next++] ?? '')]);
}

const plain = (html: string): string =>
  html
    .replace(/<a [^<>]*href="(https?:[^"]*)"[^<>]*>([^<]*)/g, (_, href: string, text: string) =>
      text.trim() === href ? text : `${text} (${href})`,
    )
    .replace(/<\/(li|p|dd)>(?=<)/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => marks[name] ?? '')
    .trim();
