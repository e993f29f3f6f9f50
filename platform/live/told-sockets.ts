import type { Redis } from 'ioredis';
import { luaScript } from '../redis/lua.ts';
import { parseSocketFigures, type SocketFigures } from './socket-figures.ts';

/** Gateways whose figures are remembered at once. */
export const MAX_GATEWAYS = 256;

const GATEWAYS = 'gateway:{sockets}:gateways';
/** In one hash slot with the others, for they are read together. */
const keyOf = (gateway: string): string => `gateway:{sockets}:${gateway}`;

const tellScript = luaScript(new URL('tell-sockets.lua', import.meta.url));

/** Figures hold until the gateway tells others, and vanish when it tells nothing for so long. */
export async function tellSockets(
  redis: Redis,
  gateway: string,
  figures: SocketFigures,
  keepMs: number,
): Promise<void> {
  const args = [gateway, JSON.stringify(figures), keepMs, MAX_GATEWAYS];
  await tellScript(redis, [keyOf(gateway), GATEWAYS], args);
}

/** Of a gateway that stops, at once. */
export async function forgetSockets(redis: Redis, gateway: string): Promise<void> {
  await redis.del(keyOf(gateway));
  await redis.zrem(GATEWAYS, gateway);
}

/** What each gateway tells now. What is not figures, of a later version perhaps, is left out. */
export async function listToldSockets(redis: Redis): Promise<SocketFigures[]> {
  const gateways = await redis.zrange(GATEWAYS, 0, String(MAX_GATEWAYS - 1));
  if (gateways.length === 0) return [];
  const told = await redis.mget(gateways.map(keyOf));
  return told.flatMap((text) => (text === null ? [] : (parseSocketFigures(text) ?? [])));
}
