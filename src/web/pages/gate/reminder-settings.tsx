// Reminders of a region that go by themselves: whether, when, and what they say.
import type { Role, Slug } from '../../../domain/vocabulary.js';
import { Alert, Button, Link, Paragraph, Recorded, Section } from '../../../http/page/basics.js';
import { KeepingForm } from '../../../http/page/keeping.js';
import { FormField } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import type { ReminderPlan } from '../../../domain/turns/reminders-due.js';

export const reminderSettingsAt = (region: Slug): string => `/herinneringen/${region}`;

/** Who record for a body, and get a link of their own. */
export const unsignedRoles = ['secretary', 'clerk'] as const satisfies readonly Role[];

/** As a browser sends it. */
export interface SettingsWritten {
  on: string;
  before: string;
  after: string;
  digest: string;
  text: string;
  /** The roles whose link needs no sign-in, with spaces between. */
  unsigned: string;
  errors: { before?: string; after?: string; text?: string };
}

interface SettingsProps {
  around: Surroundings;
  region: Slug;
  title: string;
  plan: ReminderPlan;
  written: SettingsWritten;
  recorded: boolean;
  /** Whether mail goes out at all. */
  isSent: boolean;
  max: number;
}

export function ReminderSettingsPage({ around, region, title, plan, written, recorded, isSent, max }: SettingsProps) {
  const { reminderSettings: words } = useWording();
  const { errors } = written;
  const wrong = Object.values(errors).some(Boolean);
  return (
    <Frame title={words.title} kicker={title} around={around} wrong={wrong}>
      {recorded && <Recorded />}
      {wrong && (
        <Alert tone="error" title={words.wrong} live>
          {errors.before !== undefined && <Fault at="voor" says={errors.before} />}
          {errors.after !== undefined && <Fault at="na" says={errors.after} />}
          {errors.text !== undefined && <Fault at="tekst" says={errors.text} />}
        </Alert>
      )}
      {!isSent && (
        <Alert tone="info">
          <Paragraph>{words.notSent}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.intro}</Paragraph>
      {plan.at !== null && <Paragraph quiet>{words.keptAt(plan.at)}</Paragraph>}
      <Asked region={region} written={written} max={max} />
      <Section title={words.who}>
        <Paragraph>{words.whoText}</Paragraph>
      </Section>
    </Frame>
  );
}

const Asked = ({ region, written, max }: Pick<SettingsProps, 'region' | 'written' | 'max'>) => {
  const { reminderSettings: words, form, roleWords, capital } = useWording();
  const { errors } = written;
  const roles = unsignedRoles.map((role) => ({ value: role, label: capital(roleWords[role]) }));
  const yesNo = [
    { value: 'ja', label: words.yes },
    { value: 'nee', label: words.no },
  ];
  return (
    <KeepingForm className="sluis-form" action={reminderSettingsAt(region)}>
      <FormField
        field={{ name: 'aan', label: words.on, kind: 'radio', choices: yesNo, required: true }}
        value={written.on}
        error={undefined}
      />
      <FormField
        field={{ name: 'voor', label: words.before, kind: 'text', hint: words.beforeHint }}
        value={written.before}
        error={errors.before}
      />
      <FormField
        field={{ name: 'na', label: words.after, kind: 'text', hint: words.afterHint }}
        value={written.after}
        error={errors.after}
      />
      <FormField
        field={{
          name: 'overzicht',
          label: words.digest,
          kind: 'radio',
          choices: yesNo,
          hint: words.digestHint,
          required: true,
        }}
        value={written.digest}
        error={undefined}
      />
      <FormField
        field={{ name: 'tekst', label: words.text, kind: 'lines', hint: words.textHint, required: true, max }}
        value={written.text}
        error={errors.text}
      />
      <FormField
        field={{ name: 'zonder', label: words.unsigned, kind: 'checks', choices: roles, hint: words.unsignedHint }}
        value={written.unsigned}
        error={undefined}
      />
      <p className="sluis-actions">
        <Button primary>{words.keep}</Button>
        <Link href="/taken">{form.cancel}</Link>
      </p>
    </KeepingForm>
  );
};

const Fault = ({ at, says }: { at: string; says: string }) => (
  <Paragraph>
    <Link href={`#${at}`}>{says}</Link>
  </Paragraph>
);
