import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';

const ONLINE = 'chat:online';
const renewScript = luaScript(new URL('renew.lua', import.meta.url));
const takeGoneScript = luaScript(new URL('take-gone.lua', import.meta.url));
/** Users of one call: the scripts hold Redis up for a millisecond or so. */
export const MAX_USERS = 1_000;

/**
 * Who is there, over all processes: each user until a time that is moved on while a client of theirs is connected
 * anywhere. To leave is not to be renewed, so that it makes no difference whether a client says goodbye, a process
 * is killed or a machine vanishes.
 */
export function createOnlineUsers(redis: Redis) {
  return {
    /** Resolves to those who were not there. */
    renew: (userIds: readonly string[], now: number, until: number): Promise<string[]> =>
      ask(renewScript, userIds, [now, until]),

    /** Those whose time is over, the longest over first; they stay until `takeGone`. */
    async listOverdue(now: number): Promise<{ userId: string; until: number }[]> {
      const found = await redis.zrangebyscore(ONLINE, 0, now, 'WITHSCORES', 'LIMIT', 0, MAX_USERS);
      return found.flatMap((userId, index) =>
        index % 2 === 0 ? [{ userId, until: Number(found[index + 1]) }] : [],
      );
    },

    takeGone: (userIds: readonly string[], now: number): Promise<string[]> =>
      ask(takeGoneScript, userIds, [now]),

    async areOnline(userIds: readonly string[], now: number): Promise<boolean[]> {
      if (userIds.length === 0) return [];
      const untils = await redis.zmscore(ONLINE, ...userIds);
      return untils.map((until) => until !== null && Number(until) > now);
    },

    count: (now: number): Promise<number> => redis.zcount(ONLINE, `(${now}`, '+inf'),
  };

  async function ask(
    script: typeof renewScript,
    userIds: readonly string[],
    args: readonly number[],
  ): Promise<string[]> {
    if (userIds.length === 0) return [];
    return (await script(redis, [ONLINE], [...args, ...userIds])) as string[];
  }
}

export type OnlineUsers = ReturnType<typeof createOnlineUsers>;
