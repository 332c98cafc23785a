// A form that is kept for who fills it in: it holds again what was filled in before, says so, and can begin empty. Where the
// browser runs scripts, what is being filled in is sent to be kept; nothing needs that.
import { createContext, useContext, type ReactNode } from 'react';
import type { Draft } from '../../store/drafts.js';
import { Alert, Button, Paragraph } from './basics.js';
import { draftScript } from './scripts.js';
import { useWording } from './wording.js';

export const draftsPath = '/concepten';

const at = (path: string, place: string): string => `${path}?van=${encodeURIComponent(place)}`;

/** What is kept of the forms of a page, by the address of each: whoever draws the page says so. */
export const DraftsOfPage = createContext<ReadonlyMap<string, Draft>>(new Map());

/** What stands in the fields of a form in place of what its page says; null where nothing was kept. */
const FilledIn = createContext<URLSearchParams | null>(null);

interface KeepingProps {
  action: string;
  /** The address of the form, where it is not where it is sent. */
  place?: string;
  /** What was kept, where the form was already made of it; null where it holds what was sent just now. */
  kept?: Draft | null;
  /** The page itself says that it was filled in before. */
  isTold?: boolean;
  method?: 'get' | 'post';
  className?: string;
  encType?: string | undefined;
  noValidate?: boolean;
  children: ReactNode;
}

export function KeepingForm({ place, kept, isTold, children, method = 'post', ...own }: KeepingProps) {
  const here = place ?? own.action;
  const draft = useDraft(here, kept);
  const fields = kept === undefined && draft ? new URLSearchParams(draft.fields) : null;
  const form = (
    <form {...own} method={method} acceptCharset="utf-8" data-concept={at(draftsPath, here)}>
      <FilledIn value={fields}>{children}</FilledIn>
      <script src={draftScript.path} defer />
    </form>
  );
  return draft && !isTold ? (
    <div>
      <DraftShown place={here} kept={draft} />
      {form}
    </div>
  ) : (
    form
  );
}

const useDraft = (place: string, kept: Draft | null | undefined): Draft | null => {
  const found = useContext(DraftsOfPage).get(place) ?? null;
  return kept === undefined ? found : kept;
};

/** That what was filled in before stands in the form, which can begin empty; nothing where it does not. */
export const DraftShown = ({ place, kept }: Required<Pick<KeepingProps, 'place'>> & Pick<KeepingProps, 'kept'>) => {
  const { drafts: words } = useWording();
  const draft = useDraft(place, kept);
  if (!draft) return null;
  return (
    <Alert tone="info">
      <Paragraph>{words.shown(draft.keptAt, draft.now)}</Paragraph>
      <form method="post" action={at(`${draftsPath}/weg`, place)}>
        <Button>{words.remove}</Button>
      </form>
    </Alert>
  );
};

/** What stands in a field: what was filled in before where its form was kept, else what its page says. */
export function useFilledIn({ name, kind }: { name: string; kind: string }, value: string): string {
  const kept = useContext(FilledIn);
  if (kept === null || kind === 'file' || kind === 'hidden') return value;
  if (kind === 'check') return kept.get(name) ?? '';
  if (kind !== 'checks') return kept.get(name) ?? value;
  const ticked = [...kept.keys()].filter((one) => one.startsWith(`${name}/`));
  return ticked.map((one) => one.slice(name.length + 1)).join(' ');
}

/** By which a form is recognised, or from what it was made: it stays with what was filled in. */
export const Carried = ({ name, value }: { name: 'sleutel' | 'gelezen'; value: string | number }) => (
  <input type="hidden" name={name} value={useContext(FilledIn)?.get(name) ?? value} />
);
