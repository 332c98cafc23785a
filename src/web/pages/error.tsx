// What a person sees when something is refused, and the page behind the type of every problem.
import type { Refusal, RefusalCode } from '../../domain/refusal.js';
import type { Asks } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { faultsMax } from '../../http/shape.js';
import { Alert, ButtonLink, Heading, Paragraph } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { KeptForm } from '../../http/page/kept-form.js';
import { ReasonList } from './reasons.js';
import { WhatWasTyped, type Typed } from './typed.js';

export interface ErrorPageProps {
  around: Surroundings;
  /** Null is a defect of our own, of which nothing is told. */
  refusal: Refusal | null;
  requestId: string;
  /** Where it happened, without what was asked there. */
  path: string;
  /** Whether something was sent that could have been recorded. */
  sent: boolean;
  /** The form that was filled in: as it was sent, where it goes, and what was typed in it. */
  kept: { fields: string; action: string; typed: Typed[] } | null;
}

export function ErrorPage({ around, refusal, requestId, path, sent, kept }: ErrorPageProps) {
  const wording = useWording();
  const { explanationIn, titleOfCode, errors, wordField, signIn } = wording;
  const lines = refusal && explanationIn(refusal);
  const title = refusal ? titleOfCode(refusal.code) : errors.ours;
  return (
    <Frame title={title} around={around} wrong>
      <Alert tone={refusal ? 'warning' : 'error'}>
        <Paragraph>{sentenceOf(refusal, requestId, wording)}</Paragraph>
        {refusal && refusal.errors.length > 1 && (
          <ul>
            {refusal.errors.slice(0, faultsMax).map((error) => (
              <li key={`${error.pointer} ${error.code}`}>{wordField(error)}</li>
            ))}
          </ul>
        )}
        {lines && <ReasonList parts={lines.parts} asked={askedIn(refusal)} />}
        {sent && <Paragraph>{isSignedOut(refusal) ? signIn.lost : errors.nothingRecorded}</Paragraph>}
        {kept && <Paragraph>{[errors.kept, whatNext(refusal, wording)].join(' ')}</Paragraph>}
      </Alert>
      {kept && kept.typed.length > 0 && (
        <section className="sluis-asked">
          <Heading level={2}>{wording.form.typed}</Heading>
          <WhatWasTyped typed={kept.typed} />
        </section>
      )}
      {kept && <KeptForm action={kept.action} kept={kept.fields} />}
      <p className="sluis-actions">
        <Way refusal={refusal} path={path} signedIn={around.person !== null} />
      </p>
    </Frame>
  );
}

const askedIn = (refusal: Refusal | null): Asks => refusal?.told['outcome-not-go']?.asks ?? 'agreement';

function sentenceOf(refusal: Refusal | null, requestId: string, { errors, wordRefusal }: Wording): string {
  if (!refusal) return errors.oursWhy(requestId);
  const ofAddress = refusal.errors.length > 0 && refusal.errors.every(({ pointer }) => pointer.startsWith('?'));
  return ofAddress ? errors.address : wordRefusal(refusal);
}

/** What another account may give, or the same one another day. */
const forSomeoneElse = new Set<RefusalCode | undefined>([
  'not-your-body',
  'not-your-role',
  'assignment-not-valid',
  'unknown-dossier',
]);

const whatNext = (refusal: Refusal | null, { errors }: Wording): string =>
  forSomeoneElse.has(refusal?.code) ? errors.keptForOthers : errors.keptForLater;

const isSignedOut = (refusal: Refusal | null): boolean =>
  refusal?.code === 'sign-in-required' || refusal?.code === 'token-expired';

const again = new Set<RefusalCode | undefined>([
  'busy',
  'too-many',
  'overtaken',
  'changed-meanwhile',
  'storage-full',
  'reading-only',
  'clock-not-trusted',
]);

/** Where to go on: the nearest place that surely is there. */
function Way({ refusal, path, signedIn }: { refusal: Refusal | null; path: string; signedIn: boolean }) {
  const { errors } = useWording();
  if (isSignedOut(refusal))
    return <ButtonLink href={`/aanmelden?next=${encodeURIComponent(path)}`}>{errors.toSignIn}</ButtonLink>;
  if (!signedIn) return <ButtonLink href="/">{errors.toHome}</ButtonLink>;
  const dossier = /^\/trajecten\/(?!nieuw(?:\/|$))[\w-]+/.exec(path)?.[0];
  const there = dossier !== undefined && refusal?.code !== 'unknown-dossier';
  return (
    <>
      {again.has(refusal?.code) && <ButtonLink href={path}>{errors.retry}</ButtonLink>}
      {there && <ButtonLink href={dossier}>{errors.toDossier}</ButtonLink>}
      <ButtonLink href="/trajecten">{errors.toDossiers}</ButtonLink>
    </>
  );
}

export const ProblemPage = ({ around, refusal }: { around: Surroundings; refusal: Refusal }) => {
  const { titleOfCode, wordRefusal, errors } = useWording();
  return (
    <Frame title={titleOfCode(refusal.code)} around={around}>
      <Paragraph>{wordRefusal(refusal)}</Paragraph>
      <Paragraph>
        {errors.code} <code>{refusal.code}</code>.
      </Paragraph>
    </Frame>
  );
};
