// Who is to act at a gate: a row for each, why, until when, and what can be done about it at once.
import { holdsBack } from '../../../domain/stand/requirements.js';
import { isByItself } from '../../../domain/workflow/asks.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Heading, Link } from '../../../http/page/basics.js';
import { SignIcon, standFor, Word } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage, GateView } from '../../../wording/gates/views.js';
import type { Wording } from '../../../wording/wording.js';
import type { Addresses } from '../addresses.js';
import { standParts, type BodyLine } from '../body-lines.js';
import { alike, howMany, type Alike } from './alike.js';
import { ReachOf, reachOf, type Reaches } from './reach.js';
import { signOfRequirement, StatedBy } from './requirement-list.js';

/** A step of a row: its verb, and the whole of what it does for who does not see the row. */
export interface RowAct {
  verb: string;
  label: string;
  href: string;
}

interface ToActProps {
  gate: GateOnPage;
  lines: BodyLine[];
  plan: Plan;
  at: Addresses;
  acts: ReadonlyMap<string, RowAct>;
  /** Whom to reach about each body; of none for who is not told. */
  reach: Reaches;
}

/** So many rows are shown; of more there is a page. */
const rowsMax = 12;
/** So many of those who stand alike are shown one by one. */
const eachMax = 50;

export function ToAct(props: ToActProps) {
  const wording = useWording();
  const { gate, lines, reach } = props;
  const { dossierPage } = wording;
  const byBody = new Map(lines.map((line) => [line.body, line]));
  const missing = gate.missing.flatMap(({ body }) => byBody.get(body) ?? []);
  const standing = alike(missing, (body) => (reach.get(body)?.note ?? null) !== null, wording);
  return (
    <>
      <Heading level={3}>{neededWords(gate, wording)}</Heading>
      <ul className="sluis-needed">
        {standing.slice(0, rowsMax).map((one) => (
          <StandingRow key={one.lines[0]?.body} standing={one} {...props} />
        ))}
        <More of={standing.slice(rowsMax).flatMap((one) => one.lines)} {...props} />
        {gate.missing.length === 0 && <li>{dossierPage.complete}</li>}
        <Requirements {...props} />
        <ChairRow {...props} />
      </ul>
    </>
  );
}

/** Nothing is needed for a go where one can be, or can no longer be. */
function neededWords({ outcome, missing, asks, requirements }: GateView, { dossierPage }: Wording): string {
  if (missing.length === 0) return requirements.some(holdsBack) ? dossierPage.needed(asks) : dossierPage.ruling;
  if (asks === 'response') return dossierPage.notResponded;
  return outcome === 'open' ? dossierPage.needed(asks) : dossierPage.notCountingYet;
}

const More = ({ of, gate, at }: ToActProps & { of: readonly BodyLine[] }) => {
  const { dossierPage } = useWording();
  return of.length === 0 ? null : (
    <li>
      <Link href={at.gate(gate.id, { toon: 'nodig' })}>{dossierPage.more(of.length)}</Link>
    </li>
  );
};

/** One, or those who stand alike, who are then shown one by one for who asks. */
function StandingRow({ standing: { lines, told }, ...props }: ToActProps & { standing: Alike }) {
  const wording = useWording();
  const [first] = lines;
  if (!first) return null;
  if (lines.length === 1) return <BodyRow line={first} {...props} />;
  const [, ...reasons] = told;
  return (
    <li className="sluis-act">
      <SignIcon sign={first.stand.drawn} />
      <span className="sluis-act__who">
        <strong>
          {howMany(
            props.plan,
            lines.map(({ body }) => body),
            wording,
          )}
        </strong>
        <span className="sluis-act__state">{wording.capital(first.stand.word)}</span>
      </span>
      <span className="sluis-act__why">{reasons.join(', ')}</span>
      <details className="sluis-details sluis-act__each">
        <summary>{wording.dossierPage.each}</summary>
        <ul className="sluis-needed">
          {lines.slice(0, eachMax).map((line) => (
            <BodyRow key={line.body} line={line} {...props} />
          ))}
          <More of={lines.slice(eachMax)} {...props} />
        </ul>
      </details>
    </li>
  );
}

function BodyRow({ line, ...props }: ToActProps & { line: BodyLine }) {
  const { plan, gate, at, acts, reach } = props;
  const { body, decision, stand } = line;
  const wording = useWording();
  const [, ...reasons] = standParts(line, wording);
  return (
    <li className="sluis-act">
      <SignIcon sign={stand.drawn} />
      <span className="sluis-act__who">
        <strong>
          {decision ? <a href={at.decision(gate.id, decision.id)}>{titleOf(plan, body)}</a> : titleOf(plan, body)}
        </strong>
        <span className="sluis-act__state" {...standFor(stand)}>
          <Word word={wording.capitalFirst(stand.parts)} of={stand} />
        </span>
      </span>
      <span className="sluis-act__why">
        {reasons.join(', ')}
        <ReachOf reach={reachOf(line, reach)} body={titleOf(plan, body)} />
      </span>
      <Act act={acts.get(body)} />
    </li>
  );
}

const Act = ({ act }: { act: RowAct | undefined }) =>
  act ? (
    <a className="nl-button nl-button--secondary sluis-act__do" href={act.href} aria-label={act.label}>
      <span className="nl-button__label">{act.verb}</span>
    </a>
  ) : null;

/** What is asked beside decisions, and holds a go. */
function Requirements({ gate: { requirements }, plan }: Pick<ToActProps, 'gate' | 'plan'>) {
  const { capital, stateOfRequirement } = useWording();
  return requirements.filter(holdsBack).map((one) => (
    <li key={one.id} className="sluis-act">
      <SignIcon sign={signOfRequirement(one)} />
      <span className="sluis-act__who">
        <strong>{one.title}</strong>
        <span className="sluis-act__state">{capital(stateOfRequirement(one))}</span>
      </span>
      <span className="sluis-act__why">
        <StatedBy requirement={one} plan={plan} />
      </span>
    </li>
  ));
}

function ChairRow({ gate, plan, acts, reach }: ToActProps) {
  const { dossierPage, requirementPage, speech } = useWording();
  if (isByItself(gate)) return <li>{dossierPage.byItself}</li>;
  const onlyWhatIsAsked = gate.missing.length === 0 && gate.requirements.some(holdsBack);
  const waitsFor = onlyWhatIsAsked ? requirementPage.rulingWaits : dossierPage.rulingWaits(gate.asks);
  return (
    <li className="sluis-act">
      <SignIcon sign="none" />
      <span className="sluis-act__who">
        <strong>{titleOf(plan, gate.ruledBy)}</strong>
        <span className="sluis-act__state">
          {dossierPage.ruling}: {gate.outcome === 'open' ? waitsFor : dossierPage.rulingCan}
          {gate.outcome === 'no-go' && ` (${speech[gate.asks].heads['no-go'].toLowerCase()})`}
        </span>
      </span>
      <span className="sluis-act__why">
        <ReachOf reach={reach.get(gate.ruledBy)} body={titleOf(plan, gate.ruledBy)} />
      </span>
      <Act act={acts.get(gate.ruledBy)} />
    </li>
  );
}
