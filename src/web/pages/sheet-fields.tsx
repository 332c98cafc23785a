// Where a sheet is pasted, or chosen as a file.
import { FormField } from '../../http/page/fields.js';
import { useWording } from '../../http/page/wording.js';

/** @param text what was pasted before, or read out of a file */
export const SheetFields = ({ text }: { text: string }) => {
  const { peopleSheetWords: words } = useWording();
  return (
    <>
      <FormField
        field={{ name: 'sheet', label: words.paste, kind: 'lines', hint: words.pasteHint, sometimes: true, rows: 10 }}
        value={text}
        error={undefined}
      />
      <div className="utrecht-form-field utrecht-form-field--text sluis-field">
        <label className="utrecht-form-label utrecht-form-field__label" htmlFor="file">
          {words.file}
        </label>
        <div className="utrecht-form-field-description utrecht-form-field__description" id="file-hint">
          {words.fileHint}
        </div>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="file"
          id="file"
          name="file"
          accept=".xlsx,.csv,.txt"
          aria-describedby="file-hint"
        />
      </div>
    </>
  );
};
