// One decision: the receipt for who recorded it, and for everyone what was decided and how it came into the record.
import type { ReactNode } from 'react';
import type { DecisionView } from '../../domain/views/decision-view.js';
import type { DossierHeading } from '../../domain/views/dossier-view.js';
import type { Day } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { useWording } from '../../http/page/wording.js';
import { Alert, ButtonLink, Link, Lines, Paragraph, Recorded, Terms } from '../../http/page/basics.js';
import { Frame, inDossier, type Surroundings } from '../../http/page/frame.js';
import type { Addresses } from './addresses.js';
import type { Control } from './controls.js';
import { recordedWords, termsOf, type Described } from './decision-terms.js';

interface ReceiptProps extends Omit<Described, 'wording'> {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  /** When and why its body took it back. */
  withdrawn: { on: Day; reason: string | null } | null;
  /** What was recorded just now: this decision, or something about it. */
  fresh: 'decision' | 'about' | null;
  /** What this person may do with it. */
  may: { replace: boolean; confirm: boolean };
  /** What else may become of it. */
  also: Control[];
  /** Where this person can record it in the dossier to which it belongs. */
  recordThere: string | null;
  /** What modules add. */
  added: ReactNode;
}

export function ReceiptPage(props: ReceiptProps) {
  const wording = useWording();
  const { receipt: words, frame, capital } = wording;
  const { around, at, dossier, gate, decision, plan, fresh } = props;
  const body = titleOf(plan, decision.body);
  return (
    <Frame
      title={words.title(body)}
      around={inDossier(around, dossier)}
      kicker={gate.title}
      trail={[
        { href: '/trajecten', label: frame.dossiers },
        { href: at.dossier, label: dossier.title },
        { href: at.gate(gate.id), label: plan.phases.get(gate.phase)?.title ?? gate.title },
      ]}
      past={{ moment: gate, toNow: at.now.decision(gate.id, decision.id) }}
    >
      {fresh === 'about' && <Recorded />}
      {fresh === 'decision' && (
        <Alert tone="ok" title={words.recorded} live>
          <Paragraph>{capital(recordedWords(decision, wording))}.</Paragraph>
        </Alert>
      )}
      <Replaced {...props} />
      <Notices {...props} />
      <div className="sluis-asked">
        <Terms items={termsOf({ ...props, wording })} />
      </div>
      <Ways {...props} />
      {props.added}
    </Frame>
  );
}

const Replaced = ({ at, gate, decision }: ReceiptProps) => {
  const { receipt: words } = useWording();
  const former = decision.corrects ?? decision.revises;
  return (
    <>
      {decision.supersededBy !== null && (
        <Alert tone="warning">
          <Paragraph>
            {words.superseded} <Link href={at.decision(gate.id, decision.supersededBy)}>{words.toNewest}</Link>
          </Paragraph>
        </Alert>
      )}
      {former !== null && (
        <Alert tone="info">
          <Paragraph>
            {words.replaces} <Link href={at.decision(gate.id, former)}>{words.toFormer}</Link>
          </Paragraph>
        </Alert>
      )}
    </>
  );
};

const isStale = ({ supersededBy, flags }: DecisionView): boolean =>
  supersededBy === null && flags.includes('stale') && !flags.includes('withdrawn');

/** That it was taken back, or no longer fits the text that is put. */
const Notices = ({ at, decision, withdrawn, elsewhere, recordThere }: ReceiptProps) => {
  const { receipt: words } = useWording();
  return (
    <>
      {withdrawn && (
        <Alert tone="warning">
          <p className="sluis-strong">{words.withdrawn(withdrawn.on)}</p>
          {withdrawn.reason !== null && <Lines text={withdrawn.reason} />}
          <Paragraph>
            <Link href={at.log({ toon: 'besluiten' })}>{words.toLog}</Link>
          </Paragraph>
        </Alert>
      )}
      {elsewhere && (
        <Alert tone="info">
          <Paragraph>
            {words.notThere} {recordThere !== null && <Link href={recordThere}>{words.recordThere}</Link>}
          </Paragraph>
        </Alert>
      )}
      {isStale(decision) && (
        <Alert tone="warning">
          <Paragraph>{words.stale}</Paragraph>
        </Alert>
      )}
    </>
  );
};

function Ways({ at, gate, decision, may, also }: ReceiptProps) {
  const { receipt: words } = useWording();
  const revise = at.now.decide(gate.id, { revises: decision.id });
  const again = may.replace && isStale(decision);
  return (
    <div className="sluis-noprint">
      <p className="sluis-actions">
        {may.confirm && (
          <ButtonLink href={at.now.confirm(gate.id, decision.id)} primary>
            {words.confirmTitle}
          </ButtonLink>
        )}
        {again && (
          <ButtonLink href={revise} primary>
            {words.revise}
          </ButtonLink>
        )}
        <ButtonLink href={at.gate(gate.id)}>{words.toGate}</ButtonLink>
      </p>
      <ul className="sluis-plain sluis-ways">
        {may.replace && (
          <li>
            {words.wrong} <Link href={at.now.decide(gate.id, { corrects: decision.id })}>{words.correct}</Link>
          </li>
        )}
        {may.replace && !again && (
          <li>
            {words.again} <Link href={revise}>{words.revise}</Link>
          </li>
        )}
        {also.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
