// The demonstration: one account for every role, and the letter of 11 April 2024 with invented decisions that say so.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addCalendar } from '../store/calendars.js';
import { Database } from '../store/database.js';
import type { KnownPerson } from '../domain/people.js';
import { demonstrationMark, saveSetting, setting } from '../store/settings.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import type { RecordDecision } from '../domain/facts/of-decisions.js';
import type { BodyId, DossierId, Role } from '../domain/vocabulary.js';
import type { Caller } from '../store/caller.js';
import { Configuration } from '../store/process/configuration.js';
import { Directory } from '../store/directory.js';
import { Mendable } from '../store/process/mendable.js';
import { letter as words } from '../wording/out/demonstration.js';
import { letterOf } from './demonstration-letter.js';
import { demonstrationCalendars, demonstrationRegion } from './demonstration-calendars.js';
import { Dossiers } from './dossiers.js';
import { Papers } from './papers.js';

export const demonstrationPassword = 'demonstratie-sluis';
export const marker = 'verzonnen voor de demonstratie';
const workflow = 'drenthe-robuuste-regio';
const abo = 'jeugdhulpregio-drenthe/abo';

const municipalities: [slug: string, title: string][] = [
  ['aa-en-hunze', 'Aa en Hunze'],
  ['assen', 'Assen'],
  ['borger-odoorn', 'Borger-Odoorn'],
  ['coevorden', 'Coevorden'],
  ['de-wolden', 'De Wolden'],
  ['emmen', 'Emmen'],
  ['hoogeveen', 'Hoogeveen'],
  ['meppel', 'Meppel'],
  ['midden-drenthe', 'Midden-Drenthe'],
  ['noordenveld', 'Noordenveld'],
  ['tynaarlo', 'Tynaarlo'],
  ['westerveld', 'Westerveld'],
];

/** The municipalities, by their slug. */
export const demonstrationPlaces: readonly string[] = municipalities.map(([slug]) => slug);

interface Account {
  email: string;
  title: string;
  role: Role;
  body: BodyId | null;
}

/** The address of an account by its name. */
export const demonstrationEmail = (name: string): string => `${name}@demo.example`;

/** How the accounts of a municipality begin, by their role. */
const placeNames = { secretary: 'secretaris', clerk: 'griffier' };
type PlaceRole = keyof typeof placeNames;

const account = (name: string, title: string, role: Role, body: BodyId | null): Account => ({
  email: demonstrationEmail(name),
  title,
  role,
  body,
});

/** Every account, with what it stands for. */
export const demonstrationAccounts = (): Account[] => [
  account('kwartiermaker', 'Kwartiermaker', 'process-lead', abo),
  account('voorzitter', 'Voorzitter van het ABO', 'chair', abo),
  ...municipalities.map(([slug, title]) =>
    account(`${placeNames.secretary}.${slug}`, `Secretaris van ${title}`, 'secretary', `${slug}/college`),
  ),
  ...municipalities.map(([slug, title]) =>
    account(`${placeNames.clerk}.${slug}`, `Griffier van ${title}`, 'clerk', `${slug}/raad`),
  ),
  account('lezer', 'Lezer', 'reader', abo),
  account('beheerder', 'Beheerder', 'administrator', null),
];

/** Every account by what it is for: first those of which there is one, then those of each municipality. */
export function demonstrationGroups(): { role: PlaceRole | null; accounts: { email: string; title: string }[] }[] {
  const all = demonstrationAccounts();
  const ofPlaces = (role: PlaceRole) => ({
    role,
    accounts: municipalities.map(([slug, title]) => ({
      email: demonstrationEmail(`${placeNames[role]}.${slug}`),
      title,
    })),
  });
  const alone = all.filter(({ role }) => !(role in placeNames));
  return [{ role: null, accounts: alone }, ofPlaces('secretary'), ofPlaces('clerk')];
}

/** Colleges meet on Tuesdays: these two lie between the letter and the day of the demonstration. */
const firstTuesday = '2024-04-16';
const secondTuesday = '2024-04-23';

/** Before anything happens in it. */
const calendarsEnteredAt = '2024-04-11T07:00:00.000Z';

const decisions: [slug: string, decision: Omit<RecordDecision, 'body'>][] = [
  ['aa-en-hunze', { decision: 'agree', decidedOn: firstTuesday }],
  ['assen', { decision: 'agree', decidedOn: secondTuesday }],
  ['borger-odoorn', { decision: 'agree', decidedOn: firstTuesday }],
  [
    'coevorden',
    {
      decision: 'agree-with-conditions',
      decidedOn: secondTuesday,
      conditions: [
        {
          text: 'De verdeling van de kosten over de gemeenten is uitgewerkt voordat er een voorkeursvariant wordt voorgelegd.',
          effect: 'elaboration',
        },
      ],
    },
  ],
  ['de-wolden', { decision: 'agree', decidedOn: firstTuesday }],
  ['hoogeveen', { decision: 'agree', decidedOn: secondTuesday }],
  ['midden-drenthe', { decision: 'agree', decidedOn: firstTuesday }],
  ['noordenveld', { decision: 'agree', decidedOn: secondTuesday }],
  ['tynaarlo', { decision: 'agree', decidedOn: secondTuesday }],
  ['emmen', { decision: 'deferred', decidedOn: secondTuesday, nextDate: '2024-05-14' }],
];

/** The chair chairs the former consultation too, which a plan of before has. */
const bodiesOf = (role: Role, body: BodyId | null): (BodyId | null)[] =>
  role === 'chair' ? [body, 'jeugdhulpregio-drenthe/bestuurlijk-overleg'] : [body];

/** What keeps a database from being used in the wrong mode. */
export class WrongDatabase extends Mendable {}

@Injectable()
export class Demonstration {
  constructor(
    private readonly configuration: Configuration,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly dossiers: Dossiers,
    private readonly papers: Papers,
  ) {}

  /**
   * Makes a new database the demonstration's, or refuses one that is not.
   * @throws WrongDatabase for a database with content of its own
   */
  async load(): Promise<void> {
    const mark = await this.mark();
    if (mark === 'loaded') return;
    const { folder } = this.configuration;
    if (!(await this.isEmpty()))
      throw new WrongDatabase(
        mark === null
          ? `${folder} bevat een echte registratie: kies voor de demonstratie een andere DATA_DIR`
          : `${folder} bevat een half geladen demonstratie: verwijder de map en start opnieuw`,
      );
    await this.work.do(({ manager }) => saveSetting(manager, demonstrationMark, 'loading'));
    await this.playLetter(await this.addAccounts());
    await this.addCalendars();
    await this.work.do(({ manager }) => saveSetting(manager, demonstrationMark, 'loaded'));
  }

  /** @throws WrongDatabase for a database of the demonstration */
  async refuse(): Promise<void> {
    if ((await this.mark()) !== null)
      throw new WrongDatabase(`${this.configuration.folder} is van de demonstratie: kies een andere DATA_DIR`);
  }

  private mark(): Promise<string | null> {
    return setting(this.work.reading.manager, demonstrationMark);
  }

  private async isEmpty(): Promise<boolean> {
    return this.directory.isEmpty() && (await this.work.reading.connection.events.dossierIds()).length === 0;
  }

  private async addAccounts(): Promise<Map<string, KnownPerson>> {
    const people = await this.directory.enrol(
      demonstrationAccounts().map(({ email, title, role, body }) => ({
        id: randomUUID(),
        email,
        name: `${title} (demonstratie)`,
        password: demonstrationPassword,
        assignments: bodiesOf(role, body).map((one) => ({ role, body: one, from: '2024-01-01', until: null })),
      })),
    );
    return new Map(people.map((person) => [person.email, person]));
  }

  private async addCalendars(): Promise<void> {
    const entered = { by: null, at: calendarsEnteredAt };
    await this.work.do(async ({ manager }) => {
      const { region } = demonstrationRegion;
      await addCalendar(manager, { whose: region, calendar: demonstrationRegion, ...entered });
      for (const calendar of demonstrationCalendars)
        await addCalendar(manager, { whose: calendar.body, calendar, ...entered });
    });
  }

  private async playLetter(people: Map<string, KnownPerson>): Promise<void> {
    const as = (name: string): Caller => {
      const person = people.get(`${name}@demo.example`);
      if (!person) throw new Error(`the demonstration has no account ${name}`);
      return { person, key: null, ifMatch: null };
    };
    const lead = as('kwartiermaker');
    const place = { gate: 'instemming' };
    const start = {
      workflow,
      version: 1,
      title: 'Robuuste jeugdhulpregio Drenthe (demonstratie)',
      startedOn: '2024-04-11',
    };
    let questions: string[] = [];
    const { answer: id } = await this.dossiers.start(lead, { payload: start }, ({ reading: { dossier } }) => {
      questions = dossier.plan.gates.get(place.gate)?.questions.map(({ text }) => text) ?? [];
      return dossier.id;
    });
    const quietly = (): DossierId => id;
    await this.dossiers.give(
      'start-phase',
      lead,
      id,
      { phase: 'instemming' },
      { payload: { on: '2024-04-11' } },
      quietly,
    );
    const upload = { name: words.file, bytes: Readable.from([letterOf(questions)]) };
    const { hash: file } = await this.papers.take({ person: lead.person, dossier: id }, upload);
    const submission = { on: '2024-04-11', replyBy: '2024-05-16', proposal: { title: words.title, file } };
    await this.dossiers.give('submit-gate', lead, id, place, { payload: submission }, quietly);
    for (const [slug, decision] of decisions) {
      const payload = { body: `${slug}/college`, reference: marker, ...decision };
      await this.dossiers.give('record-decision', as(`secretaris.${slug}`), id, place, { payload }, quietly);
    }
  }
}

/** Whether the database in this folder is the demonstration's; false when there is none. */
export async function isDemonstration(folder: string): Promise<boolean> {
  if (!Database.isIn(folder)) return false; // opening it would make the folder
  let database: Database | null = null;
  try {
    database = await Database.openForReading(folder);
    return (await setting(database.manager, demonstrationMark)) !== null;
  } catch {
    return false; // not of this version, or no database at all: whoever opens it to work on it says so
  } finally {
    await database?.close();
  }
}
