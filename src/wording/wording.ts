// What is said in one language, as pages, forms and drawings are given it. Another language is one more value here.
import type { Language } from '../domain/dossier/events.js';
import * as archive from './archive.js';
import * as asked from './asked.js';
import * as backupHeld from './backup-held.js';
import * as backupPages from './backup-pages.js';
import * as briefing from './briefing.js';
import * as calendars from './calendars.js';
import * as concluding from './concluding.js';
import * as dates from './dates.js';
import * as decided from './decided.js';
import * as decisionForm from './decision-form.js';
import * as decisionList from './decision-list.js';
import * as decisionsSheet from './decisions-sheet.js';
import * as diagram from './diagram.js';
import * as differences from './differences.js';
import * as done from './done.js';
import * as drafts from './drafts.js';
import * as due from './due.js';
import * as dutyPages from './duty.js';
import * as elected from './elected.js';
import * as electorate from './electorate.js';
import * as factNames from './fact-names.js';
import * as fields from './fields.js';
import * as forecast from './forecast.js';
import * as forms from './forms.js';
import * as glossary from './glossary.js';
import * as grids from './grids.js';
import * as houseStyle from './house-style.js';
import { erasedPaper, paperErasure } from './paper-erasure.js';
import * as help from './help.js';
import * as health from './health.js';
import * as lateness from './lateness.js';
import * as letters from './letters.js';
import * as logSentence from './log-sentence.js';
import * as log from './log.js';
import * as mailLetters from './mail-letters.js';
import * as mail from './mail.js';
import * as mandates from './mandates.js';
import * as migration from './migration.js';
import * as news from './news.js';
import * as notes from './notes.js';
import * as nouns from './nouns.js';
import * as pages from './pages.js';
import * as outWords from './out.js';
import * as listChoices from './list-choice.js';
import * as overviewing from './overview.js';
import * as papers from './papers.js';
import * as people from './people.js';
import * as peopleSheet from './people-sheet.js';
import * as planFaults from './plan-faults.js';
import * as problems from './problems.js';
import * as processForms from './process-forms.js';
import * as reminding from './reminders.js';
import * as reference from './reference.js';
import * as feeds from './feeds.js';
import * as personalLinks from './personal-links.js';
import * as reminderSettings from './reminder-settings.js';
import * as requirements from './requirements.js';
import * as proof from './facts-of-proof.js';
import * as roles from './roles.js';
import * as rules from './rules.js';
import * as search from './search.js';
import * as secrecy from './secrecy.js';
import * as security from './security.js';
import * as secondFactor from './second-factor.js';
import * as sentence from './sentence.js';
import * as stand from './stand.js';
import * as starting from './starting.js';
import * as stems from './stems.js';
import * as tasks from './tasks.js';
import * as toldInSentence from './told-in-sentence.js';
import * as toldOtherwise from './told-otherwise.js';
import * as shortTitles from './short-title.js';
import * as signIn from './sign-in.js';
import * as verbs from './verbs.js';
import * as views from './views.js';
import * as webhooks from './webhooks.js';
import * as words from './words.js';
import * as workflowPages from './workflow-pages.js';

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
