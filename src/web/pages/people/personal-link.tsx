// What somebody is told who followed a link from a mail and finds no form there: it was answered already, or it leads nowhere.
import { Alert, ButtonLink, Paragraph, Terms } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import { recordedWords, termsOf, type Described } from '../gate/decision-terms.js';

/** It was recorded already, for this body. */
export interface AnsweredLink {
  body: string;
  moment: string;
  /** What was recorded by this link a moment ago; null later, and for whoever was not by that link alone. */
  answered: Omit<Described, 'wording'> | null;
}

/** It leads nowhere · it is of somebody else · they no longer record for the body · the gate waits for it no longer */
export type DeadLink = { is: 'gone' | 'ended' | 'over' } | { is: 'other'; name: string };

export const AnsweredPage = ({ around, body, moment, answered }: AnsweredLink & { around: Surroundings }) => {
  const wording = useWording();
  const { personalLinks: words, capital } = wording;
  return (
    <Frame title={answered ? words.done : words.decided} kicker={body} around={around}>
      {answered ? (
        <>
          <Alert tone="ok" live>
            <Paragraph>{capital(recordedWords(answered.decision, wording))}.</Paragraph>
          </Alert>
          <div className="sluis-card">
            <Terms items={termsOf({ ...answered, wording })} />
          </div>
          <Paragraph>{words.wrongWhy}</Paragraph>
        </>
      ) : (
        <Paragraph>{words.decidedWhy}</Paragraph>
      )}
      <p className="sluis-actions">
        <ButtonLink href={moment}>{words.toMoment}</ButtonLink>
      </p>
    </Frame>
  );
};

export const DeadLinkPage = (props: DeadLink & { around: Surroundings }) => {
  const { personalLinks: words } = useWording();
  const { title, why } = words.dead[props.is];
  return (
    <Frame title={title} around={props.around}>
      {props.is === 'other' && <Paragraph>{words.signedInAs(props.name)}</Paragraph>}
      <Paragraph>{why}</Paragraph>
      <p className="sluis-actions">
        <ButtonLink href="/taken">{words.toTasks}</ButtonLink>
      </p>
    </Frame>
  );
};
