// What the letter of the demonstration says: that it is none, and what is asked.

export const letter = {
  file: 'Brief van de demonstratie, kenmerk 20240411.001.pdf',
  title: 'Brief van de Jeugdhulpregio Drenthe, kenmerk 20240411.001',
  heading: 'Demonstratie: verzoek aan de twaalf colleges',
  isNone:
    'Dit stuk is gemaakt voor de demonstratie van Sluis. Het is niet de brief van de Jeugdhulpregio Drenthe en niemand kan er iets aan ontlenen. Het staat hier om te laten zien hoe een stuk bij een voorlegging wordt gelezen.',
  reference: 'Kenmerk: 20240411.001 · 11 april 2024',
  asked: 'Wat wordt gevraagd',
  until: 'Uw antwoord wordt gevraagd uiterlijk op 16 mei 2024.',
  where: 'Hoe de colleges besluiten, en of het een go kan worden, staat op de pagina van dit go/no-go-moment.',
};

/** The other dossiers of the demonstration, each for a kind of gate. */
export const examples = {
  choice: 'Voorbeeld van een keuze: inkoop in één of twee delen (demonstratie)',
  response: 'Voorbeeld van een zienswijze: ontwerp van een regeling (demonstratie)',
  consent: 'Voorbeeld van een toestemming: een regeling treffen (demonstratie)',
  adoption: 'Voorbeeld van een vaststelling: regiovisie (demonstratie)',
  signature: 'Voorbeeld van een ondertekening: akkoord (demonstratie)',
  point: 'Verzonnen punt: neem op hoe de raden elk jaar worden geïnformeerd.',
  planned: 'Verzonnen planning voor dit voorbeeld.',
  amendment: 'Verzonnen wijziging: de visie wordt na twee jaar geëvalueerd.',
};
