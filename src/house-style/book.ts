// Proposing and confirming how the pages of a region look: kept with who did, and told to the security log.
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '../domain/people.js';
import type { Sender } from '../domain/security/entries.js';
import type { Slug } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import type { StoredHouseStyle } from '../store/house-style-entity.js';
import { confirmStyle, houseStyle, proposeStyle } from '../store/house-styles.js';
import { Clock } from '../store/process/clock.js';
import { SecurityLog } from '../store/security/security-log.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import type { Look } from './style-form.js';
import { Styles } from './styles.js';

@Injectable()
export class HouseStyleBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly styles: Styles,
    private readonly security: SecurityLog,
  ) {}

  /** Null for what is no version of it. */
  async find(region: Slug, version: string): Promise<StoredHouseStyle | null> {
    if (!/^[1-9]\d{0,8}$/.test(version)) return null;
    return houseStyle(this.database.manager, region, Number(version));
  }

  /** @returns its version */
  propose(region: Slug, look: Look, { id: proposedBy }: KnownPerson): Promise<number> {
    const proposedAt = this.clock.now();
    // What it was begun from may be a whole row; only its look goes on.
    const { name, accent, logo, logoKind, logoWidth, logoHeight } = look;
    const proposed = { region, name, accent, logo, logoKind, logoWidth, logoHeight, proposedBy, proposedAt };
    return this.work.do(({ manager }) => proposeStyle(manager, proposed));
  }

  /** A second time it changes nothing. @returns false where another was confirmed since it was proposed */
  async confirm(style: StoredHouseStyle, { id }: KnownPerson, sender: Sender): Promise<boolean> {
    const { region, version } = style;
    const became = await this.work.do(async (tx) => {
      const is = await confirmStyle(tx.manager, style, id, this.clock.now());
      if (is === 'confirmed')
        await this.security.add(tx, { type: 'HouseStyleSet', person: id, sender, facts: { region, version } });
      return is;
    });
    if (became === 'confirmed') await this.styles.readAgain();
    return became !== 'changed';
  }
}
