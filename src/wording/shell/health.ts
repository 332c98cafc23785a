// What whoever keeps the server running reads of a line of its health that is not as it should be, with the cure.
import { call } from '../language/call.js';
import { count } from '../language/dates.js';

/** What a line said: whether the process can work, and its word or its number. */
interface HealthTold {
  works: boolean;
  says?: number | string | undefined;
}

const clock = {
  behind: 'De klok loopt achter bij wat er al is vastgelegd',
  ahead: 'De klok staat veel verder dan waar het laatst werd gewerkt',
  jumped: 'De klok is vooruitgezet terwijl Sluis draaide',
};

const lines: Partial<Record<string, (says: HealthTold['says']) => string | null>> = {
  database: () => null,
  damaged: (says) =>
    says === 0
      ? null
      : `${count(Number(says))} trajecten zijn beschadigd: zet voor die trajecten een reservekopie terug.`,
  clock: (says) =>
    says === 'trusted'
      ? null
      : `${clock[says as keyof typeof clock]}: zet hem gelijk, of bevestig met "${call} clock confirm" dat hij klopt.`, // as the clock says it
  people: (says) =>
    says === 'damaged' ? 'Het logboek van mensen en rollen klopt niet: zet een reservekopie terug.' : null,
  securityLog: (says) =>
    says === 'damaged'
      ? 'Het beveiligingslogboek klopt niet: leg een reservekopie ernaast om te zien wat er stond.'
      : null,
};

/** Null for a line that is as it should be. */
export function healthSentence(name: string, { works, says }: HealthTold): string | null {
  if (works) return lines[name]?.(says) ?? null;
  return name === 'database'
    ? 'De database antwoordt niet: kijk in het log van de server.'
    : `Sluis kan niet werken (${name}): kijk in het log van de server.`;
}
