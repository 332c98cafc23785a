// Dossiers: giving commands, reading how they stand, and the demonstration.
import { Module } from '@nestjs/common';
import { PaperReceiver } from '../store/paper-uploads.js';
import { BodiesInUse } from './bodies-in-use.js';
import { BodyNotes } from './body-notes.js';
import { Chances } from './chances.js';
import { Corrections } from './corrections.js';
import { Demonstration } from './demonstration.js';
import { DemonstrationExamples } from './demonstration-examples.js';
import { Drafts } from './drafts.js';
import { Dossiers } from './dossiers.js';
import { DossierCache } from './dossier-cache.js';
import { Feeds } from './feeds.js';
import { Forecasts } from './forecasts.js';
import { Papers } from './papers.js';
import { PersonalLinks } from './personal-links.js';
import { Quarantine } from './quarantine.js';
import { ReadModels } from './read-models.js';
import { News } from './news.js';
import { Readings } from './readings.js';
import { Recorder } from './recorder.js';
import { ReminderLetters } from './reminder-letters.js';
import { ReminderSettings } from './reminder-settings.js';
import { Reminding } from './reminding.js';
import { Retelling } from './retelling.js';
import { Search } from './search.js';
import { Soundness } from './soundness.js';
import { StillMeant } from './still-meant.js';
import { Together } from './together.js';
import { TellingSystems } from './telling.js';
import { ToldDifferences } from './told-differences.js';
import { StartCommand } from './start-command.js';
import { Starting } from './starting.js';
import { Turns } from './turns.js';

@Module({
  providers: [
    Quarantine,
    DossierCache,
    ReadModels,
    Recorder,
    StartCommand,
    Starting,
    Dossiers,
    Papers,
    { provide: PaperReceiver, useExisting: Papers },
    Corrections,
    Readings,
    News,
    Chances,
    Feeds,
    Forecasts,
    BodyNotes,
    BodiesInUse,
    Drafts,
    Turns,
    Demonstration,
    DemonstrationExamples,
    PersonalLinks,
    ReminderLetters,
    ReminderSettings,
    Reminding,
    StillMeant,
    Retelling,
    Search,
    Soundness,
    TellingSystems,
    Together,
    ToldDifferences,
  ],
  exports: [
    Starting,
    Quarantine,
    DossierCache,
    ReadModels,
    Dossiers,
    Papers,
    PaperReceiver,
    Corrections,
    Readings,
    News,
    Feeds,
    Forecasts,
    BodyNotes,
    BodiesInUse,
    Drafts,
    Turns,
    PersonalLinks,
    ReminderLetters,
    ReminderSettings,
    Reminding,
    Demonstration,
    DemonstrationExamples,
    Search,
    Soundness,
    Together,
    ToldDifferences,
  ],
})
export class DossiersModule {}
