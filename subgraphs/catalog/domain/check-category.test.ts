import { checkCategory } from './check-category.ts';

const kitchen = { slug: 'pots-and-pans', name: 'Pots & Pans' };

test('a slug, a name and a picture of ours are all right', () => {
  expect(checkCategory(kitchen)).toEqual([]);
  expect(checkCategory({ ...kitchen, imageUrl: '/media/pots.svg' })).toEqual([]);
});

test.each(['', 'Pots', 'pots and pans', '-pots', 'pots--pans', 'x'.repeat(61)])(
  'the slug %p is refused',
  (slug) => {
    expect(checkCategory({ ...kitchen, slug })).toEqual([expect.stringMatching(/^slug must be/)]);
  },
);

test('names every mistake', () => {
  const mistakes = checkCategory({ slug: '/', name: ' ', imageUrl: 'https://elsewhere/x.png' });

  expect(mistakes).toHaveLength(3);
});
