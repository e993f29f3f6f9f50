import { findSearchFault, readMarks, type SearchFilter } from './search.ts';

const none: SearchFilter = {
  words: undefined,
  conversationId: undefined,
  senderId: undefined,
  type: undefined,
  from: undefined,
  before: undefined,
};

test('ranges count the text without its marks, and in UTF-16 units', () => {
  expect(readMarks('\u0001ham\u0002 and 🥚 \u0001ham\u0002')).toEqual([
    { start: 0, length: 3 },
    { start: 11, length: 3 },
  ]);
  expect(readMarks('nothing')).toEqual([]);
});

test('a search says what it looks for', () => {
  expect(findSearchFault(none)).toContain('something');
  expect(findSearchFault({ ...none, type: 'IMAGE' })).toBeUndefined();
  expect(findSearchFault({ ...none, words: '!?' })).toContain('letter');
  expect(findSearchFault({ ...none, words: 'a b c d e f g h i' })).toContain('at most 8');
  expect(findSearchFault({ ...none, words: 'grüße 東京' })).toBeUndefined();
});
