// The accent of a region can be read on every ground on which it stands, in both schemes, whatever colour it was chosen as.
import fc from 'fast-check';
import { contrastMin, contrastOf, grounds, judgeAccent, readColour, verdictColours } from '../../src/domain/accent.js';
import { sheet } from '../../src/http/page/stylesheet.js';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

it('measures contrast as WCAG does', () => {
  expect(contrastOf('#ffffff', '#000000')).toBe(21);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrastOf('#123456', '#123456')).toBe(1);
});

it('reads a colour as people write it, and nothing else', () => {
  for (const [said, read] of [
    ['#154273', '#154273'],
    [' 154273 ', '#154273'],
    ['#FFF', '#ffffff'],
  ])
    expect([said, readColour(said ?? '')]).toEqual([said, read]);
  for (const said of ['', 'blauw', '#15427', '#15427g', 'rgb(1,2,3)', '#154273;}body{display:none', '#154273 #fff'])
    expect([said, readColour(said)]).toEqual([said, null]);
});

it('is judged on the paper, the grey and the verdicts that the theme has', () => {
  for (const colour of [...grounds.light, ...grounds.dark]) expect(sheet.text).toContain(colour);
  for (const [verdict, colour] of Object.entries(verdictColours))
    expect(sheet.text).toContain(`--sluis-${verdict}:${colour}`);
});

it('has a nearest colour that can be read, which is itself where it can, and a dark scheme that can be read', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const { contrast, nearest, light, dark } = judgeAccent(colour);
      expect(nearest === colour).toBe(contrast >= contrastMin);
      expect(judgeAccent(nearest).contrast).toBeGreaterThanOrEqual(contrastMin);
      for (const ground of contrast >= contrastMin ? [...grounds.light, light.tint] : [])
        expect(contrastOf(light.accent, ground)).toBeGreaterThanOrEqual(contrastMin);
      const isGood = contrast >= contrastMin;
      for (const { pressed, hovered } of [...(isGood ? [light] : []), dark])
        expect(contrastOf(pressed, hovered)).toBeGreaterThanOrEqual(contrastMin);
      for (const { edge } of isGood ? [light] : []) expect(contrastOf(edge, '#ffffff')).toBeGreaterThanOrEqual(3);
      expect(contrastOf(dark.edge, grounds.dark[0])).toBeGreaterThanOrEqual(3);
      for (const ground of [...grounds.dark, dark.tint])
        for (const text of [dark.accent, dark.pressed])
          expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(contrastMin);
    }),
    { numRuns: 300 },
  );
});

it('says which verdict it could be taken for', () => {
  expect(judgeAccent('#177a33').resembles).toBe('for');
  expect(judgeAccent('#b0141d').resembles).toBe('against');
  expect(judgeAccent('#5a2a82').resembles).toBeNull();
});
