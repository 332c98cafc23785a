// The phases of a dossier as one ribbon: a chip for each, a diamond behind it for its gate, filled once that was concluded.
import type { ReactNode } from 'react';
import type { DossierView, PhaseView } from '../../../domain/views/dossier-view.js';
import type { Late } from '../../../domain/stand/lateness.js';
import type { Day, Slug } from '../../../domain/vocabulary.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { askedAt } from '../../../domain/workflow/asks.js';
import { SignIcon, signOfRuling } from '../../../http/page/sign.js';
import type { Addresses } from '../addresses.js';
import { Lateness } from './lateness.js';

/** Of more phases those that neither run nor were refused are a number. */
const roomy = 9;

interface RibbonProps {
  dossier: DossierView;
  plan: Plan;
  at: Addresses;
  day: Day;
}

const running: ReadonlySet<PhaseView['status']> = new Set<PhaseView['status']>(['underway', 'at-gate']);

export function Ribbon({ dossier, plan, at, day }: RibbonProps) {
  const { dossierPage } = useWording();
  // What lies on another way than this dossier went is no phase of it.
  const phases = dossier.phases.filter(({ status }) => status !== 'skipped');
  return (
    <>
      <ol
        className={phases.length > roomy ? 'sluis-ribbon sluis-ribbon--many' : 'sluis-ribbon'}
        aria-label={dossierPage.phases}
      >
        {phases.map((phase) => (
          <Chip key={phase.id} phase={phase} dossier={dossier} plan={plan} at={at} day={day} />
        ))}
      </ol>
      <p className="sluis-ribbon__now">{nowWords(phases, plan, useWording())}</p>
      <Lateness dossier={dossier} />
      <Warnings dossier={dossier} />
    </>
  );
}

const rulingAt = ({ gates }: DossierView, gate: Slug | null) => gates.find(({ id }) => id === gate)?.ruling ?? null;

function Chip({ phase, ...props }: RibbonProps & { phase: PhaseView }) {
  const { dossier, plan, at } = props;
  const { shortTitle, phaseWords } = useWording();
  const { id, title, gate, status } = phase;
  const ruling = rulingAt(dossier, gate);
  const isDone = status === 'passed' || status === 'refused';
  const sign = isDone ? (ruling && gate !== null ? signOfRuling(ruling.ruling, askedAt(plan, gate)) : 'for') : null;
  const content = (
    <>
      <span className="sluis-chip__number">
        {sign && <SignIcon sign={sign} />}
        {plan.phases.get(id)?.number}
      </span>{' '}
      <span className="sluis-chip__when">
        <When phase={phase} {...props} />
      </span>{' '}
      <span className="sluis-chip__name">{shortTitle(title)}</span>
      <span className="sluis-unseen"> ({phaseWords[status]})</span>
    </>
  );
  return (
    <li className={`sluis-chip sluis-chip--${status}`}>
      <ChipBox href={gate === null ? null : at.gate(gate)} title={title}>
        {content}
      </ChipBox>
      {gate !== null && <Gem className={isDone && ruling ? `sluis-gem sluis-sign--${sign}` : 'sluis-gem'} />}
    </li>
  );
}

const ChipBox = ({ href, title, children }: { href: string | null; title: string; children: ReactNode }) =>
  href === null ? (
    <span className="sluis-chip__box" title={title}>
      {children}
    </span>
  ) : (
    <a className="sluis-chip__box" href={href} title={title}>
      {children}
    </a>
  );

const Gem = ({ className }: { className: string }) => (
  <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" />
  </svg>
);

/** Of what runs its end, of what is over what was concluded and when, of the rest until when it is planned. */
function When({ phase, dossier, plan, day }: RibbonProps & { phase: PhaseView }) {
  const wording = useWording();
  const { phaseWords, dossierPage, briefDay, monthOf, capital } = wording;
  const { status, planned, passedOn, gate } = phase;
  const open = dossier.gates.find(({ id }) => id === gate);
  if (status === 'passed' || status === 'refused') return doneWords(phase, dossier, plan, day, wording);
  const until = (running.has(status) ? open?.dueOn : null) ?? planned.until;
  const first = dossier.late?.phase === phase.id ? dossier.late : null;
  if (first) return <span className="sluis-late">{lateWords(first, wording)}</span>;
  if (running.has(status))
    return until === null ? capital(phaseWords[status]) : dossierPage.until(briefDay(until, day));
  return until === null || passedOn !== null ? phaseWords[status] : monthOf(until);
}

const lateWords = ({ days }: Late, { latenessWords }: Wording): string => latenessWords.mark(days);

function doneWords(
  { status, passedOn, gate }: PhaseView,
  dossier: DossierView,
  plan: Plan,
  day: Day,
  { speech, briefDay, phaseWords }: Wording,
): string {
  const ruling = rulingAt(dossier, gate);
  const word = ruling && gate ? speech[askedAt(plan, gate)].rulings[ruling.ruling] : phaseWords[status];
  const on = passedOn ?? ruling?.ruledOn ?? null;
  return on === null ? word : `${word} ${briefDay(on, day)}`;
}

/** What runs, in words, where the chips have room for a number alone. */
function nowWords(phases: PhaseView[], plan: Plan, { dossierPage, phaseWords }: Wording): string {
  return phases
    .filter(({ status }) => running.has(status))
    .map(({ id, title, status }) => dossierPage.runs(plan.phases.get(id)?.number ?? '', title, phaseWords[status]))
    .join(' ');
}

/** What the phases rest on that is no longer so, in lines: a chip has no room for it. */
const Warnings = ({ dossier: { phases } }: Pick<RibbonProps, 'dossier'>) => {
  const wording = useWording();
  const warnings = phases.flatMap(({ id, title, restsOn }) =>
    restsOn.map((gate) => ({ key: `${id} ${gate}`, title, words: restsOnWords(phases, gate, wording) })),
  );
  return warnings.length === 0 ? null : (
    <ul className="sluis-plain sluis-warnings">
      {warnings.map(({ key, title, words }) => (
        <li key={key}>
          <strong>{title}</strong>: {words}
        </li>
      ))}
    </ul>
  );
};

/** An earlier gate under this phase, and what became of it. */
function restsOnWords(phases: PhaseView[], gate: Slug, { dossierPage }: Wording): string {
  const under = phases.find(({ id }) => id === gate);
  const { passed, open, lost } = dossierPage.restsOn;
  const words = under?.status === 'passed' ? passed : under?.status === 'at-gate' ? open : lost;
  return words(under?.title ?? gate);
}
