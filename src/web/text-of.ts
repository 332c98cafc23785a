// What a part of a page says, as plain text: for where there are no tags. Items of a list each have a line.
import { createElement, Fragment, type ReactNode } from 'react';
import { drawn } from '../http/page/answer.js';
import type { Wording } from '../wording/wording.js';

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

export function textOf(node: ReactNode, wording: Wording): string {
  if (typeof node === 'string') return node;
  return drawn(createElement(Fragment, null, node), wording)
    .replace(/<a [^<>]*href="(https?:[^"]*)"[^<>]*>([^<]*)/g, (_, href: string, text: string) =>
      text.trim() === href ? text : `${text} (${href})`,
    )
    .replace(/<\/(li|p|dd)>(?=<)/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => marks[name] ?? '')
    .trim();
}
