import { spawn } from 'node:child_process';
import { v5 } from 'uuid';
import { openTalk, type Talk } from '../testing/talk.ts';

const SENDER = new URL('../testing/sender-process.ts', import.meta.url).pathname;
/** A message takes fewer statements; with more the process lives. */
const MAX_STATEMENTS = 9;

/** Which of these were answered before the process ended, and by which signal it did. */
function sendAndDie(talk: Talk, args: readonly string[], texts: readonly string[]) {
  return new Promise<{ answered: string[]; signal: string | null }>((resolve) => {
    const child = spawn(process.execPath, [SENDER, talk.url, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    // A process that is killed does not read to the end.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${texts.join('\n')}\n`);
    child.on('close', (_code, signal) => {
      const answered = output.split('\n').filter((line) => line !== '');
      resolve({ answered: answered.map((line) => line.split(' ')[0] ?? ''), signal });
    });
  });
}

test('a process that is killed between any two steps loses and doubles nothing, and both sides see one order', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  const texts = ['a-1', 'a-2', 'a-3'];
  const deaths: string[] = [];
  for (let dieAt = 0; dieAt <= MAX_STATEMENTS; dieAt += 1) {
    // The client sends again what was not answered, and the other side writes at the same time.
    const own = texts.map((text) => `${text}-${dieAt}`);
    const [{ answered, signal }] = await Promise.all([
      sendAndDie(talk, [conversationId, ada.id, String(dieAt)], own),
      ben.send(conversationId, `b-1-${dieAt}`),
      ben.send(conversationId, `b-2-${dieAt}`),
    ]);
    if (signal === 'SIGKILL') deaths.push(String(dieAt));
    // Another process takes over; the last answer may be one that the client never got.
    const unanswered = own.slice(Math.max(0, answered.length - 1));
    for (const text of unanswered) await ada.send(conversationId, text, v5(text, v5.URL));
  }
  expect(deaths.length).toBeGreaterThanOrEqual(MAX_STATEMENTS);

  const rows = await talk.db
    .selectFrom('message')
    .select(['sequence', 'text', 'sender_id'])
    .orderBy('sequence')
    .execute();
  const rounds = MAX_STATEMENTS + 1;
  expect(rows.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: rounds * 5 }, (_, index) => index + 1),
  );
  expect(rows.filter(({ sender_id }) => sender_id === ada.id).map(({ text }) => text)).toEqual(
    Array.from({ length: rounds }, (_, dieAt) => texts.map((text) => `${text}-${dieAt}`)).flat(),
  );
  const read = await ada.read(conversationId);
  expect(read).toHaveLength(rows.length);
  expect(await ben.read(conversationId)).toEqual(read);
  const { length } = await talk.db
    .selectFrom('outbox')
    .select('id')
    .where('topic', '=', 'message-events')
    .execute();
  expect(length).toBe(rows.length);
}, 60_000);
