import { createMessagePages, PAGE_MESSAGES, PAGES_CAPACITY } from './message-pages.ts';
import { message } from './testing/messages.ts';

/** A conversation of so many messages that answers when it is told to. */
function conversation(length: number) {
  const asked: { before: number; signal: AbortSignal; answer: () => void; fail: () => void }[] = [];
  const pages = createMessagePages((before, first, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof message>[]>();
    const to = Math.min(length, before - 1);
    const from = Math.max(1, before - first);
    const found = Array.from({ length: to - from + 1 }, (_, step) => message(to - step));
    asked.push({
      before,
      signal,
      answer: () => resolve(found),
      fail: () => reject(new Error('away')),
    });
    return promise;
  });
  pages.setLast(length);
  return { pages, asked };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('asks for what is on the screen first, then for what is older and what is newer', async () => {
  const { pages, asked } = conversation(1_000);
  pages.show(501, 530);
  expect(asked.map(({ before }) => before)).toEqual([551, 501, 601]);
  asked[0]?.answer();
  await settled();
  expect(pages.view().at(530)?.sequence).toBe(530);
  expect(pages.view().at(500)).toBeUndefined();
});

test('where one has scrolled past is not waited for, and an answer that comes late changes nothing', async () => {
  const { pages, asked } = conversation(1_000);
  pages.show(1, 20);
  const [first] = asked;
  pages.show(901, 920);
  expect(first?.signal.aborted).toBe(true);
  first?.answer();
  await settled();
  expect(pages.view().at(1)).toBeUndefined();
});

test('a page that only got messages as they were sent is read before it counts as here', async () => {
  const { pages, asked } = conversation(60);
  pages.put(message(61));
  pages.show(55, 61);
  expect(asked[0]?.before).toBe(101);
  expect(pages.view().at(61)?.sequence).toBe(61);
});

test('keeps so many pages and no more; what is on the screen stays', async () => {
  const { pages, asked } = conversation(PAGE_MESSAGES * (PAGES_CAPACITY + 20));
  for (let page = 0; page < PAGES_CAPACITY + 20; page += 1) {
    pages.show(page * PAGE_MESSAGES + 1, page * PAGE_MESSAGES + 10);
    for (const request of asked) request.answer();
    await settled();
  }
  expect(pages.view().at(1)).toBeUndefined();
  expect(pages.view().at(PAGE_MESSAGES * (PAGES_CAPACITY + 19) + 1)).toBeDefined();
});

test('a page that failed says so, and is asked for again only when somebody wants it', async () => {
  const { pages, asked } = conversation(30);
  pages.show(1, 20);
  asked[0]?.fail();
  await settled();
  expect(pages.view().error).toEqual(new Error('away'));
  expect(asked).toHaveLength(1);
  pages.refresh();
  expect(asked).toHaveLength(2);
  asked[1]?.answer();
  await settled();
  expect(pages.view()).toMatchObject({ error: undefined });
  expect(pages.view().at(20)?.sequence).toBe(20);
});

test('after a refresh the page on the screen is read again', async () => {
  const { pages, asked } = conversation(50);
  pages.show(1, 20);
  asked[0]?.answer();
  await settled();
  expect(asked).toHaveLength(1);
  pages.refresh();
  expect(asked).toHaveLength(2);
});
