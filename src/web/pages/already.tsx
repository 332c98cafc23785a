// Where somebody comes who goes back to what they confirmed.
import { ButtonLink, Paragraph } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { useWording } from '../../http/page/wording.js';

/** It was recorded, and nothing is sent twice. */
export function AlreadyPage({ around, href }: { around: Surroundings; href: string }) {
  const { form: words } = useWording();
  return (
    <Frame title={words.already} around={around}>
      <Paragraph>{words.alreadyWhy}</Paragraph>
      <p className="sluis-actions">
        <ButtonLink primary href={href}>
          {words.toRecorded}
        </ButtonLink>
      </p>
    </Frame>
  );
}
