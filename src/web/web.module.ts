// The pages.
import { Module, type OnModuleInit } from '@nestjs/common';
import { demonstrationGroups, demonstrationPassword } from '../app/demonstration.js';
import { DossiersModule } from '../app/dossiers.module.js';
import { Places } from '../http/places.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { managesPeople } from '../domain/permissions.js';
import { Configuration } from '../store/process/configuration.js';
import { BriefingController } from './out/briefing.controller.js';
import { AssetsController } from './assets.controller.js';
import { CorrectionsController } from './giving/corrections.controller.js';
import { DecisionListController } from './in/decision-list.controller.js';
import { DecisionsInSheet } from './in/decisions-in-sheet.js';
import { DecisionsSheetController } from './in/decisions-sheet.controller.js';
import { DecidedController } from './dossier/decided.controller.js';
import { DecisionPagesController } from './dossier/decision.controller.js';
import { DossierPagesController } from './dossier/dossier-pages.controller.js';
import { Documents } from './out/documents.js';
import { DossierDocumentsController } from './out/documents.controller.js';
import { DossierExportController } from './out/export.controller.js';
import { DraftsController } from './giving/drafts.controller.js';
import { ForecastSection } from './dossier/forecast-section.js';
import { ForecastController } from './dossier/forecast.controller.js';
import { FormsController } from './giving/forms.controller.js';
import { GridsController } from './giving/grids.controller.js';
import { OverviewLists } from './lists/overview-list.js';
import { OverviewController } from './lists/overview.controller.js';
import { HomeController } from './home.controller.js';
import { PaperPagesController } from './out/papers.controller.js';
import { NewPersonController } from './people/new-person.controller.js';
import { FeedAnswers } from './out/feed-answers.js';
import { FeedsController } from './out/feeds.controller.js';
import { GateDaysController } from './out/gate-days.controller.js';
import { FollowedLinks } from './letters/followed-links.js';
import { Giving } from './giving/giving.js';
import { PersonalLinkController } from './letters/personal-link.controller.js';
import { PeopleInSheet } from './in/people-in-sheet.js';
import { PersonLinksController } from './people/person-links.controller.js';
import { PersonFactorController } from './people/person-factor.controller.js';
import { PeopleSheetController } from './in/people-sheet.controller.js';
import { rolesPath } from './pages/people/roles.js';
import { RolesPagesController } from './people/roles.controller.js';
import { Staffing } from './people/staffing.js';
import { Exports } from './out/exports.js';
import { ListExportController } from './out/list-export.controller.js';
import { ListLiveController, LiveController } from './dossier/live.controller.js';
import { Live } from './dossier/live.js';
import { LogController } from './log/log.controller.js';
import { MandatePagesController } from './dossier/mandates.controller.js';
import { Meanwhile } from './log/meanwhile.js';
import { InvitationController } from './people/invitation.controller.js';
import { PersonForms } from './people/person-forms.js';
import { PersonFormsController } from './people/person-forms.controller.js';
import { PeoplePagesController } from './people/people.controller.js';
import { Refusals } from './refusals.js';
import { NotesController } from './dossier/notes.controller.js';
import { Reaching } from './dossier/reaching.js';
import { ReminderSettingsController } from './letters/reminder-settings.controller.js';
import { RemindersController } from './letters/reminders.controller.js';
import { SeenController } from './dossier/seen.controller.js';
import { SearchController } from './lists/search.controller.js';
import { SecurityLogPagesController } from './people/security-log.controller.js';
import { securityPath } from './pages/log/security-log.js';
import { StartController } from './start/start.controller.js';
import { StartForms } from './start/start-forms.js';
import { TasksController } from './lists/tasks.controller.js';
import { Visits } from './visit/visit.js';
import { WellKnownController } from './well-known.controller.js';
import { WorkflowPagesController } from './start/workflow-pages.controller.js';

@Module({
  imports: [DossiersModule],
  providers: [
    Visits,
    Meanwhile,
    Giving,
    FeedAnswers,
    FollowedLinks,
    Reaching,
    Live,
    StartForms,
    Staffing,
    PersonForms,
    PeopleInSheet,
    DecisionsInSheet,
    OverviewLists,
    Exports,
    ForecastSection,
    Documents,
    { provide: RefusalPages, useClass: Refusals },
  ],
  controllers: [
    HomeController,
    TasksController,
    OverviewController,
    StartController,
    WorkflowPagesController,
    DossierPagesController,
    DecisionPagesController,
    LogController,
    BriefingController,
    DossierExportController,
    DossierDocumentsController,
    ListExportController,
    LiveController,
    ListLiveController,
    DecidedController,
    MandatePagesController,
    PaperPagesController,
    FormsController,
    PersonalLinkController,
    FeedsController,
    GateDaysController,
    GridsController,
    DecisionsSheetController,
    DecisionListController,
    ForecastController,
    DraftsController,
    CorrectionsController,
    RemindersController,
    ReminderSettingsController,
    NotesController,
    SeenController,
    RolesPagesController,
    NewPersonController,
    PeopleSheetController,
    PersonFactorController,
    PersonLinksController,
    PeoplePagesController,
    InvitationController,
    PersonFormsController,
    SearchController,
    SecurityLogPagesController,
    AssetsController,
    WellKnownController,
  ],
  exports: [RefusalPages],
})
export class WebModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.places.menu.push(
      { href: '/trajecten', label: ({ frame }) => frame.dossiers },
      { href: '/taken', label: ({ frame }) => frame.tasks },
      { href: '/procesplannen', label: ({ frame }) => frame.workflows },
      { href: rolesPath, label: ({ rolesPages }) => rolesPages.title, isFor: managesPeople, group: 'managing' },
      {
        href: securityPath,
        label: ({ securityPages }) => securityPages.title,
        isFor: managesPeople,
        group: 'managing',
      },
    );
    if (this.configuration.mode === 'demonstration')
      this.places.openAccounts.push({
        groups: demonstrationGroups().map(({ role, accounts }) => ({
          title: role && (({ signIn }) => signIn.groups[role]),
          accounts,
        })),
        password: demonstrationPassword,
      });
  }
}
