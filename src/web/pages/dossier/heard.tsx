// What was heard on the visits of a phase, by heading: for whom the findings are, who finds none of others among them.
import type { PhaseView, VisitView } from '../../../domain/views/dossier-view.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Lines, Paragraph, Section, Terms } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';

export const Heard = ({ phases, plan }: { phases: readonly PhaseView[]; plan: Plan }) =>
  phases.map(({ id, title, visits }) => {
    const found = byHeading(visits);
    return found.size > 0 && <HeardIn key={id} title={title} found={found} plan={plan} />;
  });

type Found = ReadonlyMap<string, { visit: VisitView; text: string }[]>;

const HeardIn = ({ title, found, plan }: { title: string; found: Found; plan: Plan }) => {
  const wording = useWording();
  const { dossierPage, processForm, shortDay } = wording;
  return (
    <Section title={dossierPage.heard(title)}>
      <Paragraph quiet>{processForm.findingsHint}</Paragraph>
      {[...found].map(([heading, texts]) => (
        <details key={heading} className="sluis-details" open={found.size === 1}>
          <summary>{dossierPage.heardOf(headingWords(heading, wording), texts.length)}</summary>
          <Terms
            items={texts.map(({ visit: { body, on }, text }) => [
              `${titleOf(plan, body)}${on === null ? '' : `, ${shortDay(on)}`}`,
              <Lines key={body} text={text} />,
            ])}
          />
        </details>
      ))}
    </Section>
  );
};

function byHeading(visits: readonly VisitView[]): Found {
  const found = new Map<string, { visit: VisitView; text: string }[]>();
  for (const visit of visits)
    for (const [heading, text] of Object.entries(visit.findings))
      found.set(heading, [...(found.get(heading) ?? []), { visit, text }]);
  return found;
}

/** Those of the plan have a name; the others a number. */
function headingWords(heading: string, { processForm, called, capital }: Wording): string {
  const number = /^bevinding-(\d+)$/.exec(heading)?.[1];
  return number === undefined ? capital(called(heading)) : processForm.finding(Number(number));
}
