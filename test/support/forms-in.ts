// The forms of a page as a browser would send them when nothing is filled in: each button that sends one is one.
import { plain } from './pages.js';

export interface SentForm {
  action: string;
  /** The name of the button that was pressed, with its value; empty for one without a name. */
  button: string;
  fields: [name: string, value: string][];
  /** Where it is kept while it is filled in; null where it is not. */
  keptAt: string | null;
  /** The fields that somebody fills in or chooses. */
  asks: string[];
}

/** @param page as the server wrote it */
export function formsIn(page: string, at: string): SentForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, own = '', inside = '']) => {
    if (attribute(own, 'method') !== 'post') return [];
    const fields = fieldsIn(inside);
    const keptAt = attribute(own, 'data-concept');
    const asks = asksIn(inside);
    return [...inside.matchAll(/<button\b([^>]*)>/g)].flatMap(([, button = '']) => {
      if (attribute(button, 'type') === 'button' || /\bdisabled\b/.test(button)) return [];
      const action = attribute(button, 'formaction') ?? attribute(own, 'action') ?? at;
      const name = attribute(button, 'name');
      const pressed = name === null ? [] : [[name, attribute(button, 'value') ?? ''] satisfies [string, string]];
      return [{ action, button: pressed.join(), fields: [...fields, ...pressed], keptAt, asks }];
    });
  });
}

/** Where the buttons of a page that are links lead. */
export const buttonsIn = (page: string): string[] =>
  [...page.matchAll(/<a\b([^>]*)>/g)].flatMap(([, own = '']) =>
    /\bnl-button\b/.test(own) ? (attribute(own, 'href') ?? []) : [],
  );

const asksIn = (form: string): string[] =>
  [...form.matchAll(/<(?:input|textarea|select)\b([^>]*)>/g)].flatMap(([, own = '']) =>
    attribute(own, 'type') === 'hidden' ? [] : (attribute(own, 'name') ?? []),
  );

function fieldsIn(form: string): SentForm['fields'] {
  const found = /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  return [...form.matchAll(found)].flatMap(([, input, area, text, select, options]): SentForm['fields'] => {
    const own = input ?? area ?? select ?? '';
    const name = attribute(own, 'name');
    const value = text?.replace(/^\n/, '') ?? (options === undefined ? typedIn(own) : chosenIn(options));
    return name === null || value === null || /\bdisabled\b/.test(own) ? [] : [[name, plain(value)]];
  });
}

/** What a box sends; null where it sends nothing. */
function typedIn(own: string): string | null {
  const kind = attribute(own, 'type') ?? 'text';
  const ticks = ['checkbox', 'radio'].includes(kind);
  if (kind === 'file' || (ticks && !/\bchecked\b/.test(own))) return null;
  return attribute(own, 'value') ?? (ticks ? 'on' : '');
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, own = '', text = '']) => ({ own, text }));
  const one = all.find(({ own }) => /\bselected\b/.test(own)) ?? all[0];
  return one ? (attribute(one.own, 'value') ?? one.text) : '';
}

const attribute = (own: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(own);
  return found ? plain(found[1] ?? '') : null;
};
