// One decision: the receipt for who recorded it, and for everyone what was decided and how it came into the record.
import type { EventType } from '../../../domain/dossier/events.js';
import type { ReactNode } from 'react';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import { titleOf } from '../../../domain/workflow/plan.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { ExplainedIn } from '../../../http/page/explained.js';
import { Alert, ButtonLink, Link, Paragraph, Recorded, Terms } from '../../../http/page/basics.js';
import type { Surroundings } from '../../../http/page/frame.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';
import type { Control } from '../controls.js';
import { recordedWords, termsOf, type Described } from './decision-terms.js';
import { NextSteps } from './next-steps.js';
import { isStale, Notices, recordedAs, wasTaken, type Became } from './receipt-notices.js';

interface ReceiptProps extends Omit<Described, 'wording'>, Omit<Became, 'isElsewhere'> {
  around: Surroundings;
  gate: GateOnPage;
  at: Addresses;
  dossier: DossierHeading;
  /** What this person recorded just now: this decision, or something about it. */
  recorded: EventType | null;
  isFresh: boolean;
  today: Day;
  /** Where this page stays, to be written in a proposal to a council. */
  address: string;
  /** What this person may do with it. */
  may: { replace: boolean; confirm: boolean };
  /** What else may become of it. */
  also: Control[];
  /** What this person can still do in the dossier; null where nothing was recorded just now. */
  yours: Control[] | null;
  /** What modules add. */
  added: ReactNode;
}

export function ReceiptPage(props: ReceiptProps) {
  const wording = useWording();
  const { receipt: words, capital } = wording;
  const { around, at, dossier, gate, decision, plan, recorded, isFresh } = props;
  const body = titleOf(plan, decision.body);
  const terms = termsOf({ ...props, wording });
  return (
    <DossierFrame
      title={words.title(body)}
      around={around}
      at={at}
      dossier={dossier}
      kicker={gate.title}
      trail={[{ href: at.gate(gate.id), label: plan.phases.get(gate.phase)?.title ?? gate.title }]}
      past={{ moment: gate, toNow: at.now.decision(gate.id, decision.id) }}
    >
      {recorded && !isFresh && <Recorded what={recorded} />}
      {isFresh && (
        <Alert tone="ok" title={words.recorded[recordedAs(decision)]} live>
          <Paragraph>{capital(recordedWords(decision, wording))}.</Paragraph>
        </Alert>
      )}
      {props.yours && <NextSteps {...{ gate, decision, plan }} today={props.today} yours={props.yours} />}
      <Notices {...props} isElsewhere={props.elsewhere !== null} />
      <div className="sluis-card sluis-receipt">
        <Terms
          items={[
            ...terms,
            [
              words.address,
              <code className="sluis-hash" key="a">
                {props.address}
              </code>,
            ],
          ]}
        />
        <ExplainedIn text={wordsIn(props, terms, wording)} />
      </div>
      <Ways {...props} />
      {props.added}
    </DossierFrame>
  );
}

/** What it says of itself, but for what people wrote in it. */
function wordsIn({ decision, gate, stand }: ReceiptProps, terms: ReturnType<typeof termsOf>, wording: Wording): string {
  const { flagWords, effectWords } = wording;
  const own = gate.conditions.filter((condition) => condition.decision === decision.id);
  return [
    ...terms.map(([term]) => term),
    ...decision.flags.map((flag) => flagWords[flag] ?? ''),
    ...own.map(({ effect }) => effectWords[effect]),
    stand?.word ?? '',
  ].join('; ');
}

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
        {may.replace && !again && wasTaken(decision) && (
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
