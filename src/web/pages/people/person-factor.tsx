// Whether the second step of somebody is really to be ended.
import type { PersonOnRecord } from '../../../domain/people.js';
import { Button, Link, Paragraph } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';

interface ResetProps {
  around: Surroundings;
  person: PersonOnRecord;
  back: string;
}

export const ResetFactorPage = ({ around, person, back }: ResetProps) => {
  const { secondFactor: words, form, peoplePages } = useWording();
  const name = person.name ?? peoplePages.erasedPerson;
  return (
    <Frame
      title={words.resetTitle}
      around={around}
      kicker={name}
      trail={[
        { href: '/mensen', label: peoplePages.title },
        { href: back, label: name },
      ]}
    >
      <Paragraph>{words.resetWhy(name)}</Paragraph>
      <form method="post" action={`${back}/tweede-stap`} acceptCharset="utf-8">
        <p className="sluis-actions">
          <Button primary>{words.reset}</Button>
          <Link href={back}>{form.cancel}</Link>
        </p>
      </form>
    </Frame>
  );
};
