// Every form by where it is, after the address of its dossier.
import type { FormKind } from './form-kind.js';
import { recordReceipt, scheduleItem, unscheduleItem } from './agenda-forms.js';
import { conditionForm } from './condition-form.js';
import { confirmForm } from './confirm-form.js';
import { decisionForm } from './decision-form.js';
import {
  adoptList,
  answerPoint,
  answerRemark,
  changeElectorate,
  releaseDecision,
  reviseProposal,
  withdrawDecision,
  withdrawGate,
} from './gate-forms.js';
import { amendRule, notifyAmendment } from './rule-form.js';
import { migrateDossier } from './migration-form.js';
import { splitForm } from './split-form.js';
import { rulingForm } from './ruling-form.js';
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
  stoppen: stopDossier,
  feit: recordFact,
  'fasen/:phase/starten': startPhase,
  'fasen/:phase/afronden': completePhase,
  'fasen/:phase/overdoen': reworkPhase,
  'fasen/:phase/bezoek': visitBody,
  'fasen/:phase/overleg': recordMeeting,
  'fasen/:phase/planning': planPhase,
  'momenten/:gate/voorleggen': submitGate,
  'momenten/:gate/besluit': decisionForm,
  'momenten/:gate/conclusie': rulingForm,
  'momenten/:gate/splitsing': splitForm,
  'momenten/:gate/heropenen': reopenGate,
  'momenten/:gate/terugnemen': withdrawGate,
  'momenten/:gate/versie': reviseProposal,
  'momenten/:gate/ontvangst': recordReceipt,
  'momenten/:gate/agenda': scheduleItem,
  'momenten/:gate/van-de-agenda': unscheduleItem,
  'momenten/:gate/wie-besluiten': changeElectorate,
  'momenten/:gate/regel': amendRule,
  'momenten/:gate/bericht': notifyAmendment,
  'momenten/:gate/besluiten/:decision/bevestigen': confirmForm,
  'momenten/:gate/besluiten/:decision/vrijgeven': releaseDecision,
  'momenten/:gate/besluiten/:decision/lijst': adoptList,
  'momenten/:gate/besluiten/:decision/intrekken': withdrawDecision,
  'momenten/:gate/besluiten/:decision/punt': answerPoint,
  'momenten/:gate/besluiten/:decision/aandachtspunt': answerRemark,
  'momenten/:gate/voorwaarden/:condition': conditionForm,
};

export const formPaths = Object.keys(forms);
