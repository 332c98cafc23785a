// Whether a region has reminders sent by themselves, on which days and in which words: off until its lead turns them on.
import { Like, type EntityManager } from 'typeorm';
import type { ReminderPlan } from '../domain/turns/reminders-due.js';
import type { Slug } from '../domain/vocabulary.js';
import { saveSetting, Setting, setting } from './settings.js';

/** Before anybody chose. */
export const unaskedPlan: ReminderPlan = {
  isOn: false,
  before: [14, 7],
  after: 1,
  digest: true,
  text: null,
  by: null,
  at: null,
};

const keyOf = (region: Slug): string => `reminders ${region}`;

const planIn = (value: string): ReminderPlan => JSON.parse(value) as ReminderPlan; // as it was saved here

export async function reminderPlan(manager: EntityManager, region: Slug): Promise<ReminderPlan> {
  const value = await setting(manager, keyOf(region));
  return value === null ? unaskedPlan : planIn(value);
}

export const saveReminderPlan = (manager: EntityManager, region: Slug, plan: ReminderPlan): Promise<void> =>
  saveSetting(manager, keyOf(region), JSON.stringify(plan));

/** Of every region in which they are on. */
export async function plansThatRun(manager: EntityManager): Promise<Map<Slug, ReminderPlan>> {
  const rows = await manager.find(Setting, { where: { key: Like(`${keyOf('')}%`) }, order: { key: 'ASC' } });
  const all = rows.map(({ key, value }) => [key.slice(keyOf('').length), planIn(value)] as const);
  return new Map(all.filter(([, { isOn }]) => isOn));
}
