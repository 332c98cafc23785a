// What phases wait for that happens elsewhere: whether it happened, where that can be read, and who waits.
import type { DossierView } from '../../../domain/views/dossier-view.js';
import type { FactView } from '../../../domain/views/fact-view.js';
import { useWording } from '../../../http/page/wording.js';
import { ButtonLink, Section } from '../../../http/page/basics.js';
import { Verdict } from '../../../http/page/sign.js';
import { Cell, Row, Table } from '../../../http/page/table.js';

interface FactsProps {
  dossier: DossierView;
  /** Where one is recorded; null where this person cannot. */
  record: string | null;
}

export const Facts = ({ dossier: { facts, phases }, record }: FactsProps) => {
  const { dossierPage, listWords, labels } = useWording();
  return facts.length === 0 ? null : (
    <Section title={dossierPage.facts} id="feiten">
      <Table
        label={dossierPage.facts}
        kind="sluis-followed"
        heads={[dossierPage.fact, dossierPage.status, dossierPage.source, dossierPage.waiting]}
      >
        {facts.map((fact) => (
          <Row key={fact.id} head={fact.title}>
            <Cell>
              {fact.on === null ? (
                <Verdict sign="none" word={dossierPage.notYet} />
              ) : (
                <Verdict sign="for" word={dossierPage.happened(fact.on)} />
              )}
            </Cell>
            <Cell kind="sluis-lines">{fact.source ?? '–'}</Cell>
            <Cell>{listWords(waitingFor(fact, phases))}</Cell>
          </Row>
        ))}
      </Table>
      {record !== null && (
        <p className="sluis-actions sluis-noprint">
          <ButtonLink href={record}>{labels['record-fact']}</ButtonLink>
        </p>
      )}
    </Section>
  );
};

const waitingFor = ({ id }: FactView, phases: DossierView['phases']): string[] =>
  phases
    .filter(({ waitsFor, gateWaitsFor }) => waitsFor.includes(id) || gateWaitsFor.includes(id))
    .map(({ title }) => title);
