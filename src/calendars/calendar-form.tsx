// The form of a calendar, of a body or of a region: its fields with what is wrong, and the meetings that come of it.
import type { ReactNode } from 'react';
import { leadStages, rhythms, type CalendarFields } from '../domain/calendars/reading.js';
import type { FallsOut } from '../domain/calendars/meetings.js';
import type { Day } from '../domain/vocabulary.js';
import { Alert, Button, Paragraph, Section } from '../http/page/basics.js';
import { FormField, type Field } from '../http/page/fields.js';
import { Carried, KeepingForm } from '../http/page/keeping.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { useWording } from '../http/page/wording.js';
import type { Wording } from '../wording/wording.js';
import { calendarsPath } from './paths.js';

/** A meeting that comes, or would have. */
export interface ShownMeeting {
  on: Day;
  why: FallsOut | null;
  title: string | null;
  /** It was listed, and lies in a recess. */
  inRecess: boolean;
}

export interface CalendarFormProps {
  around: Surroundings;
  title: string;
  kind: 'body' | 'region';
  action: string;
  fields: CalendarFields;
  /** By field, what is wrong with it. */
  faults: Readonly<Record<string, string>>;
  /** What is said above it: that it was saved, or why not. */
  said: 'saved' | 'changed' | 'wrong' | null;
  /** The version that is looked at. */
  seen: number;
  entered: { on: Day; by: string | null; assumed: boolean } | null;
  meetings: ShownMeeting[];
  more: number;
  /** What it keeps of its region was made up, where it was not itself. */
  assumed: boolean;
}

type Part = keyof Wording['calendarPages']['parts'];
type FieldName = keyof Wording['calendarPages']['fields'];

export const CalendarFormPage = (props: CalendarFormProps) => {
  const { calendarPages: words } = useWording();
  const { around, title, said, entered } = props;
  return (
    <Frame title={title} around={around} kicker={words.title} trail={[{ href: calendarsPath, label: words.title }]}>
      {said !== null && (
        <Alert tone={said === 'saved' ? 'ok' : 'error'} live>
          <Paragraph>{words[said]}</Paragraph>
        </Alert>
      )}
      <Paragraph>
        {entered === null ? words.unknown : words.entered(entered.on, entered.by)}{' '}
        {entered?.assumed === true && <strong>{words.assumed}</strong>}
      </Paragraph>
      <Meetings {...props} />
      <KeepingForm action={props.action} noValidate>
        <Carried name="gelezen" value={props.seen} />
        {props.kind === 'body' ? <BodyParts {...props} /> : <RegionParts {...props} />}
        <p className="sluis-actions">
          <Button primary>{words.save}</Button>
        </p>
      </KeepingForm>
    </Frame>
  );
};

const BodyParts = (props: CalendarFormProps) => {
  const { calendarPages: words, calendarStageWords } = useWording();
  const choices = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([value, label]) => ({ value, label }));
  const weekdays = Object.fromEntries(words.weekdays.map((label, n) => [String(n + 1), label]));
  return (
    <>
      <FormPart part="covers">
        <One {...props} name="from" kind="day" required />
        <One {...props} name="until" kind="day" required />
      </FormPart>
      <FormPart part="rhythm">
        <One
          {...props}
          name="rhythm"
          kind="radio"
          required
          choices={rhythms.map((value) => ({ value, label: words.rhythms[value] }))}
        />
        <One {...props} name="weekday" kind="select" sometimes choices={choices(weekdays)} />
        <One {...props} name="nth" kind="select" sometimes choices={choices(words.nths)} />
        <One {...props} name="every" kind="text" max={1} />
        <One {...props} name="extra" kind="lines" />
        <One {...props} name="cancelled" kind="lines" />
        <One {...props} name="ics" kind="lines" />
        <One {...props} name="icsAddress" kind="text" max={500} />
      </FormPart>
      <FormPart part="recess">
        <One {...props} name="keepsRegionRecess" kind="check" />
        <One {...props} name="recess" kind="lines" />
      </FormPart>
      <FormPart part="lead">
        {leadStages.map((stage) => (
          <FormField
            key={stage}
            field={{
              name: `lead-${stage}`,
              label: calendarStageWords[stage],
              hint: words.leadHint,
              kind: 'text',
              max: 3,
            }}
            value={props.fields[`lead-${stage}`] ?? ''}
            error={props.faults[`lead-${stage}`]}
          />
        ))}
        <One {...props} name="papersDays" kind="text" max={3} />
      </FormPart>
      <FormPart part="source">
        <One {...props} name="source" kind="text" required max={300} />
      </FormPart>
    </>
  );
};

const RegionParts = (props: CalendarFormProps) => (
  <>
    <FormPart part="recess">
      <One {...props} name="recess" kind="lines" />
    </FormPart>
    <FormPart part="election">
      <One {...props} name="electionOn" kind="day" />
      <One {...props} name="electionRecessFrom" kind="day" sometimes />
      <One {...props} name="electionInstalledOn" kind="day" sometimes />
      <One {...props} name="electionFormedOn" kind="day" />
    </FormPart>
    <FormPart part="source">
      <One {...props} name="source" kind="text" required max={300} />
    </FormPart>
  </>
);

const FormPart = ({ part, children }: { part: Part; children: ReactNode }) => {
  const { calendarPages: words } = useWording();
  return <Section title={words.parts[part]}>{children}</Section>;
};

type OneProps = Omit<Field, 'name' | 'label'> & { name: FieldName } & Pick<CalendarFormProps, 'fields' | 'faults'>;

const One = ({ name, kind, required, sometimes, choices, max, fields, faults }: OneProps) => {
  const { calendarPages: words } = useWording();
  const [label = name, hint = ''] = words.fields[name];
  const field: Field = {
    name,
    label,
    kind,
    ...(hint !== '' && { hint }),
    ...(required && { required }),
    ...(sometimes && { sometimes }),
    ...(choices && { choices }),
    ...(max !== undefined && { max }),
  };
  return <FormField field={field} value={fields[name] ?? ''} error={faults[name]} />;
};

const Meetings = ({ meetings, more, assumed }: Pick<CalendarFormProps, 'meetings' | 'more' | 'assumed'>) => {
  const { calendarPages: words } = useWording();
  if (meetings.length === 0) return null;
  return (
    <Section title={words.meetings}>
      <ul>
        {meetings.map(({ on, why, title, inRecess }) => (
          <li key={on} className={why === null ? undefined : 'sluis-quiet'}>
            {words.day(on)}: {why !== null ? words.falls(why, title) : inRecess ? words.inRecess : words.held}
          </li>
        ))}
      </ul>
      {assumed && <Paragraph quiet>{words.assumedOfRegion}</Paragraph>}
      {more > 0 && <Paragraph quiet>{words.more(more)}</Paragraph>}
    </Section>
  );
};
