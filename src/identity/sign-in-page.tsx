// Signing in, and choosing a password by a one-time link.
import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { SigningIn, SignInPages } from '../http/page/sign-in-pages.js';
import { Places, type OpenAccounts } from '../http/places.js';
import { useWording } from '../http/page/wording.js';
import { Alert, Button, Heading, Paragraph, Section } from '../http/page/basics.js';
import { KeptForm } from '../http/page/kept-form.js';
import { Frame, type Surroundings } from '../http/page/frame.js';

interface SignInProps extends SigningIn {
  around: Surroundings;
  open: readonly OpenAccounts[];
}

/** The field in which what was filled in goes along with signing in, as it was sent. */
export const keptField = 'ingevuld';

const SignInPage = ({ around, next, email = '', error, kept, open }: SignInProps) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.title} around={around} wrong={error !== undefined}>
      <Wrong error={error} />
      {kept === undefined ? (
        <p className="sluis-lead">{words.what}</p>
      ) : (
        <Alert tone="warning" live>
          <Paragraph>{words.kept}</Paragraph>
        </Alert>
      )}
      {open.map((some) => (
        <Accounts key={some.password} {...some} next={next} kept={kept} />
      ))}
      {open.length > 0 && <h2 className="nl-heading nl-heading--level-2 sluis-form-head">{words.withPassword}</h2>}
      <form className="sluis-form" method="post" action="/aanmelden" acceptCharset="utf-8">
        <input type="hidden" name="next" value={next} />
        {kept !== undefined && <input type="hidden" name={keptField} value={kept} />}
        <Input name="email" type="email" label={words.email} autoComplete="username" value={email} />
        <Input name="password" type="password" label={words.password} autoComplete="current-password" />
        <p className="sluis-actions">
          <Button primary>{words.submit}</Button>
        </p>
      </form>
      <Paragraph quiet>{words.forgotten}</Paragraph>
    </Frame>
  );
};

@Injectable()
export class OwnSignInPages implements SignInPages {
  constructor(private readonly places: Places) {}

  page(around: Surroundings, props: SigningIn): ReactElement {
    return <SignInPage around={around} open={this.places.openAccounts} {...props} />;
  }
}

/** One button signs in as that person: nobody copies an address and a password to have a look. */
const Accounts = ({ groups, password, next, kept }: OpenAccounts & Pick<SigningIn, 'next' | 'kept'>) => {
  const wording = useWording();
  const { signIn: words } = wording;
  return (
    <Section title={words.accounts}>
      <Paragraph quiet>
        {words.accountsPassword} <code>{password}</code>
      </Paragraph>
      {groups.map(({ title, accounts }, i) => (
        <Group
          key={i}
          title={title && title(wording)}
          accounts={accounts}
          password={password}
          next={next}
          kept={kept}
        />
      ))}
    </Section>
  );
};

type GroupProps = Pick<SigningIn, 'next' | 'kept'> &
  Pick<OpenAccounts, 'password'> & { title: string | null; accounts: OpenAccounts['groups'][number]['accounts'] };

const Group = ({ title, accounts, password, next, kept }: GroupProps) => (
  <div className="sluis-people">
    {title !== null && <Heading level={3}>{title}</Heading>}
    <ul className="sluis-accounts">
      {accounts.map((account) => (
        <li key={account.email}>
          <form method="post" action="/aanmelden" acceptCharset="utf-8">
            <input type="hidden" name="next" value={next} />
            {kept !== undefined && <input type="hidden" name={keptField} value={kept} />}
            <input type="hidden" name="email" value={account.email} />
            <input type="hidden" name="password" value={password} />
            <button className="nl-button nl-button--secondary" type="submit" title={account.email}>
              <span className="nl-button__label">
                {title !== null && <span className="sluis-unseen">{title} </span>}
                {account.title}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  </div>
);

/** The form waits as it was sent, and is looked at once more before anything is recorded. */
export const ResumePage = ({ around, next, kept }: { around: Surroundings; next: string; kept: string }) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.resumed} around={around}>
      <Paragraph>{words.resumedWhy}</Paragraph>
      <KeptForm action={next} kept={kept} />
    </Frame>
  );
};

interface InvitationProps {
  around: Surroundings;
  name: string;
  action: string;
  least: number;
  error?: string | undefined;
}

/** A link that was used, replaced or is too old. */
export const GoneLinkPage = ({ around }: { around: Surroundings }) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.gone} around={around}>
      <Paragraph>{words.goneWhy}</Paragraph>
    </Frame>
  );
};

export const InvitationPage = ({ around, name, action, least, error }: InvitationProps) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.choose} around={around} wrong={error !== undefined}>
      <Wrong error={error} />
      <Paragraph>{words.welcome(name)}</Paragraph>
      <form className="sluis-form" method="post" action={action}>
        <NewPassword least={least} />
      </form>
    </Frame>
  );
};

/** The field for a password that is chosen, and the button that keeps it. */
export const NewPassword = ({ least }: { least: number }) => {
  const { signIn: words } = useWording();
  return (
    <>
      <Input
        name="password"
        type="password"
        label={words.newPassword}
        hint={words.least(least)}
        autoComplete="new-password"
        minLength={least}
      />
      <p className="sluis-actions">
        <Button primary>{words.save}</Button>
      </p>
    </>
  );
};

export const Wrong = ({ error }: { error: string | undefined }) =>
  error === undefined ? null : (
    <Alert tone="error" live>
      <Paragraph>{error}</Paragraph>
    </Alert>
  );

interface InputProps {
  name: string;
  type: 'email' | 'password' | 'tel';
  label: string;
  hint?: string;
  autoComplete: string;
  value?: string;
  minLength?: number;
  optional?: true;
}

export const Input = ({ name, type, label, hint, autoComplete, value, minLength, optional }: InputProps) => (
  <div className="utrecht-form-field utrecht-form-field--text sluis-field">
    <label className="utrecht-form-label utrecht-form-field__label" htmlFor={name}>
      {label}
    </label>
    {hint !== undefined && (
      <div className="utrecht-form-field-description utrecht-form-field__description" id={`${name}-hint`}>
        {hint}
      </div>
    )}
    <input
      className="utrecht-textbox utrecht-textbox--html-input"
      id={name}
      name={name}
      type={type}
      autoComplete={autoComplete}
      defaultValue={value}
      minLength={minLength}
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      required={!optional}
    />
  </div>
);
