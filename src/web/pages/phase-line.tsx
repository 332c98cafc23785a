// What is late in a dossier, above its phases beside each other: where each is.
import type { DossierView, PhaseView } from '../../domain/views/dossier-view.js';
import type { Late } from '../../domain/stand/lateness.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import { askedAt } from '../../domain/workflow/asks.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import type { Addresses } from './addresses.js';
import { Lateness } from './lateness.js';

/** So many phases fit beside each other. */
const inOneRow = 8;

interface PhaseLineProps {
  dossier: DossierView;
  plan: Plan;
  at: Addresses;
  day: Day;
}

/** What was concluded at the gate by which a phase passed. */
function concludedIn({ gates }: DossierView, gate: Slug | null, plan: Plan, { speech }: Wording): string {
  const found = gates.find(({ id }) => id === gate);
  return found?.ruling ? `: ${speech[askedAt(plan, found.id)].rulings[found.ruling.ruling]}` : '';
}

export const PhaseLine = ({ dossier, plan, at, day }: PhaseLineProps) => {
  const { phases, late } = dossier;
  const wording = useWording();
  const { dossierPage, capital, phaseWords, shortDay } = wording;
  return (
    <>
      <Lateness dossier={dossier} day={day} />
      <ol
        className={phases.length <= inOneRow ? 'sluis-line sluis-line--short' : 'sluis-line'}
        aria-label={dossierPage.phases}
      >
        {phases.map((phase) => (
          <li key={phase.id} className={`sluis-step sluis-step--${phase.status}`}>
            <span className="sluis-step__mark" aria-hidden="true">
              {phase.status === 'passed' ? (
                <svg viewBox="0 0 24 24" focusable="false">
                  <path d="m6 12.5 4 4 8-9" />
                </svg>
              ) : (
                plan.phases.get(phase.id)?.number
              )}
            </span>
            <span className="sluis-step__title">
              {phase.gate === null ? phase.title : <a href={at.gate(phase.gate)}>{phase.title}</a>}
            </span>
            <span className="sluis-step__status">
              {capital(phaseWords[phase.status])}
              {phase.passedOn !== null && ` ${shortDay(phase.passedOn)}`}
              {phase.passedOn !== null && concludedIn(dossier, phase.gate, plan, wording)}
            </span>
            {phase.restsOn.map((gate) => (
              <span key={gate} className="sluis-step__warning">
                {restsOnWords(phases, gate, wording)}
              </span>
            ))}
            <WhenPlanned phase={phase} first={late?.phase === phase.id ? late : null} />
          </li>
        ))}
      </ol>
    </>
  );
};

/** Red is what matters first of all that is late; the rest waits for it. */
const WhenPlanned = ({ phase, first }: { phase: PhaseView; first: Late | null }) => {
  const { dossierPage, latenessWords, windowWords } = useWording();
  const { status, planned, late } = phase;
  if (late && planned.until !== null)
    return (
      <span className={first ? 'sluis-step__warning' : 'sluis-quiet'}>{dossierPage.plannedUntil(planned.until)}</span>
    );
  if (first) return <span className="sluis-step__warning">{latenessWords.cell(first.since, first.days)}</span>;
  return status === 'planned' && <span className="sluis-quiet">{windowWords(planned)}</span>;
};

/** An earlier gate under this phase, and what became of it. */
function restsOnWords(phases: PhaseView[], gate: Slug, { dossierPage }: Wording): string {
  const under = phases.find(({ id }) => id === gate);
  const { passed, open, lost } = dossierPage.restsOn;
  const words = under?.status === 'passed' ? passed : under?.status === 'at-gate' ? open : lost;
  return words(under?.title ?? gate);
}
