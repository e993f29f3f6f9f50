import type { Redis } from 'ioredis';
import { luaScript } from '../redis/lua.ts';

const publishMessages = luaScript(new URL('./publish-messages.lua', import.meta.url));

/** Most messages of one call, which keeps other clients of Redis waiting. */
const MAX_MESSAGES = 500;

interface Waiting {
  messages: string[];
  isSent: Promise<void>;
}

/**
 * Publishes the messages of one moment in one call: a batch of a hundred orders tells a hundred channels, and a command
 * each costs this process more than Redis. Resolves when Redis has them; nothing waits longer than this turn.
 */
export function createMessagePublisher(
  redis: Redis,
): (channel: string, text: string) => Promise<void> {
  let waiting: Waiting | undefined;

  async function send(messages: readonly string[]): Promise<void> {
    await new Promise((turn) => setImmediate(turn));
    waiting = undefined;
    for (let start = 0; start < messages.length; start += 2 * MAX_MESSAGES) {
      await publishMessages(redis, [], messages.slice(start, start + 2 * MAX_MESSAGES));
    }
  }

  return (channel, text) => {
    if (waiting === undefined) {
      const messages: string[] = [];
      waiting = { messages, isSent: send(messages) };
    }
    waiting.messages.push(channel, text);
    return waiting.isSent;
  };
}
