// The control of a file: which can be chosen, and the one that was taken already, which comes along with the form.
import { file } from '../../domain/facts/values.js';
import { formerPaper, leftOut, paperKinds } from '../../domain/papers.js';
import { useWording } from './wording.js';

const accepted = Object.values(paperKinds)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join();

interface FileAsked {
  required?: boolean;
  accept?: string;
}

/** What the input itself says. One that was taken already need not be chosen again. */
export const fileInput = ({ required = false, accept = accepted }: FileAsked, value: string) => ({
  accept,
  required: required && !isTaken(formerPaper(value) ?? value),
});

/** @param fileName how it was called, where that is known */
export const ChosenFile = ({
  name,
  value,
  fileName = '',
}: {
  name: string;
  value: string;
  fileName?: string | undefined;
}) => {
  const { form } = useWording();
  const taken = formerPaper(value) ?? value;
  return isTaken(taken) ? (
    <div className="sluis-chosen">
      <input type="hidden" name={name} value={taken} />
      {fileName !== '' && <input type="hidden" name={`${name}Name`} value={fileName} />}
      <p>{form.fileChosen(fileName)}</p>
      <label className="sluis-check">
        <input
          className="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          name={`${name}${leftOut}`}
          value="ja"
        />
        {form.fileLeftOut}
      </label>
    </div>
  ) : null;
};

const isTaken = (value: string): boolean => file.judge(value).length === 0;
