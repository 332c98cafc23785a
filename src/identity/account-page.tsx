// The page on which somebody sees who they are here, and chooses another password.
import type { KnownPerson } from '../domain/people.js';
import { Alert, Paragraph, Section } from '../http/page/basics.js';
import { accountPath, Frame, type Surroundings } from '../http/page/frame.js';
import { useWording } from '../http/page/wording.js';
import { Input, NewPassword, Wrong } from './sign-in-page.js';

interface AccountProps {
  around: Surroundings;
  person: KnownPerson;
  least: number;
  error?: string;
  done?: boolean;
}

export const AccountPage = ({ around, person, least, error, done = false }: AccountProps) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.account} around={around} wrong={error !== undefined}>
      <Wrong error={error} />
      {done && (
        <Alert tone="ok" live>
          <Paragraph>{words.changed}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.signedInAs(person.name, person.email)}</Paragraph>
      <Section title={words.change}>
        <form className="sluis-form" method="post" action={accountPath}>
          <Input name="former" type="password" label={words.former} autoComplete="current-password" />
          <NewPassword least={least} />
        </form>
        <Paragraph quiet>{words.elsewhere}</Paragraph>
      </Section>
    </Frame>
  );
};
