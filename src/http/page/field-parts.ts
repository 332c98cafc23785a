// What the parts of a field are called in its page: its classes, and by which its hint and its fault are told with it; and how
// long a text it takes.
interface Named {
  name: string;
  kind: string;
  hint?: string | undefined;
  of?: string;
}

export const fieldClass = (error: string | undefined, more = ''): string =>
  `utrecht-form-field utrecht-form-field--text${error === undefined ? '' : ' utrecht-form-field--invalid'} sluis-field${more}`;

export const hasHint = ({ kind, hint, of }: Named): boolean =>
  of === undefined && (hint !== undefined || kind === 'day' || kind === 'file');

export const textbox = (invalid: string): string =>
  `utrecht-textbox utrecht-textbox--html-input ${invalid && 'utrecht-textbox--invalid'}`;

/** By which the page shows the sections that a choice asks for. */
export const opensClass = ({ opens }: { opens?: string | undefined }): string =>
  opens === undefined ? '' : `sluis-opens--${opens}`;

export const describedBy = (field: Named, error: string | undefined): string | undefined =>
  [...(hasHint(field) ? [`${field.name}-hint`] : []), ...(error === undefined ? [] : [`${field.name}-fout`])].join(
    ' ',
  ) || undefined;

/**
 * How long a text the browser takes. It cuts what is pasted without a word, so it takes more than there can be: the answer then
 * says that it is too long, and has what was filled in.
 */
export const takenOf = ({ max }: { max?: number | undefined }): number | undefined =>
  max === undefined ? undefined : max + 1_000;
