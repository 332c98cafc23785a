// What can be done here: a button, or why not and who can. Never a dead control.
import { ButtonLink } from '../../http/page/basics.js';

export interface Control {
  label: string;
  /** What it is about, where several have the same label. */
  about?: string;
  href: string;
  /** Why it cannot be done, and who can; null when it can. */
  why: string | null;
}

export const Controls = ({ controls }: { controls: Control[] }) => (
  <ul className="sluis-controls">
    {controls.map(({ label, about, href, why }, i) => (
      <li key={href}>
        {why === null ? (
          <ButtonLink href={href} primary={controls.findIndex((one) => one.why === null) === i}>
            {label}
            {about !== undefined && `: ${about}`}
          </ButtonLink>
        ) : (
          <p className="sluis-cannot">
            <strong>{label}</strong> {why}
          </p>
        )}
      </li>
    ))}
  </ul>
);
