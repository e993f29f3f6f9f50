import { createInterface } from 'node:readline';
import { v5, v7 as newId } from 'uuid';
import { connectDatabase } from '#platform/database/connect.ts';
import { createStore } from '#platform/database/store.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Tables } from '../data/tables.ts';
import { sendMessages } from '../sending/send-messages.ts';

/**
 * Sends the messages that are named on its input, a line each, one after the other, and tells of each that was answered.
 * Ends itself as `kill -9` does before its n-th statement, or after the commit and before the answer for n = 0.
 */
const [url = '', conversationId = '', senderId = '', dieAt = ''] = process.argv.slice(2);
let statements = 0;
const die = () => process.kill(process.pid, 'SIGKILL');

const { db } = connectDatabase<Tables>({
  url,
  poolSize: 2,
  statementTimeoutMs: 60_000,
  applicationName: 'plaza-test-sender',
  log: silentLog,
});
const store = createStore(
  db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      if (statements === Number(dieAt)) die();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }),
);

for await (const text of createInterface({ input: process.stdin })) {
  const clientId = v5(text, v5.URL);
  const message = {
    conversationId,
    senderId,
    clientId,
    text,
    mediaId: null,
    replyToSequence: null,
  };
  const [outcome] = await sendMessages({ store, now: () => new Date(), newId }, [message]);
  if (dieAt === '0') die();
  process.stdout.write(`${text} ${outcome?.kind}\n`);
}
await db.destroy();
