import { isClean, toCacheable } from './cacheable-answer.ts';

const ANSWER = { status: 200, headers: {}, body: '{"data":{"top100":1}}' };
const ask = (tag?: string) => ({ headers: { ...(tag !== undefined && { 'if-none-match': tag }) } });

test('an answer that may be kept says for how long, and has a tag of its content', () => {
  const kept = toCacheable(ANSWER, 5, ask());
  expect(kept).toMatchObject({
    status: 200,
    body: ANSWER.body,
    headers: { 'cache-control': 'public, max-age=5, s-maxage=5', vary: 'accept, origin' },
  });
  const other = toCacheable({ ...ANSWER, body: '{"data":{"top100":2}}' }, 5, ask());
  expect(other.headers['etag']).not.toBe(kept.headers['etag']);
});

test('who has the answer is told so, by a strong tag, a weak one, or one of several', () => {
  const { etag } = toCacheable(ANSWER, 5, ask()).headers;
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
    expect(toCacheable(ANSWER, 5, ask(tag))).toMatchObject({ status: 304, body: '' });
  }
  expect(toCacheable(ANSWER, 5, ask('"other"')).status).toBe(200);
});

test('what has errors, or something for its viewer alone, is not kept', () => {
  expect(isClean({ dataText: '{}' })).toBe(true);
  expect(isClean({ dataText: '{}', extensions: { cost: 1 } })).toBe(false);
  expect(isClean({ data: {}, errors: [] })).toBe(false);
});
