// What the page of tasks shows: own tasks, and whom who looks waits for.
import { textOf } from './pages.js';

/** A row of somebody who is waited for, at which gate or phase of which dossier. */
export interface WaitsRow {
  at: string;
  /** The address of that gate or dossier. */
  href: string;
  who: string;
  /** What they are to do: all of it. */
  what: string[];
  /** How it stands, as machines are told; null where it is none at a gate. */
  stand: string | null;
  /** Whom to reach. */
  mail: string[];
}

export const ownTasksIn = (html: string): number => [...html.matchAll(/class="sluis-act sluis-task"/g)].length;

/** Where each own task is done. */
export const taskLinksIn = (html: string): string[] =>
  [...html.matchAll(/class="sluis-act sluis-task".*?href="(\/[^"]*)"/gs)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );

export function waitsIn(html: string): WaitsRow[] {
  return html
    .split('<section class="sluis-waits">')
    .slice(1)
    .flatMap((section) => {
      const [, href = '', at = ''] = /<h3[^>]*><a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/s.exec(section) ?? [];
      return section
        .split('class="sluis-act sluis-awaited"')
        .slice(1)
        .map((rest) => ({ at: textOf(at).trim(), href, ...rowIn(rest.split('</li>')[0] ?? '') }));
    });
}

const rowIn = (row: string): Omit<WaitsRow, 'at' | 'href'> => ({
  who: textOf(/<strong>(.*?)<\/strong>/s.exec(row)?.[1] ?? '').trim(),
  what: [...row.matchAll(/class="sluis-act__state">(.*?)<\/span>/gs)].map(([, what = '']) => textOf(what).trim()),
  stand: /data-stand="([^"]*)"/.exec(row)?.[1] ?? null,
  mail: [...row.matchAll(/href="mailto:([^"]*)"/g)].map(([, mail = '']) => decodeURIComponent(mail)),
});

/** How many turns they are, own and those of others. */
export const turnsIn = (html: string): number =>
  ownTasksIn(html) + waitsIn(html).reduce((sum, { what }) => sum + what.length, 0);
