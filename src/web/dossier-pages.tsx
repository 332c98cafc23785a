// The list of dossiers, and one dossier: what runs, what each gate waits for, who decided what.
import type { Missing } from '../domain/refusal.js';
import type { Plan } from '../domain/workflow/plan.js';
import type { DossierSummaryView, DossierView } from '../domain/views/dossier-view.js';
import type { GateView } from '../domain/views/gate-view.js';
import type { BodyId } from '../domain/vocabulary.js';
import { Layout } from './layout.js';
import { decisionWords, gateStatusWords, missingWords, phaseWords, rulingWords } from './words.js';

interface ListProps {
  dossiers: DossierSummaryView[];
  name: string;
  demonstration: boolean;
}

export function DossierListPage({ dossiers, name, demonstration }: ListProps) {
  return (
    <Layout title="Trajecten" name={name} demonstration={demonstration}>
      {dossiers.length === 0 && <p>Er zijn geen trajecten die u mag zien.</p>}
      <ul>
        {dossiers.map(({ id, title, startedOn, demonstration: invented }) => (
          <li key={id}>
            <a href={`/trajecten/${id}${invented ? '?asOf=2024-04-29' : ''}`}>{title}</a>, gestart op {startedOn}
          </li>
        ))}
      </ul>
    </Layout>
  );
}

interface DossierProps {
  dossier: DossierView;
  gates: GateView[];
  plan: Plan;
  name: string;
}

export function DossierPage({ dossier, gates, plan, name }: DossierProps) {
  const titleOf = (body: BodyId) => plan.bodies.get(body)?.title ?? body;
  return (
    <Layout title={dossier.title} name={name} demonstration={dossier.demonstration}>
      {dossier.asOf !== null && (
        <p className="banner">
          Stand van {dossier.asOf}. <a href={`/trajecten/${dossier.id}`}>Naar nu</a>
        </p>
      )}
      <h2>Fasen</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Fase</th>
            <th scope="col">Stand</th>
            <th scope="col">Gepland</th>
            <th scope="col">Begonnen</th>
            <th scope="col">Afgerond</th>
          </tr>
        </thead>
        <tbody>
          {dossier.phases.map((phase) => (
            <tr key={phase.id}>
              <th scope="row">{phase.title}</th>
              <td>{phaseWords[phase.status]}</td>
              <td>
                {phase.planned.from} – {phase.planned.until} {phase.planned.aim && `(streven: ${phase.planned.aim})`}
              </td>
              <td>{phase.startedOn}</td>
              <td>{phase.passedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {gates
        .filter((gate) => gate.status !== 'planned')
        .map((gate) => (
          <GateSection key={gate.id} gate={gate} titleOf={titleOf} />
        ))}
    </Layout>
  );
}

function GateSection({ gate, titleOf }: { gate: GateView; titleOf: (body: BodyId) => string }) {
  const missing = new Map<BodyId, Missing>(gate.missing.map((one) => [one.body, one]));
  return (
    <section>
      <h2>{gate.title}</h2>
      <p>
        {gateStatusWords[gate.status]}; {gate.tally.decided} van {gate.tally.electorate} hebben besloten
        {gate.replyBy !== null && `; antwoord uiterlijk ${gate.replyBy}`}.
      </p>
      <p>{gate.sentence}</p>
      {gate.rule.assumed !== null && <p>De besluitregel is een aanname: {gate.rule.assumed}.</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">Wie besluit</th>
            <th scope="col">Besluit</th>
            <th scope="col">Datum</th>
            <th scope="col">Kenmerk</th>
          </tr>
        </thead>
        <tbody>
          {gate.electorate.map((body) => {
            const decision = gate.decisions.find((d) => d.body === body && d.supersededBy === null);
            const why = missing.get(body);
            return (
              <tr key={body}>
                <th scope="row">{titleOf(body)}</th>
                <td>
                  {decision ? decisionWords[decision.decision] : missingWords.silent}
                  {decision && why && ` (${missingWords[why.why]})`}
                </td>
                <td>{decision?.decidedOn}</td>
                <td>{decision?.reference}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {gate.rulings.map((ruling) => (
        <p key={ruling.id}>
          Conclusie op {ruling.ruledOn}: {rulingWords[ruling.ruling]}. {ruling.reason}
        </p>
      ))}
    </section>
  );
}
