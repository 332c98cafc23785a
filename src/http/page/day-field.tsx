// A day that is asked. Days that are offered are one press away: by the list of the browser, and where scripts run as buttons.
import type { InputHTMLAttributes } from 'react';
import type { Day } from '../../domain/vocabulary.js';
import { useWording } from './wording.js';

interface DayInputProps {
  field: { name: string; days?: readonly Day[]; of?: string };
  /** Its name, label, fault and value, which the form gives to every control alike. */
  input: InputHTMLAttributes<HTMLInputElement>;
}

export function DayInput({ field: { name, days = [], of }, input }: DayInputProps) {
  const { form, fullDay } = useWording();
  if (days.length === 0) return <input {...input} type="date" />;
  const list = `${name}-dagen`;
  return (
    <>
      <input {...input} type="date" list={list} />
      <datalist id={list}>
        {days.map((day) => (
          <option key={day} value={day} />
        ))}
      </datalist>
      {of === undefined && (
        <div className="sluis-days" role="group" aria-label={form.days} data-dagen={name} hidden>
          {days.map((day) => (
            <button key={day} type="button" className="nl-button nl-button--secondary" value={day}>
              <span className="nl-button__label">{fullDay(day)}</span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}
