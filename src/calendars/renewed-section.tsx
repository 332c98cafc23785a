// What a gate says of bodies that are still to decide and that an election has renewed since it was put.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReactElement } from 'react';
import { renewedBodies, type Renewed } from '../domain/calendars/renewed.js';
import { KnownBodies } from '../domain/known-bodies.js';
import { Paragraph, Section } from '../http/page/basics.js';
import { useWording } from '../http/page/wording.js';
import { Places, type GateShown } from '../http/places.js';
import { CalendarEntries } from './entries.js';

@Injectable()
export class RenewedSection implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly bodies: KnownBodies,
    private readonly entries: CalendarEntries,
  ) {}

  onModuleInit(): void {
    this.places.sections.gate.push((page) => this.draw(page));
  }

  private async draw({ dossier, gate, day }: GateShown): Promise<ReactElement | null> {
    const { missing, submittedOn, outcome } = gate;
    if (missing.length === 0 || submittedOn === null || outcome === null) return null;
    const region = await this.entries.regionAt(dossier);
    if (!region || region.elections.length === 0) return null; // most often, and quick
    const bodies = missing.flatMap(({ body: id }) => {
      const kind = this.bodies.describe(id)?.kind;
      return kind ? [{ id, kind }] : [];
    });
    const renewed = renewedBodies(region.elections, bodies, submittedOn, day);
    return renewed.length === 0 ? null : (
      <RenewedBodies renewed={renewed} assumed={region.assumed} titleOf={(id) => this.bodies.titleOf(id)} />
    );
  }
}

interface RenewedProps {
  renewed: readonly Renewed[];
  assumed: boolean;
  titleOf: (body: string) => string;
}

const RenewedBodies = ({ renewed, assumed, titleOf }: RenewedProps) => {
  const { calendarPages: words, electedWords } = useWording();
  return (
    <Section title={words.renewed}>
      {renewed.map(({ since, bodies }) => (
        <Paragraph key={since}>{words.renewedSince(since, bodies.map(titleOf))}</Paragraph>
      ))}
      <Paragraph quiet>{words.renewedWhy}</Paragraph>
      {assumed && <Paragraph quiet>{electedWords.assumed}</Paragraph>}
    </Section>
  );
};
