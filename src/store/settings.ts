// The few things that a database remembers about itself.
import type { Connection } from './connection.js';

/** Whether its content is invented: then production refuses it. */
export const demonstrationMark = 'demonstration';

export async function setting(connection: Connection, key: string): Promise<string | null> {
  const row = await connection.row<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key]);
  return row?.value ?? null;
}

export async function saveSetting(connection: Connection, key: string, value: string): Promise<void> {
  await connection.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}
