// Where is seen which regions have a style of their own, and the form on which one is filled in.
import { logoKinds } from '../domain/logo.js';
import type { Instant } from '../domain/vocabulary.js';
import { multipartType } from '../http/multipart.js';
import type { House } from '../http/places.js';
import { Alert, Button, Link, Paragraph } from '../http/page/basics.js';
import { FormField } from '../http/page/fields.js';
import { KeepingForm } from '../http/page/keeping.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { Logo } from '../http/page/top-bar.js';
import { useWording } from '../http/page/wording.js';
import { houseStylePath } from './paths.js';
import { nameMax, type StyleFields } from './style-form.js';

interface ListProps {
  around: Surroundings;
  regions: { href: string; title: string; name: string; since: Instant | null }[];
}

export const HouseStylesPage = ({ around, regions }: ListProps) => {
  const { houseStyle: words } = useWording();
  return (
    <Frame title={words.title} around={around}>
      <Paragraph>{words.why}</Paragraph>
      <Table label={words.title} kind="sluis-stacked" heads={Object.values(words.heads)}>
        {regions.map(({ href, title, name, since }) => (
          <Row key={href} head={<Link href={href}>{title}</Link>}>
            <Cell head={words.heads.name}>{name || words.asProduct}</Cell>
            <Cell head={words.heads.since}>{since === null ? '–' : words.day(since)}</Cell>
          </Row>
        ))}
      </Table>
    </Frame>
  );
};

export interface StyleFormProps {
  around: Surroundings;
  /** How it is called. */
  region: string;
  action: string;
  /** The version of which the logo stays; null where there is none. */
  from: number | null;
  fields: StyleFields;
  faults: Readonly<Record<string, string>>;
  logo: House['logo'];
  said: 'saved' | 'wrong' | null;
}

export const StyleFormPage = (props: StyleFormProps) => {
  const { around, region, action, from, said } = props;
  const { houseStyle: words } = useWording();
  const trail = [{ href: houseStylePath, label: words.title }];
  return (
    <Frame title={words.titleOf(region)} around={around} trail={trail} wrong={said === 'wrong'}>
      {said !== null && (
        <Alert tone={said === 'saved' ? 'ok' : 'error'} live>
          <Paragraph>{words[said]}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.lead}</Paragraph>
      <KeepingForm action={action} encType={multipartType} noValidate>
        {from !== null && <input type="hidden" name="van" value={from} />}
        <Fields {...props} />
        <p className="sluis-actions">
          <Button primary>{words.look}</Button>
        </p>
      </KeepingForm>
    </Frame>
  );
};

const Fields = ({ fields, faults, logo }: StyleFormProps) => {
  const { houseStyle: words } = useWording();
  return (
    <>
      <FormField
        field={{ name: 'naam', kind: 'text', label: words.name, hint: words.nameHint, max: nameMax }}
        value={fields.naam}
        error={faults.naam}
      />
      {logo && (
        <div className="sluis-field">
          <Paragraph>{words.hasLogo}</Paragraph>
          <Logo {...logo} alt={words.logo} />
          <FormField field={{ name: 'zonder', kind: 'check', label: words.withoutLogo }} value="" error={undefined} />
        </div>
      )}
      <FormField
        field={{
          ...{ name: 'file', kind: 'file', label: words.logo, hint: words.logoHint },
          accept: Object.values(logoKinds).join(),
        }}
        value=""
        error={faults.file}
      />
      <FormField
        field={{ name: 'kleur', kind: 'text', label: words.accent, hint: words.accentHint, max: 9 }}
        value={fields.kleur}
        error={faults.kleur}
      />
    </>
  );
};
