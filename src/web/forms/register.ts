// Every form by where it is, after the address of its dossier.
import { commands } from '../../domain/commands/commands.js';
import { startFacts } from '../../domain/facts/of-phases.js';
import type { FormKind } from './form-kind.js';
import { extendTerm, leaveGate, recordReceipt, scheduleItem, unscheduleItem } from './agenda-forms.js';
import { conditionForm } from './condition-form.js';
import { confirmForm } from './confirm-form.js';
import { recordDecision } from './decision-form.js';
import {
  adoptList,
  answerPoint,
  answerRemark,
  changeElectorate,
  liftSecrecy,
  releaseDecision,
  reviseProposal,
  withdrawDecision,
  withdrawGate,
} from './gate-forms.js';
import { amendRule, notifyAmendment } from './rule-form.js';
import { confirmMandate, endMandate, recordMandate } from './mandate-forms.js';
import { mergeParties } from './merger-form.js';
import { migrateDossier } from './migration-form.js';
import { splitForm } from './split-form.js';
import type { SaidBy } from './typed.js';
import { layPaper, stateCriterion } from './requirement-forms.js';
import { rulingForm } from './ruling-form.js';
import { recordPublication } from './publication-form.js';
import { recordFact, recordMeeting, planPhase } from './phase-forms.js';
import {
  completePhase,
  reopenGate,
  reworkPhase,
  startPhase,
  stopDossier,
  submitGate,
  visitBody,
} from './process-forms.js';

export const forms: Readonly<Record<string, FormKind>> = {
  procesplan: migrateDossier,
  herindeling: mergeParties,
  stoppen: stopDossier,
  feit: recordFact,
  mandaat: recordMandate,
  'mandaat-beeindigen': endMandate,
  'mandaat-bevestigen': confirmMandate,
  'fasen/:phase/starten': startPhase,
  'fasen/:phase/afronden': completePhase,
  'fasen/:phase/overdoen': reworkPhase,
  'fasen/:phase/bezoek': visitBody,
  'fasen/:phase/bekendmaking': recordPublication,
  'fasen/:phase/overleg': recordMeeting,
  'fasen/:phase/planning': planPhase,
  'momenten/:gate/voorleggen': submitGate,
  'momenten/:gate/besluit': recordDecision,
  'momenten/:gate/conclusie': rulingForm,
  'momenten/:gate/splitsing': splitForm,
  'momenten/:gate/heropenen': reopenGate,
  'momenten/:gate/terugnemen': withdrawGate,
  'momenten/:gate/versie': reviseProposal,
  'momenten/:gate/ontvangst': recordReceipt,
  'momenten/:gate/termijn': extendTerm,
  'momenten/:gate/stuk': layPaper,
  'momenten/:gate/criterium': stateCriterion,
  'momenten/:gate/agenda': scheduleItem,
  'momenten/:gate/van-de-agenda': unscheduleItem,
  'momenten/:gate/wie-besluiten': changeElectorate,
  'momenten/:gate/uittreden': leaveGate,
  'momenten/:gate/regel': amendRule,
  'momenten/:gate/bericht': notifyAmendment,
  'momenten/:gate/besluiten/:decision/bevestigen': confirmForm,
  'momenten/:gate/besluiten/:decision/vrijgeven': releaseDecision,
  'momenten/:gate/besluiten/:decision/lijst': adoptList,
  'momenten/:gate/besluiten/:decision/intrekken': withdrawDecision,
  'momenten/:gate/besluiten/:decision/geheimhouding': liftSecrecy,
  'momenten/:gate/besluiten/:decision/punt': answerPoint,
  'momenten/:gate/besluiten/:decision/aandachtspunt': answerRemark,
  'momenten/:gate/voorwaarden/:condition': conditionForm,
};

/** Where every form is, below the address of its dossier. */
const below = '/trajecten/:dossier/';

/** The address of the form that starts a dossier. */
export const startPath = '/trajecten/nieuw';

/** The routes of every form that is about a dossier. */
export const formRoutes = Object.keys(forms).map((path) => below + path);

/** The form at a route; undefined where it is the route of none. */
export const formAt = (route: string): FormKind | undefined =>
  route.startsWith(below) && Object.hasOwn(forms, route.slice(below.length))
    ? forms[route.slice(below.length)]
    : undefined;

/** What can be said at a route: with the command of its form. */
export function saidAt(route: string): SaidBy | null {
  if (route === startPath) return { command: 'start-dossier', says: startFacts };
  const kind = formAt(route);
  return kind ? { command: kind.command, says: commands[kind.command].says } : null;
}
