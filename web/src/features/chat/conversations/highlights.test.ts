import { cutByHighlights } from './highlights.ts';

const bold = (text: string, ...ranges: [number, number][]) =>
  cutByHighlights(
    text,
    ranges.map(([start, length]) => ({ start, length })),
  )
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');

test('what was found stands apart, the rest stays as it is', () => {
  expect(bold('coffee at ten', [0, 6], [10, 3])).toBe('[coffee] at [ten]');
  expect(bold('nothing')).toBe('nothing');
});

test('a long text begins a little before the first that was found', () => {
  expect(bold(`${'x'.repeat(100)}coffee`, [100, 6])).toBe(`…${'x'.repeat(40)}[coffee]`);
});

test('ranges that overlap are shown once', () => {
  expect(bold('coffee', [0, 4], [2, 4])).toBe('[coff]ee');
});
