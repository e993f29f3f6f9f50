import { openTalk } from '../testing/talk.ts';
import { createSharedReads } from './shared-reads.ts';

test('those who ask at the same moment share a question, and each gets what is its own', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const one = await ada.talkTo(ben);
  const other = await ada.talkTo(eve);
  await ben.send(one, 'one');
  await ben.send(one, 'two');
  await eve.send(other, 'three');
  let statements = 0;
  const reads = createSharedReads(
    talk.db.withPlugin({
      transformQuery({ node }) {
        statements += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }),
  );

  const receipts = await Promise.all([one, other, one, one].map(reads.readReceipts));
  expect(statements).toBe(1);
  expect(receipts.map((ofBoth) => ofBoth.map(({ conversationId }) => conversationId))).toEqual([
    [one, one],
    [other, other],
    [one, one],
    [one, one],
  ]);

  const positions = await Promise.all([ada, ben, eve].map(({ id }) => reads.readPositions(id)));
  expect(statements).toBe(2);
  const told = positions.map((of) =>
    of.map(({ conversationId, lastSequence }) => [conversationId, lastSequence]),
  );
  expect(told).toEqual([
    [
      [one, 2],
      [other, 1],
    ],
    [[one, 2]],
    [[other, 1]],
  ]);
});

test('nothing is kept: who asks later sees what has happened since', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const { readPositions } = createSharedReads(talk.db);
  const before = await readPositions(ada.id);
  await ben.send(conversation, 'one');

  expect(before).toMatchObject([{ lastSequence: 0 }]);
  expect(await readPositions(ada.id)).toMatchObject([{ lastSequence: 1 }]);
});
