// What can be done here: a button, or why not and who can. Never a dead control.
import type { Day } from '../../domain/vocabulary.js';
import { ButtonLink } from '../../http/page/basics.js';

export interface Control {
  label: string;
  /** What it is about, where several have the same label. */
  about?: string;
  href: string;
  /** Why it cannot be done, and who can; null when it can. */
  why: string | null;
  /** Whether it looks at or undoes what is there: that is never the one filled button. */
  quiet?: boolean;
  /** Until when it is their turn, null where that is open: of turns that can be taken at once only a day puts one first. */
  day?: Day | null;
}

/** Of steps that are equal, each for another body or phase, none comes before the others. */
function isNext(controls: Control[], one: Control): boolean {
  const [first, ...others] = controls.filter(({ why, quiet }) => why === null && !quiet);
  if (first !== one || others.some(({ label }) => label === one.label)) return false;
  const { day } = one;
  return day === undefined || others.every((other) => day !== null && (other.day == null || day < other.day));
}

export const Controls = ({ controls }: { controls: Control[] }) => (
  <ul className="sluis-controls">
    {controls.map((control) => (
      <li key={control.href}>
        {control.why === null ? (
          <ButtonLink href={control.href} primary={isNext(controls, control)}>
            {control.label}
            {control.about !== undefined && `: ${control.about}`}
          </ButtonLink>
        ) : (
          <p className="sluis-cannot">
            <strong>{control.label}</strong> {control.why}
          </p>
        )}
      </li>
    ))}
  </ul>
);
