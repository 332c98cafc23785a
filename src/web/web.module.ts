// The pages.
import { Module, type OnModuleInit } from '@nestjs/common';
import { demonstrationGroups, demonstrationPassword } from '../app/demonstration.js';
import { DossiersModule } from '../app/dossiers.module.js';
import { Places } from '../http/places.js';
import { RefusalPages } from '../http/refusal-pages.js';
import { managesPeople } from '../domain/permissions.js';
import { Configuration } from '../store/process/configuration.js';
import { BriefingController } from './briefing.controller.js';
import { AssetsController } from './assets.controller.js';
import { CorrectionsController } from './corrections.controller.js';
import { DecisionListController } from './decision-list.controller.js';
import { DecisionsInSheet } from './decisions-in-sheet.js';
import { DecisionsSheetController } from './decisions-sheet.controller.js';
import { DecidedController } from './decided.controller.js';
import { DecisionPagesController } from './decision.controller.js';
import { DossierPagesController } from './dossier-pages.controller.js';
import { Documents } from './documents.js';
import { DossierDocumentsController } from './documents.controller.js';
import { DossierExportController } from './export.controller.js';
import { DraftsController } from './drafts.controller.js';
import { ForecastSection } from './forecast-section.js';
import { ForecastController } from './forecast.controller.js';
import { FormsController } from './forms.controller.js';
import { GridsController } from './grids.controller.js';
import { OverviewController } from './overview.controller.js';
import { HomeController } from './home.controller.js';
import { PaperPagesController } from './papers.controller.js';
import { NewPersonController } from './new-person.controller.js';
import { FeedAnswers } from './feed-answers.js';
import { FeedsController } from './feeds.controller.js';
import { GateDaysController } from './gate-days.controller.js';
import { FollowedLinks } from './followed-links.js';
import { Giving } from './giving.js';
import { PersonalLinkController } from './personal-link.controller.js';
import { PeopleInSheet } from './people-in-sheet.js';
import { PersonLinksController } from './person-links.controller.js';
import { PersonFactorController } from './person-factor.controller.js';
import { PeopleSheetController } from './people-sheet.controller.js';
import { rolesPath } from './pages/roles.js';
import { RolesPagesController } from './roles.controller.js';
import { Staffing } from './staffing.js';
import { Exports } from './exports.js';
import { ListExportController } from './list-export.controller.js';
import { ListLiveController, LiveController } from './live.controller.js';
import { Live } from './live.js';
import { LogController } from './log.controller.js';
import { MandatePagesController } from './mandates.controller.js';
import { Meanwhile } from './meanwhile.js';
import { PeoplePagesController } from './people.controller.js';
import { Refusals } from './refusals.js';
import { NotesController } from './notes.controller.js';
import { Reaching } from './reaching.js';
import { ReminderSettingsController } from './reminder-settings.controller.js';
import { RemindersController } from './reminders.controller.js';
import { SeenController } from './seen.controller.js';
import { SearchController } from './search.controller.js';
import { SecurityLogPagesController } from './security-log.controller.js';
import { securityPath } from './pages/security-log.js';
import { StartController } from './start.controller.js';
import { StartForms } from './start-forms.js';
import { TasksController } from './tasks.controller.js';
import { Visits } from './visit.js';
import { WellKnownController } from './well-known.controller.js';
import { WorkflowPagesController } from './workflow-pages.controller.js';

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
    PeopleInSheet,
    DecisionsInSheet,
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
