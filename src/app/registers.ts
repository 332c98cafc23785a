// Lists that others keep, shipped in registers/ with their sources: read once, when Sluis opens.
import { readFile } from 'node:fs/promises';
import { Municipalities, type Municipality } from '../domain/municipalities.js';
import type { Day } from '../domain/vocabulary.js';

const folder = new URL('../../registers/', import.meta.url);

/** A class, so that what needs them can ask Nest for them. */
export abstract class Registers {
  abstract readonly municipalities: Municipalities;
  /** Where the list of municipalities comes from, as it must be cited. */
  abstract readonly attribution: string;
  /** Those that ended before this day are not in it. */
  abstract readonly since: Day;
  /** The names of provinces, by their CBS code. */
  abstract readonly provinces: Record<string, string>;
}

type MunicipalitiesFile = Omit<Registers, 'municipalities'> & { municipalities: Municipality[] };

export async function loadRegisters(): Promise<Registers> {
  const text = await readFile(new URL('municipalities.json', folder), 'utf8');
  const file = JSON.parse(text) as MunicipalitiesFile; // a file of ours; a test holds every line of it to this shape
  return { ...file, municipalities: new Municipalities(file.municipalities) };
}
