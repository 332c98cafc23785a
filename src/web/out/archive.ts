// A dossier as an archive takes it in: a folder with its overview and each paper in a folder of its own, and beside everything its
// metadata (MDTO 1.0.1, in the structure of a submission package). Names are of letters, digits and dashes, as that asks.
import { createHash } from 'node:crypto';
import { runningState } from '../../domain/dossier/state.js';
import type { PaperErased, PaperKind } from '../../domain/papers.js';
import { paperKinds } from '../../domain/papers.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Hex, Instant } from '../../domain/vocabulary.js';
import {
  fileXml,
  informationObjectXml,
  type ArchivedFile,
  type InformationObject,
  type Reference,
  type ListedTerm,
} from '../../http/out/mdto.js';
import { sizeOf, type StreamedEntry, type ZipEntry } from '../../http/out/zip.js';
import type { Wording } from '../../wording/wording.js';
import type { DossierHead } from './dossier-document.js';

/** A paper that goes along. */
export interface ArchivedPaper {
  hash: Hex;
  name: string;
  kind: PaperKind;
  size: number;
  /** Where its content is gone, it is told and does not go along. */
  erased: PaperErased | null;
  pieces: () => AsyncIterable<Buffer>;
}

interface Archived {
  reading: Reading;
  head: DossierHead;
  overview: readonly Buffer[];
  papers: readonly ArchivedPaper[];
  now: Instant;
  wording: Wording;
}

/** What it is called where it is known. */
const source = 'Sluis';

/** What one information object is made of: its folder, and the one file in it. */
interface Piece {
  folder: string;
  object: InformationObject;
  file: ArchivedFile;
  content: ZipEntry | StreamedEntry;
}

export function archiveOf(archived: Archived): (ZipEntry | StreamedEntry)[] {
  const { reading, head, wording } = archived;
  const { archive: words } = wording;
  const { dossier } = reading;
  const root = `traject-${dossier.id}`;
  const whole: Reference = { name: head.title, id: { value: dossier.id, source } };
  const shared = sharedIn(archived);
  const pieces = [
    overviewPiece(archived, root, whole),
    ...archived.papers.map((one, i) => paperPiece(archived, one, { root, whole, n: i + 1 })),
  ];
  const about: InformationObject = {
    ...shared,
    id: { value: dossier.id, source },
    name: head.title,
    level: listed(words.levels.dossier, words.lists.levels),
    description: head.about,
    covers: { type: listed(words.covers, source), from: dossier.startedOn, until: dossier.endedOn },
    events: [
      event(words.events.created, dossier.startedOn),
      ...(runningState(dossier) !== 'running' && dossier.endedOn !== null
        ? [event(words.events.closed, dossier.endedOn)]
        : []),
      event(words.events.exported, archived.now),
    ],
    partOf: null,
    parts: pieces.map(({ object: { name, id } }) => ({ name, id })),
    files: [],
  };
  return [
    text(`${root}/${root}.MDTO.xml`, informationObjectXml(about)),
    ...pieces.flatMap(({ folder, object, file, content }) => [
      text(`${folder}/${folder.split('/').at(-1)}.MDTO.xml`, informationObjectXml(object)),
      content,
      text(`${content.name}.bestand.MDTO.xml`, fileXml(file)),
    ]),
  ];

  function event(label: string, at: string): InformationObject['events'][number] {
    return { type: listed(label, words.lists.events), at, by: shared.makers[0]?.name ?? source };
  }
}

const listed = (label: string, list: string): ListedTerm => ({ label, list });

const text = (name: string, xml: string): ZipEntry => ({ name, bytes: [Buffer.from(xml)] });

/** What all of them say alike. */
function sharedIn({
  reading: { dossier },
  head,
  wording,
}: Archived): Pick<InformationObject, 'language' | 'valuation' | 'makers' | 'restriction'> {
  const { archive: words, out } = wording;
  const region = dossier.plan.workflow.parties.find(({ id }) => id === dossier.plan.region);
  return {
    language: head.language,
    valuation: { ...listed(words.valuation, words.lists.valuations), code: 'N' },
    makers: [{ name: region?.title ?? dossier.plan.region }],
    restriction: { type: listed(words.restriction, words.lists.restrictions), description: out.reader },
  };
}

function overviewPiece(archived: Archived, root: string, whole: Reference): Piece {
  const { head, overview, now, wording } = archived;
  const { archive: words } = wording;
  const folder = `${root}/overzicht`;
  const hash = createHash('sha256');
  for (const piece of overview) hash.update(piece);
  const id = { value: `${whole.id?.value}/overzicht`, source };
  const name = words.overview(head.title);
  return pieceOf(archived, whole, {
    ...{ folder, id, name, sha256: hash.digest('hex'), size: sizeOf(overview), type: 'text/html', at: now },
    content: { name: `${folder}/overzicht.html`, bytes: overview },
  });
}

function paperPiece(
  archived: Archived,
  { hash, name, kind, size, pieces }: ArchivedPaper,
  { root, whole, n }: { root: string; whole: Reference; n: number },
): Piece {
  const called = paperName(n);
  const folder = `${root}/${called}`;
  const { type, endings } = paperKinds[kind];
  return pieceOf(archived, whole, {
    ...{ folder, name, size, type, sha256: hash, at: archived.now, id: { value: hash, source } },
    content: { name: `${folder}/${called}.${endings[0]}`, size, pieces },
  });
}

/** Where a paper is, seen from the overview. */
export const paperPath = (n: number, kind: PaperKind): string =>
  `../${paperName(n)}/${paperName(n)}.${paperKinds[kind].endings[0]}`;

const paperName = (n: number): string => `stuk-${String(n).padStart(4, '0')}`;

interface Told {
  folder: string;
  id: ArchivedFile['id'];
  name: string;
  sha256: string;
  size: number;
  type: string;
  at: Instant;
  content: ZipEntry | StreamedEntry;
}

function pieceOf(archived: Archived, whole: Reference, told: Told): Piece {
  const { archive: words } = archived.wording;
  const { folder, id, name, sha256, size, type, at, content } = told;
  const fileName = content.name.split('/').at(-1) ?? content.name;
  const fileId = { value: `${id.value}/${fileName}`, source };
  return {
    folder,
    content,
    object: {
      ...sharedIn(archived),
      ...{ id, name, covers: null, parts: [], partOf: whole, files: [{ name: fileName, id: fileId }] },
      level: listed(words.levels.piece, words.lists.levels),
      description: name,
      events: [
        {
          type: listed(words.events.exported, words.lists.events),
          at,
          by: sharedIn(archived).makers[0]?.name ?? source,
        },
      ],
    },
    file: {
      ...{ id: fileId, name: fileName, size, sha256, checkedAt: at, of: { name, id } },
      format: { label: type, code: type, list: words.lists.formats },
      algorithm: listed('SHA-256', words.lists.algorithms),
    },
  };
}
