// Metadata by which an archive takes in what a dossier was: MDTO 1.0.1 of the Nationaal Archief, of an information object or of a
// file. The order of the elements is that of its schema; whoever gives nothing for one that may be left out, has none.
import type { Day, Instant } from '../../domain/vocabulary.js';
import { create } from 'xmlbuilder2';

const namespace = 'https://www.nationaalarchief.nl/mdto';

/** A value of a list, and the list. */
export interface ListedTerm {
  label: string;
  code?: string;
  list: string;
}

/** Something elsewhere: by its name, and by how it is known there. */
export interface Reference {
  name: string;
  id?: Identification;
}

export interface Identification {
  value: string;
  source: string;
}

export interface InformationObject {
  id: Identification;
  name: string;
  level: ListedTerm;
  description: string;
  language: string;
  /** From the first day to the last; null while it runs. */
  covers: { type: ListedTerm; from: Day; until: Day | null } | null;
  /** At a moment, or on a day. */
  events: { type: ListedTerm; at: Instant; by: string; result?: string }[];
  valuation: ListedTerm;
  partOf: Reference | null;
  parts: Reference[];
  files: Reference[];
  makers: Reference[];
  restriction: { type: ListedTerm; description: string };
}

export interface ArchivedFile {
  id: Identification;
  name: string;
  size: number;
  format: ListedTerm;
  sha256: string;
  algorithm: ListedTerm;
  checkedAt: Instant;
  of: Reference;
}

export const informationObjectXml = (one: InformationObject): string =>
  xmlOf({
    informatieobject: {
      identificatie: identified(one.id),
      naam: one.name,
      aggregatieniveau: term(one.level),
      omschrijving: one.description,
      dekkingInTijd: one.covers
        ? {
            dekkingInTijdType: term(one.covers.type),
            dekkingInTijdBegindatum: one.covers.from,
            ...(one.covers.until === null ? {} : { dekkingInTijdEinddatum: one.covers.until }),
          }
        : undefined,
      taal: one.language,
      event: one.events.map(({ type, at, by, result }) => ({
        eventType: term(type),
        eventTijd: at,
        eventVerantwoordelijkeActor: { verwijzingNaam: by },
        ...(result === undefined ? {} : { eventResultaat: result }),
      })),
      waardering: term(one.valuation),
      isOnderdeelVan: one.partOf ? reference(one.partOf) : undefined,
      bevatOnderdeel: one.parts.map(reference),
      heeftRepresentatie: one.files.map(reference),
      archiefvormer: one.makers.map(reference),
      beperkingGebruik: {
        beperkingGebruikType: term(one.restriction.type),
        beperkingGebruikNadereBeschrijving: one.restriction.description,
      },
    },
  });

export const fileXml = (one: ArchivedFile): string =>
  xmlOf({
    bestand: {
      identificatie: identified(one.id),
      naam: one.name,
      omvang: one.size,
      bestandsformaat: term(one.format),
      checksum: {
        checksumAlgoritme: term(one.algorithm),
        checksumWaarde: one.sha256,
        checksumDatum: one.checkedAt,
      },
      isRepresentatieVan: reference(one.of),
    },
  });

const identified = ({ value, source }: Identification): object => ({
  identificatieKenmerk: value,
  identificatieBron: source,
});

const reference = ({ name, id }: Reference): object => ({
  verwijzingNaam: name,
  ...(id ? { verwijzingIdentificatie: identified(id) } : {}),
});

const term = ({ label, code, list }: ListedTerm): object => ({
  begripLabel: label,
  ...(code === undefined ? {} : { begripCode: code }),
  begripBegrippenlijst: { verwijzingNaam: list },
});

function xmlOf(content: object): string {
  const document = {
    MDTO: {
      '@xmlns': namespace,
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:schemaLocation': `${namespace} ${namespace}/MDTO-XML1.0.1.xsd`,
      ...(plain(content) as object), // an object as it came
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true });
}

/** As XML can hold it, and without what has nothing to say. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(
    ([, one]: [string, unknown]) => one !== undefined && !(Array.isArray(one) && one.length === 0),
  );
  return Object.fromEntries(said.map(([name, one]): [string, unknown] => [name, plain(one)]));
}
