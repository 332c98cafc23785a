// A page that has the style already which is to be confirmed: for who sets it alone.
import { judgeAccent, type Colour } from '../domain/accent.js';
import { Alert, Button, ButtonLink, Link, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { useWording } from '../http/page/wording.js';
import { houseStylePath } from './paths.js';

interface PreviewProps {
  /** With the house that is looked at. */
  around: Surroundings;
  region: string;
  accent: Colour | null;
  hasLogo: boolean;
  /** Whether it is as the product is. */
  isPlain: boolean;
  /** Whether somebody else was before. */
  isLate: boolean;
  action: string;
  toForm: string;
  toList: string;
}

export const PreviewPage = (props: PreviewProps) => {
  const { around, region, accent, isPlain, isLate } = props;
  const { houseStyle: words } = useWording();
  const trail = [
    { href: houseStylePath, label: words.title },
    { href: props.toList, label: words.titleOf(region) },
  ];
  return (
    <Frame title={words.previewTitle} around={around} trail={trail}>
      {isLate && (
        <Alert tone="error" live>
          <Paragraph>
            {words.late} <Link href={props.toList}>{words.toNow}</Link>
          </Paragraph>
        </Alert>
      )}
      <Paragraph>{isPlain ? words.plain : words.preview}</Paragraph>
      {!isPlain && !props.hasLogo && <Paragraph quiet>{words.noLogo}</Paragraph>}
      {accent !== null && <Accent accent={accent} action={props.action} />}
      {!isLate && (
        <form method="post" action={props.action} acceptCharset="utf-8">
          <p className="sluis-actions">
            <Button primary name="bevestigd" value="ja">
              {words.confirm}
            </Button>
            <ButtonLink href={props.toForm}>{words.change}</ButtonLink>
          </p>
        </form>
      )}
    </Frame>
  );
};

/** As text and where something is chosen, with the figures by which it can be read. */
const Accent = ({ accent, action }: { accent: Colour; action: string }) => {
  const { houseStyle: words } = useWording();
  const judged = judgeAccent(accent);
  return (
    <Section title={words.accent}>
      <Paragraph>{words.contrast(judged)}</Paragraph>
      {judged.resembles !== null && (
        <Alert tone="warning">
          <Paragraph>{words.resembles(judged.resembles)}</Paragraph>
        </Alert>
      )}
      <p>
        <Link href={action}>{words.sampleLink}</Link>
      </p>
      <div className="sluis-choice">
        <input
          className="utrecht-radio-button utrecht-radio-button--html-input"
          type="radio"
          id="proef"
          defaultChecked
        />
        <label htmlFor="proef">{words.samplePressed}</label>
      </div>
    </Section>
  );
};
