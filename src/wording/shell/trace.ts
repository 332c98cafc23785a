// What the log of the server says of requests, and that it stops.

export const trace = {
  request: 'verzoek',
  nowhere: '(onbekend adres)',
  defect: 'fout in Sluis',
  stops: 'Sluis stopt: wat al begonnen is, wordt nog beantwoord.',
};
