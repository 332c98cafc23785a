// A note about who is still to act: one field, and what it may not hold.
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { BodyId } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import { Carried, KeepingForm } from '../../../http/page/keeping.js';
import { FormField } from '../../../http/page/fields.js';
import type { Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';
import type { ShownNote } from './reach.js';

export interface NotePageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateOnPage;
  body: BodyId;
  plan: Plan;
  /** What is kept now. */
  note: ShownNote | null;
  /** What stands in the field. */
  text: string;
  error: string | undefined;
  max: number;
}

export function NotePage({ around, at, dossier, gate, body, plan, note, text, error, max }: NotePageProps) {
  const { notes: words, form } = useWording();
  const label = words.label(titleOf(plan, body));
  return (
    <DossierFrame
      title={label}
      around={around}
      at={at}
      dossier={dossier}
      kicker={gate.title}
      wrong={error !== undefined}
      trail={[{ href: at.gate(gate.id), label: plan.phases.get(gate.phase)?.title ?? gate.title }]}
    >
      {error !== undefined && (
        <Alert tone="error" title={words.wrong} live>
          <Paragraph>
            <Link href="#tekst">{error}</Link>
          </Paragraph>
        </Alert>
      )}
      {note && (
        <div className="sluis-asked">
          {text !== note.text && <p className="sluis-lines">{note.text}</p>}
          <p className="sluis-quiet">{words.by(note.by, note.at)}</p>
        </div>
      )}
      <KeepingForm className="sluis-form" action={at.now.note(gate.id, body)}>
        <Carried name="gelezen" value={note?.at ?? ''} />
        <FormField
          field={{ name: 'tekst', label: words.title, kind: 'lines', hint: words.hint, required: true, max }}
          value={text}
          error={error}
        />
        <Paragraph quiet>{words.outside}</Paragraph>
        <p className="sluis-actions">
          <Button primary>{words.keep}</Button>
          {note && (
            <Button name="verwijderen" value="ja" draft>
              {words.remove}
            </Button>
          )}
          <Link href={at.gate(gate.id)}>{form.cancel}</Link>
        </p>
      </KeepingForm>
    </DossierFrame>
  );
}
