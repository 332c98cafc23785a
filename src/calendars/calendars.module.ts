// Entering when bodies meet: the pages, and who may.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople, isValid, permissions } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { CalendarsController } from './calendars.controller.js';
import { ElectedController } from './elected.controller.js';
import { CalendarEntries } from './entries.js';
import { calendarsPath } from './paths.js';
import { RenewedSection } from './renewed-section.js';

@Module({ providers: [CalendarEntries, RenewedSection], controllers: [CalendarsController, ElectedController] })
export class CalendarsModule implements OnModuleInit {
  constructor(private readonly places: Places) {}

  onModuleInit(): void {
    this.places.menu.push({
      href: calendarsPath,
      label: ({ calendarPages }) => calendarPages.menu,
      isFor: (person, today) =>
        managesPeople(person, today) ||
        person.assignments.some((one) => isValid(one, today) && permissions['schedule-item'][one.role] !== 'never'),
    });
  }
}
