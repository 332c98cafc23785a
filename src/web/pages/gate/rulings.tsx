// What was concluded at a gate in the round that is shown, and when it was opened again.
import type { GateView } from '../../../wording/gates/views.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { PaperLink } from '../../../http/page/paper-link.js';
import { useWording } from '../../../http/page/wording.js';
import { Lines, Section } from '../../../http/page/basics.js';

type Ruling = GateView['rulings'][number];
type Reopening = GateView['reopenings'][number];

export const Rulings = ({ gate, plan }: { gate: GateView; plan: Plan }) => {
  const { gatePage } = useWording();
  const all = inOrder(gate);
  return all.length === 0 ? null : (
    <Section title={gatePage.rulings}>
      <ul className="sluis-list">
        {all.map((one, i) => (
          <li key={i} className="sluis-list__item">
            {'ruling' in one ? <Ruled ruling={one} gate={gate} plan={plan} /> : <Reopened reopening={one} />}
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Each reopening after the conclusion by which the gate had passed; that of a split, which is no ruling, last. */
function inOrder({ rulings, reopenings }: GateView): (Ruling | Reopening)[] {
  const left = [...reopenings];
  const told = rulings.flatMap((ruling): (Ruling | Reopening)[] => {
    const passed = ruling.ruling === 'go' || ruling.ruling === 'go-with-conditions';
    return [ruling, ...(passed ? left.splice(0, 1) : [])];
  });
  return [...told, ...left];
}

const Ruled = ({ ruling, gate, plan }: { ruling: Ruling; gate: GateView; plan: Plan }) => {
  const { gatePage, capital, speech, longDay, meetingIn, listWords, electorateWas } = useWording();
  return (
    <>
      <p>
        <strong>{capital(speech[gate.asks].rulings[ruling.ruling])}</strong>, {longDay(ruling.ruledOn)}
        {ruling.meeting && `, ${meetingIn(ruling.meeting)}`}
      </p>
      {ruling.reason !== null && <Lines text={ruling.reason} />}
      {ruling.evidence.map((one, i) => (
        <p key={i}>
          <PaperLink {...one} />
        </p>
      ))}
      {ruling.asSubmitted && <p>{capital(electorateWas(ruling.asSubmitted, gate.asks))}.</p>}
      {ruling.dissent.length > 0 && (
        <p>{gatePage.dissent(listWords(ruling.dissent.map((body) => titleOf(plan, body))))}</p>
      )}
    </>
  );
};

const Reopened = ({ reopening: { on, reason } }: { reopening: Reopening }) => {
  const { gatePage } = useWording();
  return (
    <>
      <p>
        <strong>{gatePage.reopenedOn(on)}</strong>
      </p>
      {reason !== null && <Lines text={reason} />}
    </>
  );
};
