// The styles that regions chose, at hand for every page: which one a page has, by its dossier or by who looks.
import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { judgeAccent } from '../domain/accent.js';
import { KnownBodies } from '../domain/known-bodies.js';
import { logoKinds, type Letterhead } from '../domain/logo.js';
import type { KnownPerson } from '../domain/people.js';
import { isValid, partyOf } from '../domain/permissions.js';
import type { BodyId, Day, DossierId, Slug } from '../domain/vocabulary.js';
import type { House, HouseSource } from '../http/places.js';
import { CommittedEvents } from '../store/committed-events.js';
import { Database } from '../store/database.js';
import type { StoredHouseStyle } from '../store/house-style-entity.js';
import { confirmedStyles } from '../store/house-styles.js';
import { ListedDossier, runningBodies } from '../store/read-models/dossier-list.js';
import { Clock } from '../store/process/clock.js';

interface Counting {
  style: StoredHouseStyle;
  house: House | null;
  /** Who takes part there. */
  bodies: ReadonlySet<BodyId>;
}

@Injectable()
export class Styles implements OnModuleInit, HouseSource {
  private counting = new Map<Slug, Counting>();

  constructor(
    private readonly database: Database,
    private readonly bodies: KnownBodies,
    private readonly committed: CommittedEvents,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.readAgain();
    this.committed.listen((_, events) => {
      const isNew = events.some(({ type }) => type === 'DossierStarted');
      if (isNew && this.counting.size > 0) void this.readAgain().catch(() => undefined); // as it was until the next one
    });
  }

  async readAgain(): Promise<void> {
    const styles = await confirmedStyles(this.database.manager);
    const running = styles.size > 0 ? await runningBodies(this.database.manager) : [];
    const ofPlans = styles.size > 0 ? this.bodies.regions() : [];
    this.counting = new Map(
      [...styles].map(([region, style]) => {
        const known = ofPlans.find(({ id }) => id === region)?.bodies ?? [];
        const there = running.filter((one) => one.region === region).map(({ body }) => body);
        return [region, { style, house: houseOf(style), bodies: new Set([...known, ...there]) }];
      }),
    );
  }

  of(region: Slug): StoredHouseStyle | null {
    return this.counting.get(region)?.style ?? null;
  }

  /** A picture that a PDF cannot show is left out there: then the name alone says whose it is. */
  onPaper(region: Slug): Letterhead | null {
    const style = this.counting.get(region)?.style;
    if (!style) return null;
    const { logo, logoKind: kind, logoWidth, logoHeight } = style;
    const isShown = logo !== null && (kind === 'png' || kind === 'jpeg');
    const name = style.name === '' ? null : style.name;
    if (name === null && !isShown) return null;
    const size = { width: logoWidth ?? 1, height: logoHeight ?? 1 };
    return { name, logo: isShown ? { kind, bytes: Buffer.from(logo, 'base64'), ...size } : null };
  }

  async ofDossier(id: DossierId): Promise<House | null> {
    if (this.counting.size === 0) return null;
    const dossier = await this.database.manager.findOne(ListedDossier, { select: { region: true }, where: { id } });
    return (dossier && this.counting.get(dossier.region)?.house) ?? null;
  }

  /** That of the one region in which somebody has a role; who has none anywhere sees the only one that there is. */
  ofPerson(person: KnownPerson | null): House | null {
    if (this.counting.size === 0) return null;
    const today: Day = this.clock.today();
    const held =
      person?.assignments.flatMap((one) => (one.body !== null && isValid(one, today) ? [one.body] : [])) ?? [];
    const theirs = [...this.counting].filter(
      ([region, { bodies }]) => held.length === 0 || held.some((body) => partyOf(body) === region || bodies.has(body)),
    );
    return theirs.length === 1 ? (theirs[0]?.[1].house ?? null) : null;
  }
}

/** Where everything of a style is: by its content, so that a browser can keep it for ever. */
const addressOf = ({ region, version }: StoredHouseStyle, content: string, ending: string): string =>
  `/huisstijl/${region}/${version}/${createHash('sha256').update(content).digest('base64url').slice(0, 10)}.${ending}`;

/** As a page has it; null for one that changes nothing. */
export function houseOf(style: StoredHouseStyle): House | null {
  const { name, logo, logoKind, logoWidth, logoHeight } = style;
  const css = styleSheetOf(style);
  if (name === '' && logo === null && css === null) return null;
  return {
    name: name === '' ? null : name,
    logo:
      logo === null || logoKind === null
        ? null
        : { path: addressOf(style, logo, logoKind), width: logoWidth ?? 1, height: logoHeight ?? 1 },
    styles: css === null ? null : addressOf(style, css, 'css'),
  };
}

/** Every token that is the accent in the theme, in either scheme; null where it stays that of Sluis. */
function styleSheetOf({ accent }: StoredHouseStyle): string | null {
  if (accent === null) return null;
  const { light, dark } = judgeAccent(accent);
  const tokens = ({ tint, hovered, edge, accent: own, pressed }: typeof light) => {
    const values = { 100: tint, 200: hovered, 400: edge, 500: own, 600: pressed };
    return `:root{${Object.entries(values)
      .map(([step, colour]) => `--voorbeeld-kleuren-violet-${step}:${colour}`)
      .join(';')}}`;
  };
  return `${tokens(light)}@media screen and (prefers-color-scheme:dark){${tokens(dark)}}`;
}

/** What is at an address of a style; null where there is nothing. */
export function contentAt(style: StoredHouseStyle, path: string): { type: string; body: string | Buffer } | null {
  const house = houseOf(style);
  if (house?.styles === path) return { type: 'text/css; charset=utf-8', body: styleSheetOf(style) ?? '' };
  if (house?.logo?.path !== path || style.logoKind === null) return null;
  return { type: logoKinds[style.logoKind], body: Buffer.from(style.logo ?? '', 'base64') };
}
