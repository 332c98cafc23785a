// Who is to act at a gate: a row for each, why, until when, and what can be done about it at once.
import { holdsBack } from '../../domain/stand/requirements.js';
import type { Missing } from '../../domain/refusal.js';
import { isByItself } from '../../domain/workflow/asks.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { Heading, Link } from '../../http/page/basics.js';
import { SignIcon, standFor, Word } from '../../http/page/sign.js';
import { useWording } from '../../http/page/wording.js';
import type { GateOnPage, GateView } from '../../wording/views.js';
import type { WhyWords } from '../../wording/words.js';
import type { Wording } from '../../wording/wording.js';
import type { Addresses } from './addresses.js';
import { standParts, type BodyLine } from './body-lines.js';
import { ReachOf, type Reaches } from './reach.js';
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
  words: WhyWords;
  plan: Plan;
  at: Addresses;
  acts: ReadonlyMap<string, RowAct>;
  /** Whom to reach about each body; of none for who is not told. */
  reach: Reaches;
}

/** So many are named; of more there is a page. */
const namedMax = 12;

export function ToAct(props: ToActProps) {
  const wording = useWording();
  const { gate, at } = props;
  const { dossierPage } = wording;
  return (
    <>
      <Heading level={3}>{neededWords(gate, wording)}</Heading>
      <ul className="sluis-needed">
        {gate.missing.slice(0, namedMax).map((one) => (
          <BodyRow key={one.body} missing={one} {...props} />
        ))}
        {gate.missing.length > namedMax && (
          <li>
            <Link href={at.gate(gate.id, { toon: 'nodig' })}>{dossierPage.more(gate.missing.length - namedMax)}</Link>
          </li>
        )}
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

function BodyRow({ missing: { body, why }, ...props }: ToActProps & { missing: Missing }) {
  const { lines, plan, words, gate, at, acts, reach } = props;
  const wording = useWording();
  const line = lines.find((one) => one.body === body);
  const [, ...reasons] = line ? standParts(line, wording) : [];
  const decision = line?.decision ?? null;
  return (
    <li className="sluis-act">
      <SignIcon sign={line?.stand.sign ?? 'none'} />
      <span className="sluis-act__who">
        <strong>
          {decision ? <a href={at.decision(gate.id, decision.id)}>{titleOf(plan, body)}</a> : titleOf(plan, body)}
        </strong>
        <span className="sluis-act__state" {...(line ? standFor(line.stand) : {})}>
          {line ? <Word word={wording.capitalFirst(line.stand.parts)} of={line.stand} /> : wording.capital(words[why])}
        </span>
      </span>
      <span className="sluis-act__why">
        {reasons.join(', ')}
        <ReachOf reach={reach.get(body)} body={titleOf(plan, body)} />
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
