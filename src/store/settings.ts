// The few things that a database remembers about itself.
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';

/** Whether its content is invented: then production refuses it. */
export const demonstrationMark = 'demonstration';

@Entity('setting')
export class Setting {
  @PrimaryColumn('text') key!: string;
  @Column('text') value!: string;
}

export async function setting(manager: EntityManager, key: string): Promise<string | null> {
  return (await manager.findOneBy(Setting, { key }))?.value ?? null;
}

export async function saveSetting(manager: EntityManager, key: string, value: string): Promise<void> {
  await manager.save(Setting, { key, value });
}
