// The small parts that every page is made of, with the class names of NL Design System.
import type { ReactNode } from 'react';
import type { EventType } from '../../domain/dossier/events.js';
import { useWording } from './wording.js';

interface LinkProps {
  href: string;
  children: ReactNode;
  current?: boolean;
}

export const Link = ({ href, children, current }: LinkProps) => (
  <a className="nl-link" href={href} aria-current={current ? 'page' : undefined}>
    {children}
  </a>
);

/** A link that opens a form: the one thing to do here is primary, all else secondary. */
export const ButtonLink = ({ href, children, primary }: LinkProps & { primary?: boolean }) => (
  <a className={`nl-button nl-button--${primary ? 'primary' : 'secondary'}`} href={href}>
    <span className="nl-button__label">{children}</span>
  </a>
);

interface ButtonProps {
  children: ReactNode;
  primary?: boolean;
  name?: string;
  value?: string;
  /** Sends what was filled in without asking the browser whether it is complete. */
  draft?: boolean;
  /** Where it is sent, when not where its form says. */
  action?: string;
}

export const Button = ({ children, primary, name, value, draft, action }: ButtonProps) => (
  <button
    className={`nl-button nl-button--${primary ? 'primary' : 'secondary'}`}
    type="submit"
    name={name}
    value={value}
    formNoValidate={draft}
    formAction={action}
  >
    <span className="nl-button__label">{children}</span>
  </button>
);

interface HeadingProps {
  level: 1 | 2 | 3;
  id?: string;
  children: ReactNode;
}

export function Heading({ level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={`nl-heading nl-heading--level-${level}`} id={id}>
      {children}
    </Tag>
  );
}

export const Paragraph = ({ children, quiet }: { children: ReactNode; quiet?: boolean }) => (
  <p className={quiet ? 'nl-paragraph sluis-quiet' : 'nl-paragraph'}>{children}</p>
);

/** A part of a page under its own heading. */
export const Section = ({ title, children, id }: { title: string; children: ReactNode; id?: string }) => (
  <section className="sluis-section" id={id}>
    <Heading level={2}>{title}</Heading>
    {children}
  </section>
);

export type Tone = 'info' | 'ok' | 'warning' | 'error';

interface AlertProps {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  /** Read out at once: for what happened because of what the reader just did. */
  live?: boolean;
}

export const Alert = ({ tone, title, children, live }: AlertProps) => (
  <div
    className={`utrecht-alert utrecht-alert--${tone} sluis-alert`}
    role={live ? 'alert' : undefined}
    tabIndex={live ? -1 : undefined}
  >
    <div className="utrecht-alert__content">
      {title !== undefined && <Heading level={2}>{title}</Heading>}
      {children}
    </div>
  </div>
);

/** What was just sent is in the record. @param what its event; left out of what is of no dossier */
export const Recorded = ({ what }: { what?: EventType }) => {
  const { doneWords, recordedWord } = useWording();
  return (
    <Alert tone="ok" live>
      <Paragraph>{what ? doneWords[what] : recordedWord}</Paragraph>
    </Alert>
  );
};

/** Terms with what they stand for. */
export const Terms = ({ items }: { items: [term: string, value: ReactNode][] }) => (
  <dl className="utrecht-data-list sluis-terms">
    {items.map(([term, value], i) => (
      <div className="utrecht-data-list__item" key={`${i} ${term}`}>
        <dt className="utrecht-data-list__item-key">{term}</dt>
        <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{value}</dd>
      </div>
    ))}
  </dl>
);

/** Several lines as they were written. */
export const Lines = ({ text }: { text: string }) => <span className="sluis-lines">{text}</span>;
