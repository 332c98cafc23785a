// A pasted list of decisions: where it is pasted, and what of it seems to be about a question that lies open, each with the way to
// its own form, filled in.
import { Alert, Button, Lines, Link, Paragraph, Section, Terms } from '../../../http/page/basics.js';
import { KeepingForm } from '../../../http/page/keeping.js';
import { FormField, type Choice } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { KeptForm } from '../../../http/page/kept-form.js';
import { multipartType } from '../../../http/multipart.js';
import { useWording } from '../../../http/page/wording.js';

/** An item of the list, as it would fill in the form. */
export interface ItemShown {
  text: string;
  /** In words; null of what is not certain. */
  said: { decision: string | null; on: string | null; reference: string | null };
  /** The form that it fills in, and with what. */
  action: string;
  kept: string;
}

export interface QuestionShown {
  title: string;
  items: ItemShown[];
}

export interface DecisionListProps {
  around: Surroundings;
  trail: { href: string; label: string }[];
  action: string;
  cancel: string;
  /** For whom this person records. */
  bodies: Choice[];
  values: { whose: string; list: string };
  errors: { whose?: string | undefined; list?: string | undefined };
  /** What was found, with whose list it is; null where nothing was looked for. */
  found: { body: string; questions: QuestionShown[] } | null;
}

export const DecisionListPage = (props: DecisionListProps) => {
  const { decisionListWords: words } = useWording();
  const { around, trail, found, errors } = props;
  const wrong = [errors.whose, errors.list].filter((one) => one !== undefined);
  return (
    <Frame title={found ? words.found : words.title} around={around} trail={trail} wrong={wrong.length > 0}>
      {wrong.length > 0 && (
        <Alert tone="error" live>
          {wrong.map((sentence) => (
            <Paragraph key={sentence}>{sentence}</Paragraph>
          ))}
        </Alert>
      )}
      {found ? <Found {...found} /> : <Paragraph>{words.why}</Paragraph>}
      {found ? (
        <details className="sluis-details">
          <summary>{words.again}</summary>
          <ListForm {...props} />
        </details>
      ) : (
        <ListForm {...props} />
      )}
    </Frame>
  );
};

const ListForm = ({ action, cancel, bodies, values, errors, found }: DecisionListProps) => {
  const { decisionListWords: words, form } = useWording();
  const [only, ...others] = bodies;
  return (
    <KeepingForm className="sluis-form" action={action} encType={multipartType} {...(found && { kept: null })}>
      {only && others.length === 0 ? (
        <input type="hidden" name="orgaan" value={only.value} />
      ) : (
        <FormField
          field={{ name: 'orgaan', label: words.whose, kind: 'select', required: true, choices: bodies }}
          value={values.whose}
          error={errors.whose}
        />
      )}
      <FormField
        field={{ name: 'sheet', label: words.list, kind: 'lines', required: true, rows: 14 }}
        value={values.list}
        error={errors.list}
      />
      <p className="sluis-actions">
        <Button primary>{words.look}</Button>
        <Link href={cancel}>{form.cancel}</Link>
      </p>
    </KeepingForm>
  );
};

const Found = ({ body, questions }: NonNullable<DecisionListProps['found']>) => {
  const { decisionListWords: words } = useWording();
  if (questions.length === 0) return <Paragraph>{words.noQuestions(body)}</Paragraph>;
  return questions.map(({ title, items }) => (
    <Section key={title} title={`${body}: ${title}`}>
      {items.length === 0 && <Paragraph>{words.none}</Paragraph>}
      {items.length > 1 && <Paragraph quiet>{words.maybe}</Paragraph>}
      {items.map((item) => (
        <Item key={item.text} {...item} />
      ))}
    </Section>
  ));
};

const Item = ({ text, said, action, kept }: ItemShown) => {
  const { decisionListWords: words } = useWording();
  return (
    <div className="sluis-asked">
      <blockquote>
        <Lines text={text} />
      </blockquote>
      <Terms
        items={[
          [words.decision, said.decision ?? words.unsure],
          [words.on, said.on ?? words.unsure],
          [words.reference, said.reference ?? words.unsure],
        ]}
      />
      <KeptForm action={action} kept={kept} label={words.open} />
    </div>
  );
};
