// What is said in one language, as pages, forms and drawings are given it. Another language is one more value here.
import type { Language } from '../domain/dossier/events.js';
import * as archive from './out/archive.js';
import * as asked from './gates/asked.js';
import * as backupHeld from './language/backup-held.js';
import * as backupPages from './pages/backup-pages.js';
import * as briefing from './pages/briefing.js';
import * as calendars from './pages/calendars.js';
import * as concluding from './gates/concluding.js';
import * as dates from './language/dates.js';
import * as decided from './gates/decided.js';
import * as decisionForm from './forms/decision-form.js';
import * as decisionList from './pages/decision-list.js';
import * as decisionsSheet from './pages/decisions-sheet.js';
import * as diagram from './pages/diagram.js';
import * as differences from './gates/differences.js';
import * as done from './pages/done.js';
import * as drafts from './pages/drafts.js';
import * as due from './facts/due.js';
import * as dutyPages from './shell/duty.js';
import * as elected from './pages/elected.js';
import * as electorate from './gates/electorate.js';
import * as factNames from './facts/fact-names.js';
import * as fields from './refusals/fields.js';
import * as forecast from './pages/forecast.js';
import * as forms from './forms/forms.js';
import * as glossary from './pages/glossary.js';
import * as grids from './forms/grids.js';
import * as houseStyle from './pages/house-style.js';
import { erasedPaper, paperErasure } from './facts/paper-erasure.js';
import * as help from './pages/help.js';
import * as health from './shell/health.js';
import * as lateness from './gates/lateness.js';
import * as letters from './out/letters.js';
import * as logSentence from './log/log-sentence.js';
import * as log from './log/log.js';
import * as mailLetters from './out/mail-letters.js';
import * as mail from './pages/mail.js';
import * as mandates from './facts/mandates.js';
import * as migration from './forms/migration.js';
import * as news from './pages/news.js';
import * as notes from './pages/notes.js';
import * as nouns from './language/nouns.js';
import * as pages from './pages/pages.js';
import * as outWords from './out/out.js';
import * as listChoices from './pages/list-choice.js';
import * as overviewing from './pages/overview.js';
import * as papers from './pages/papers.js';
import * as people from './pages/people.js';
import * as peopleSheet from './pages/people-sheet.js';
import * as planFaults from './gates/plan-faults.js';
import * as problems from './refusals/problems.js';
import * as processForms from './forms/process-forms.js';
import * as reminding from './pages/reminders.js';
import * as reference from './api/reference.js';
import * as feeds from './out/feeds.js';
import * as personalLinks from './pages/personal-links.js';
import * as reminderSettings from './pages/reminder-settings.js';
import * as requirements from './facts/requirements.js';
import * as proof from './facts/facts-of-proof.js';
import * as roles from './pages/roles.js';
import * as rules from './gates/rules.js';
import * as search from './pages/search.js';
import * as secrecy from './facts/secrecy.js';
import * as security from './pages/security.js';
import * as secondFactor from './pages/second-factor.js';
import * as sentence from './gates/sentence.js';
import * as stand from './gates/stand.js';
import * as starting from './forms/starting.js';
import * as stems from './language/stems.js';
import * as tasks from './pages/tasks.js';
import * as toldInSentence from './log/told-in-sentence.js';
import * as toldOtherwise from './log/told-otherwise.js';
import * as shortTitles from './language/short-title.js';
import * as signIn from './pages/sign-in.js';
import * as verbs from './gates/verbs.js';
import * as views from './gates/views.js';
import * as webhooks from './pages/webhooks.js';
import * as words from './language/words.js';
import * as workflowPages from './pages/workflow-pages.js';

const language: Language = 'nl';

const dutch = {
  language,
  ...archive,
  ...asked,
  ...backupHeld,
  ...backupPages,
  ...briefing,
  ...calendars,
  ...concluding,
  ...dates,
  ...decided,
  ...decisionForm,
  ...decisionList,
  ...decisionsSheet,
  ...diagram,
  ...differences,
  ...done,
  ...drafts,
  ...due,
  ...dutyPages,
  ...electorate,
  ...elected,
  ...factNames,
  ...fields,
  ...forecast,
  ...forms,
  ...glossary,
  ...grids,
  ...help,
  ...houseStyle,
  erasedPaper,
  paperErasure,
  ...health,
  ...lateness,
  ...letters,
  ...logSentence,
  ...log,
  ...mailLetters,
  ...mail,
  ...feeds,
  ...personalLinks,
  ...reminderSettings,
  ...mandates,
  ...migration,
  ...news,
  ...notes,
  ...nouns,
  ...pages,
  ...outWords,
  ...listChoices,
  ...overviewing,
  ...papers,
  ...people,
  ...peopleSheet,
  ...planFaults,
  ...problems,
  ...processForms,
  ...reference,
  ...reminding,
  ...proof,
  ...requirements,
  ...roles,
  ...rules,
  ...search,
  ...secrecy,
  ...security,
  ...secondFactor,
  ...sentence,
  ...signIn,
  ...shortTitles,
  ...stand,
  ...starting,
  ...stems,
  ...tasks,
  ...toldInSentence,
  ...toldOtherwise,
  ...verbs,
  ...views,
  ...webhooks,
  ...words,
  ...workflowPages,
};

export type Wording = typeof dutch;

export const languages: Record<Language, Wording> = { nl: dutch };
