// The pages of the second step: asking its code, setting it up, its codes on paper, and ending it.
import { encodeQR } from 'qr';
import type { ReactNode } from 'react';
import { Alert, Button, ButtonLink, Link, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { accountPath, factorPath } from '../http/page/top-bar.js';
import { useWording } from '../http/page/wording.js';
import type { FactorNow, FactorToSet } from './factors.js';
import { keptField, Wrong } from './sign-in-page.js';

interface CodeProps {
  around: Surroundings;
  next: string;
  kept: string | undefined;
  ticket: string;
  error?: string;
}

/** The second step of signing in. */
export const CodePage = ({ around, next, kept, ticket, error }: CodeProps) => {
  const { secondFactor: words, signIn } = useWording();
  return (
    <Frame title={words.ask} around={around} wrong={error !== undefined}>
      <Wrong error={error} />
      <form className="sluis-form" method="post" action="/aanmelden/code" acceptCharset="utf-8">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="ticket" value={ticket} />
        {kept !== undefined && <input type="hidden" name={keptField} value={kept} />}
        <CodeInput id="code" label={words.askCode} hint={words.codeHint} />
        <p className="sluis-actions">
          <Button primary>{signIn.submit}</Button>
          <Link href="/aanmelden">{words.again}</Link>
        </p>
      </form>
      <Paragraph quiet>{words.lost}</Paragraph>
    </Frame>
  );
};

const CodeInput = ({ id, label, hint }: { id: string; label: string; hint: string }) => (
  <div className="utrecht-form-field utrecht-form-field--text sluis-field">
    <label className="utrecht-form-label utrecht-form-field__label" htmlFor={id}>
      {label}
    </label>
    <div className="utrecht-form-field-description utrecht-form-field__description" id={`${id}-hint`}>
      {hint}
    </div>
    <input
      className="utrecht-textbox utrecht-textbox--html-input"
      id={id}
      name="code"
      type="text"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      aria-describedby={`${id}-hint`}
      required
    />
  </div>
);

interface SetUpProps {
  around: Surroundings;
  toSet: FactorToSet;
  /** Whether nothing else can be done before it. */
  must: boolean;
  next: string;
  error?: string | undefined;
}

export const SetUpPage = ({ around, toSet, must, next, error }: SetUpProps) => {
  const { secondFactor: words, signIn, form } = useWording();
  const action = `${factorPath}?${new URLSearchParams({ next }).toString()}`;
  return (
    <Frame title={words.setUp} around={around} trail={must ? [] : trailOf(signIn.account)} wrong={error !== undefined}>
      <Wrong error={error} />
      {must && (
        <Alert tone="warning">
          <Paragraph>{words.must}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.needs}</Paragraph>
      <Section title={words.scan}>
        <Square text={toSet.address} title={words.square} />
        <Paragraph>
          <Link href={toSet.address}>{words.openApp}</Link>
        </Paragraph>
        <Paragraph>
          {words.orType} <code className="sluis-link">{toSet.secret.match(/.{4}/g)?.join(' ')}</code>
        </Paragraph>
      </Section>
      <form className="sluis-form" method="post" action={action} acceptCharset="utf-8">
        <input type="hidden" name="sealed" value={toSet.sealed} />
        <CodeInput id="code" label={words.code} hint={words.codeHint} />
        <p className="sluis-actions">
          <Button primary name="doet" value="instellen">
            {words.turnOn}
          </Button>
          {!must && <Link href={accountPath}>{form.cancel}</Link>}
        </p>
      </form>
    </Frame>
  );
};

const trailOf = (label: string) => [{ href: accountPath, label }];

/** Dark on white, also where the page is dark: a camera reads nothing else. */
const Square = ({ text, title }: { text: string; title: string }) => {
  const rows = encodeQR(text, 'raw', { border: 4, ecc: 'medium' });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="sluis-square"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

interface CodesProps {
  around: Surroundings;
  title: string;
  codes: readonly string[];
  next: string;
}

/** Codes for paper, once. */
export const CodesPage = ({ around, title, codes, next }: CodesProps) => {
  const { secondFactor: words } = useWording();
  return (
    <Frame title={title} around={around}>
      <Section title={words.codesTitle}>
        <Paragraph>{words.codesWhy}</Paragraph>
        <ul className="sluis-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Section>
      <p className="sluis-actions sluis-noprint">
        <ButtonLink href={next} primary>
          {words.goOn}
        </ButtonLink>
      </p>
    </Frame>
  );
};

interface KeepProps {
  around: Surroundings;
  factor: FactorNow;
  /** Whether a role asks it, so that it cannot be ended. */
  must: boolean;
  error?: string | undefined;
}

/** What can be done with it by who has it. */
export const FactorPage = ({ around, factor, must, error }: KeepProps) => {
  const { secondFactor: words, signIn, longDay } = useWording();
  return (
    <Frame title={words.title} around={around} trail={trailOf(signIn.account)} wrong={error !== undefined}>
      <Wrong error={error} />
      <Paragraph>{words.on(longDay(factor.since.slice(0, 10)), factor.left)}</Paragraph>
      <Section title={words.newCodes}>
        <Paragraph>{words.newCodesWhy}</Paragraph>
        <ByCode does="codes">{words.newCodes}</ByCode>
      </Section>
      <Section title={words.end}>
        <Paragraph>{must ? words.endNot : words.endWhy}</Paragraph>
        {!must && <ByCode does="uitzetten">{words.end}</ByCode>}
      </Section>
    </Frame>
  );
};

const ByCode = ({ does, children }: { does: string; children: ReactNode }) => {
  const { secondFactor: words } = useWording();
  return (
    <form className="sluis-form" method="post" action={factorPath} acceptCharset="utf-8">
      <CodeInput id={`code-${does}`} label={words.askCode} hint={words.codeHint} />
      <p className="sluis-actions">
        <Button name="doet" value={does}>
          {children}
        </Button>
      </p>
    </form>
  );
};
