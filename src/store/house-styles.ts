// How the pages of each region look: versions that were proposed and looked at, of which the last confirmed one counts.
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import type { Id, Instant, Slug } from '../domain/vocabulary.js';
import { StoredHouseStyle } from './house-style-entity.js';

/** So many of a region wait to be confirmed; the oldest make way. */
const waitingMax = 20;

/** Those that count, by region. */
export async function confirmedStyles(manager: EntityManager): Promise<Map<Slug, StoredHouseStyle>> {
  const counting = await manager
    .createQueryBuilder(StoredHouseStyle, 'style')
    .select('style.region', 'region')
    .addSelect('MAX(style.version)', 'version')
    .where('style.confirmed_at IS NOT NULL')
    .groupBy('style.region')
    .getRawMany<{ region: Slug; version: number }>();
  const rows = await Promise.all(counting.map((one) => manager.findOneByOrFail(StoredHouseStyle, one)));
  return new Map(rows.map((row) => [row.region, row]));
}

export const houseStyle = (manager: EntityManager, region: Slug, version: number): Promise<StoredHouseStyle | null> =>
  manager.findOneBy(StoredHouseStyle, { region, version });

export type ProposedStyle = Omit<StoredHouseStyle, 'version' | 'basedOn' | 'confirmedBy' | 'confirmedAt'>;

/** @returns its version */
export async function proposeStyle(manager: EntityManager, proposed: ProposedStyle): Promise<number> {
  const { region } = proposed;
  const waiting = await manager.find(StoredHouseStyle, {
    select: { version: true },
    where: { region, confirmedAt: IsNull() },
    order: { version: 'DESC' },
    skip: waitingMax - 1,
    take: waitingMax,
  });
  if (waiting.length > 0)
    await manager.delete(StoredHouseStyle, { region, version: In(waiting.map(({ version }) => version)) });
  const version = ((await newest(manager, region, false)) ?? 0) + 1;
  const basedOn = (await newest(manager, region, true)) ?? 0;
  await manager.insert(StoredHouseStyle, { ...proposed, version, basedOn, confirmedBy: null, confirmedAt: null });
  return version;
}

/** A second time it changes nothing. @returns whether it counts now; not where another was confirmed since it was proposed */
export async function confirmStyle(
  manager: EntityManager,
  { region, version, basedOn }: Pick<StoredHouseStyle, 'region' | 'version' | 'basedOn'>,
  by: Id,
  at: Instant,
): Promise<'confirmed' | 'was-confirmed' | 'changed'> {
  const counting = (await newest(manager, region, true)) ?? 0;
  if (counting === version) return 'was-confirmed';
  if (counting !== basedOn) return 'changed';
  const { affected } = await manager.update(
    StoredHouseStyle,
    { region, version },
    { confirmedBy: by, confirmedAt: at },
  );
  return affected === 1 ? 'confirmed' : 'changed';
}

/** What was only looked at. */
export async function forgetProposedStyles(manager: EntityManager, before: Instant): Promise<void> {
  await manager.delete(StoredHouseStyle, { confirmedAt: IsNull(), proposedAt: LessThan(before) });
}

async function newest(manager: EntityManager, region: Slug, isConfirmed: boolean): Promise<number | undefined> {
  const where = isConfirmed ? { region, confirmedAt: Not(IsNull()) } : { region };
  const found = await manager.findOne(StoredHouseStyle, {
    select: { version: true },
    where,
    order: { version: 'DESC' },
  });
  return found?.version;
}
