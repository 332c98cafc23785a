// The formats in which events are stored: what was written in any of them is read for ever, hash and all.
import { open, seal, sha256, type SealedText } from '../../src/store/seal.js';

const zeros = '0'.repeat(64);
const text = { text: 'het college is akkoord', salt: '00112233445566778899aabbccddeeff' };

/** A body as each format holds it, with its hash: made once, and never made again. */
const vectors: [format: number, body: string, hash: string, texts: Record<string, SealedText>][] = [
  [
    1,
    '{"facts":{"by":{"role":"process-lead"},"electorate":["assen/college"],"gate":"instemming","round":1,"rule":{"of":"colleges","rule":"unanimity"},"ruleText":"het college is akkoord"},"format":1,"on":"2024-04-11","previous":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2024-04-11T09:00:00.000Z","recordedBy":"p1","sequence":1,"type":"GateSubmitted"}',
    'cc0a1f277eb218b6436e2866f570cf37166c18780bb6677812f21d5be4884a93',
    {},
  ],
  [
    2,
    '{"facts":{"by":{"role":"process-lead"},"commitments":{"said/rule":"516796ea057cd975faabd300ebde11151a722af0e89f5f95841175fff0602585"},"electorate":["assen/college"],"gate":"instemming","language":"nl","round":1,"rule":{"of":"colleges","rule":"unanimity"}},"format":2,"on":"2024-04-11","previous":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2024-04-11T09:00:00.000Z","recordedBy":"p1","sequence":1,"type":"GateSubmitted"}',
    'd7486d21412d25bb7b1aee9c267e79f619b07f28a27e589b7c2535260e4ca205',
    { 'said/rule': text },
  ],
];

describe.each(vectors)('an event of format %d', (format, body, hash, texts) => {
  it('is opened as it was written', () => {
    expect(open({ sequence: 1, body, hash }, zeros, texts)).toMatchObject({
      format,
      type: 'GateSubmitted',
      previous: zeros,
      hash,
    });
  });

  it('is not opened when a letter of it was changed', () => {
    expect(() => open({ sequence: 1, body: body.replace('instemming', 'inrichting'), hash }, zeros, texts)).toThrow(
      'its hash is not that of what it says',
    );
  });
});

it('what is written now is of the newest format', () => {
  const acting = { person: 'p1', role: 'process-lead', body: null } as const;
  const event = { type: 'DossierStopped', on: '2024-04-11', facts: {}, texts: { reason: 'Klaar.' } } as const;
  const head = { sequence: 0, hash: zeros, recordedAt: '' };
  const sealed = seal('d1', head, event, acting, '2024-04-11T09:00:00.000Z');
  expect(open({ sequence: 1, body: sealed.body, hash: sealed.event.hash }, zeros, sealed.texts).format).toBe(2);
});

it('an event of a later release is refused by name, not misread', () => {
  const [, [, body]] = vectors as [unknown, [number, string]]; // there are two
  const later = body.replace('"format":2', '"format":3');
  expect(() => open({ sequence: 1, body: later, hash: sha256(later) }, zeros, {})).toThrow('it has format 3');
});
