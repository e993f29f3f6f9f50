import { Redis } from 'ioredis';
import { conversationsOf, type MessageStore } from './measure.ts';

const BATCH = 5_000;
const PREFIX = 'bench:chat:';

const key = (conversation: number) => `${PREFIX}${conversation}`;

/** A stream a conversation: everything in memory, on disk once a second at best. */
export function openRedisStore(url: string): MessageStore & AsyncDisposable {
  const redis = new Redis(url);
  const lengths = new Map<number, number>();
  let bytesBefore = 0;

  async function append(conversations: readonly number[]): Promise<void> {
    const pipeline = redis.pipeline();
    for (const conversation of conversations) {
      const sequence = (lengths.get(conversation) ?? 0) + 1;
      lengths.set(conversation, sequence);
      const text = 'word '.repeat(22);
      const id = `00000000-0000-7000-8000-${sequence.toString().padStart(12, '0')}`;
      pipeline.xadd(key(conversation), `${sequence}-0`, 's', id, 'c', id, 't', text, 'a', sequence);
    }
    await pipeline.exec();
  }

  const used = async (): Promise<number> =>
    Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);

  return {
    name: 'Redis streams',
    async addMessages({ from: first, to, of }) {
      if (first === 0) bytesBefore = await used();
      const conversations = conversationsOf(of);
      for (let from = first; from < to; from += BATCH) {
        await append(
          Array.from({ length: Math.min(BATCH, to - from) }, (_, index) =>
            Math.floor((((from + index) * 0.618_033_988_7) % 1) ** 2 * conversations),
          ),
        );
      }
    },
    newestPage: (conversation) => redis.xrevrange(key(conversation), '+', '-', 'COUNT', 50),
    deepPage(conversation) {
      const middle = Math.floor((lengths.get(conversation) ?? 0) / 2) + 50;
      return redis.xrevrange(key(conversation), `${middle}-0`, '-', 'COUNT', 50);
    },
    appendGroup: append,
    bytes: async () => (await used()) - bytesBefore,
    async [Symbol.asyncDispose]() {
      for (const conversation of lengths.keys()) await redis.unlink(key(conversation));
      redis.disconnect();
    },
  };
}
