// What phases wait for that happens elsewhere: whether it happened, where that can be read, and who waits.
import type { DossierView } from '../../domain/views/dossier-view.js';
import type { FactView } from '../../domain/views/fact-view.js';
import { labels } from '../../wording/forms.js';
import { dossierPage } from '../../wording/pages.js';
import { listWords } from '../../wording/words.js';
import { ButtonLink, Section } from '../components/basics.js';
import { Verdict } from '../components/sign.js';

interface FactsProps {
  dossier: DossierView;
  /** Where one is recorded; null where this person cannot. */
  record: string | null;
}

export const Facts = ({ dossier: { facts, phases }, record }: FactsProps) =>
  facts.length === 0 ? null : (
    <Section title={dossierPage.facts} id="feiten">
      <div className="sluis-scroll" role="region" aria-label={dossierPage.facts} tabIndex={0}>
        <table className="utrecht-table sluis-followed">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              {[dossierPage.fact, dossierPage.status, dossierPage.source, dossierPage.waiting].map((head) => (
                <th key={head} className="utrecht-table__header-cell" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {facts.map((fact) => (
              <tr key={fact.id} className="utrecht-table__row">
                <th className="utrecht-table__header-cell" scope="row">
                  {fact.title}
                </th>
                <td className="utrecht-table__cell">
                  {fact.on === null ? (
                    <Verdict sign="waiting" word={dossierPage.notYet} />
                  ) : (
                    <Verdict sign="for" word={dossierPage.happened(fact.on)} />
                  )}
                </td>
                <td className="utrecht-table__cell sluis-lines">{fact.source ?? '–'}</td>
                <td className="utrecht-table__cell">{listWords(waitingFor(fact, phases))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {record !== null && (
        <p className="sluis-actions sluis-noprint">
          <ButtonLink href={record}>{labels['record-fact']}</ButtonLink>
        </p>
      )}
    </Section>
  );

const waitingFor = ({ id }: FactView, phases: DossierView['phases']): string[] =>
  phases
    .filter(({ waitsFor, gateWaitsFor }) => waitsFor.includes(id) || gateWaitsFor.includes(id))
    .map(({ title }) => title);
