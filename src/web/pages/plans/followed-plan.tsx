// The plan that a dossier follows, at the foot of its page: since when, over whom, and who went on as another.
import type { DossierView } from '../../../domain/views/dossier-view.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { Link, Paragraph } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import { workflowAddress } from '../addresses.js';

/** The plan that it follows, since when, and over whom where that was named at the start. */
export const FollowedPlan = ({ dossier, plan }: { dossier: DossierView; plan: Plan }) => {
  const { dossierPage, migratedWords, partiesMerged, listWords } = useWording();
  return (
    <Paragraph quiet>
      <Link href={workflowAddress(dossier.workflow.id, dossier.workflow.version)}>
        {dossierPage.workflow(dossier.workflow.title, dossier.workflow.version)}
      </Link>
      {'; '}
      {dossierPage.startedOn(dossier.startedOn)}.{dossier.migrations.map((one) => ` ${migratedWords(one)}.`)}
      {dossier.mergers.map((one) => ` ${partiesMerged(mergedNames(dossier, one))}.`)}
      {plan.named &&
        ` ${dossierPage.takingPart(listWords(dossier.parties.filter(({ code }) => code !== null).map(({ title }) => title)))}`}
    </Paragraph>
  );
};

function mergedNames({ parties }: DossierView, { on, from, into }: DossierView['mergers'][number]) {
  const title = (id: string) => parties.find((one) => one.id === id)?.title ?? id;
  return { from: from.map(title), into: title(into), since: on };
}
