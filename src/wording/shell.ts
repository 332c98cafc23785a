// What the commands of the shell say.
export const shell = {
  usage: (lines: readonly string[]) => `Gebruik: npx --no sluis OPDRACHT\n${lines.join('\n')}`,
  takesNothing: (command: string) => `${command} neemt geen argumenten`,
  noPlan: (named: string, known: readonly string[]) =>
    `Het procesplan "${named}" bestaat niet; er zijn: ${known.join(', ')}`,
  administrator: {
    does: 'maakt een beheerder en geeft een eenmalige link (24 uur geldig)',
    usage: 'Geef één e-mailadres: npx --no sluis administrator create naam@gemeente.example',
    name: 'Beheerder',
    made: (link: string, expiresAt: string) => `${link}\nDe link werkt één keer, tot ${expiresAt}.`,
  },
  check: {
    does: 'controleert alle procesplannen',
    plan: (id: string, version: number, title: string) => `${id} versie ${version}: ${title}`,
    line: (isWarning: boolean, name: string, detail: string) =>
      `  ${isWarning ? 'waarschuwing ' : ''}${name}: ${detail}`,
  },
  diagram: {
    does: 'tekent een procesplan, of schrijft het als SCXML of BPMN',
    takes: 'ID[@VERSIE] [--format svg|scxml|bpmn] [--out BESTAND]',
    usage: 'Geef één procesplan: npx --no sluis workflow diagram ID[@VERSIE] [--format svg|scxml|bpmn] [--out BESTAND]',
    noFormat: (format: string, known: readonly string[]) =>
      `De vorm "${format}" bestaat niet; kies uit: ${known.join(', ')}`,
  },
  diff: {
    does: 'zegt wat het ene procesplan anders heeft dan het andere',
    takes: 'ID[@VERSIE] ID[@VERSIE]',
    usage: 'Geef twee procesplannen: npx --no sluis workflow diff ID[@VERSIE] ID[@VERSIE]',
    between: (from: string, to: string) => `Van ${from} naar ${to}:`,
  },
  replay: { does: 'speelt gedateerde feiten na en toont de stand na elk feit' },
  rebuild: {
    does: 'bouwt de leesmodellen opnieuw uit de registratie',
    done: 'De leesmodellen zijn opnieuw opgebouwd.',
  },
  clock: {
    does: 'bevestigt dat de klok van deze machine klopt; mag naast een draaiende server',
    confirmed: ({ at, by, newest }: { at: string; by: string; newest: string | null }) =>
      `De klok staat op ${at}; dat is bevestigd door ${by}.` +
      (newest !== null && newest > at
        ? `\nIn de registratie staat al iets van ${newest}: toen liep de klok voor. Die regels houden hun tijdstip; een ` +
          'verkeerde dag is te corrigeren.'
        : ''),
  },
};
