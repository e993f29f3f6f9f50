import { setImmediate } from 'node:timers/promises';
import { createPageWindow } from './page-window.ts';

const PAGES = 1_000;
const CAPACITY = 5;

/** A list that answers when it is told to; what is taken back ends like a request of a browser does. */
function list() {
  const asked: { index: number; answer: () => void; fail: () => void }[] = [];
  const forgotten: string[] = [];
  const pages = createPageWindow<string, string, { text: string | undefined }>({
    capacity: CAPACITY,
    prefetchFirst: 'after',
    fetchPage: (index, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => reject(new Error('taken back')));
      asked.push({
        index,
        answer: () => resolve(`page ${index}`),
        fail: () => reject(new Error('away')),
      });
      return promise;
    },
    onAnswer: (index, page) => pages.keep(index, page),
    onForget: (page) => forgotten.push(page),
    exists: (index) => index < PAGES,
    look: ({ pageAt }) => ({ text: pageAt(0) }),
  });
  async function answerAll(): Promise<void> {
    let answered = 0;
    while (answered < asked.length) {
      for (; answered < asked.length; answered += 1) asked[answered]?.answer();
      await setImmediate();
    }
  }
  return { pages, asked, forgotten, answerAll };
}

test('however fast one scrolls, no more than three requests are under way', async () => {
  const { pages, asked } = list();
  for (let index = 0; index < PAGES; index += 10) pages.show(index, index);
  expect(asked.map(({ index }) => index)).toEqual([0, 1, 10]);
  await setImmediate();
  expect(asked.map(({ index }) => index)).toEqual([0, 1, 10, 990, 991, 989]);
});

test('the page that was looked at longest ago goes first, and nobody asks for those on the screen again', async () => {
  const { pages, asked, forgotten, answerAll } = list();
  for (const index of [0, 10, 0, 20]) {
    pages.show(index, index);
    await answerAll();
  }
  expect(forgotten).toEqual(['page 1', 'page 10', 'page 11']);
  expect(pages.pageAt(0)).toBe('page 0');
  expect(asked.filter(({ index }) => index === 0)).toHaveLength(1);
});

test('what is seen is the same object until something has changed', async () => {
  const { pages, answerAll } = list();
  const before = pages.view();
  pages.show(0, 0);
  expect(pages.view()).toBe(before);
  await answerAll();
  expect(pages.view()).toEqual({ text: 'page 0' });
  expect(pages.view()).toBe(pages.view());
});

test('nothing is asked for after a stop, until somebody looks again', async () => {
  const { pages, asked } = list();
  pages.show(0, 0);
  pages.stop();
  await setImmediate();
  expect(asked).toHaveLength(2);
  pages.show(0, 0);
  expect(asked.map(({ index }) => index)).toEqual([0, 1, 0, 1]);
});

test('a page that could not be read stays out until the next look, and then takes its turn', async () => {
  const { pages, asked, answerAll } = list();
  pages.show(5, 5);
  asked[0]?.fail();
  await setImmediate();
  expect(pages.failure()).toEqual(new Error('away'));
  expect(asked.map(({ index }) => index)).toEqual([5, 6, 4]);
  pages.show(5, 5);
  await answerAll();
  expect(pages.failure()).toBeUndefined();
  expect(pages.pageAt(5)).toBe('page 5');
});
