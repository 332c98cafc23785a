// A version of how the pages of a region look, as it is kept beside the record.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Colour } from '../domain/accent.js';
import type { LogoKind } from '../domain/logo.js';
import type { Id, Instant, Slug } from '../domain/vocabulary.js';

@Entity('house_style')
export class StoredHouseStyle {
  @PrimaryColumn('text') region!: Slug;
  @PrimaryColumn('integer') version!: number;
  /** Empty where its pages are called Sluis. */
  @Column('text') name!: string;
  @Column('text', { nullable: true }) accent!: Colour | null;
  @Column('text', { name: 'logo_kind', nullable: true }) logoKind!: LogoKind | null;
  @Column('integer', { name: 'logo_width', nullable: true }) logoWidth!: number | null;
  @Column('integer', { name: 'logo_height', nullable: true }) logoHeight!: number | null;
  /** Its bytes in base64: so that a row is all there is of it, in any database. */
  @Column('text', { nullable: true }) logo!: string | null;
  /** The version that counted when it was proposed. */
  @Column('integer', { name: 'based_on' }) basedOn!: number;
  @Column('text', { name: 'proposed_by' }) proposedBy!: Id;
  @Column('text', { name: 'proposed_at' }) proposedAt!: Instant;
  /** Null as long as it was only looked at. */
  @Column('text', { name: 'confirmed_by', nullable: true }) confirmedBy!: Id | null;
  @Column('text', { name: 'confirmed_at', nullable: true }) confirmedAt!: Instant | null;
}
