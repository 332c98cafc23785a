// Who may decide in the name of which body, from when and until when, and by which decision.
import type { EventType } from '../../../domain/dossier/events.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { MandateView } from '../../../domain/views/mandate-view.js';
import type { Id } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import type { Moment } from '../../../domain/fold/history.js';
import { ButtonLink, Link, Lines, Paragraph, Recorded } from '../../../http/page/basics.js';
import type { Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';

interface MandatesProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  moment: Moment;
  plan: Plan;
  mandates: readonly MandateView[];
  /** What this person recorded just now. */
  recorded: EventType | null;
  /** What this person can do here now. */
  may: { record: boolean; end: ReadonlySet<Id>; confirm: ReadonlySet<Id> };
}

export function MandatesPage({ around, at, dossier, moment, plan, mandates, recorded, may }: MandatesProps) {
  const { mandatePage: words, labels } = useWording();
  return (
    <DossierFrame
      title={words.title}
      around={around}
      at={at}
      dossier={dossier}
      past={{ moment, toNow: at.now.mandates }}
    >
      {recorded && <Recorded what={recorded} />}
      <Paragraph>{words.intro}</Paragraph>
      {mandates.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table
          label={words.title}
          kind="sluis-stacked"
          heads={[words.body, words.holder, words.covers, words.holds, words.source]}
        >
          {mandates.map((one) => (
            <Mandate key={one.id} mandate={one} plan={plan} at={at} may={may} />
          ))}
        </Table>
      )}
      {may.record && (
        <p className="sluis-actions sluis-noprint">
          <ButtonLink href={at.now.mandateForm('mandaat')}>{labels['record-mandate']}</ButtonLink>
        </p>
      )}
    </DossierFrame>
  );
}

function Mandate({ mandate, plan, at, may }: { mandate: MandateView } & Pick<MandatesProps, 'plan' | 'at' | 'may'>) {
  const { mandatePage: words, confirmationWords, listWords } = useWording();
  const { id, gates, covers, source, url, confirmation, confirmationReason, endedBecause } = mandate;
  const titles = (gates ?? []).map((gate) => plan.gates.get(gate)?.title ?? gate);
  return (
    <Row head={titleOf(plan, mandate.body)}>
      <Cell head={words.holder}>
        {mandate.holder}
        {confirmation !== 'by-body' && (
          <p className="sluis-quiet">
            {[confirmationWords[confirmation], confirmationReason].filter((one) => one !== null).join(': ')}
          </p>
        )}
        {may.confirm.has(id) && (
          <p className="sluis-noprint">
            <Link href={at.now.mandateForm('mandaat-bevestigen', id)}>{words.confirm}</Link>
          </p>
        )}
      </Cell>
      <Cell kind="sluis-lines" head={words.covers}>
        {titles.length > 0 ? listWords(titles) : words.everything}
        {covers !== null && (
          <p className="sluis-quiet">
            <Lines text={covers} />
          </p>
        )}
      </Cell>
      <Cell head={words.holds}>
        {words.holdsWords(mandate.from, mandate.lastDay)}
        {endedBecause !== null && <p className="sluis-quiet">{words.ended(endedBecause)}</p>}
        {may.end.has(id) && (
          <p className="sluis-noprint">
            <Link href={at.now.mandateForm('mandaat-beeindigen', id)}>{words.end}</Link>
          </p>
        )}
      </Cell>
      <Cell kind="sluis-lines" head={words.source}>
        {url === null ? source : <Link href={url}>{source}</Link>}
      </Cell>
    </Row>
  );
}
