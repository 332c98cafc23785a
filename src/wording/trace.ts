// What the log of the server says of requests.

export const trace = {
  request: 'verzoek',
  nowhere: '(onbekend adres)',
  defect: 'fout in Sluis',
};
