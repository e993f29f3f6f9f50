import { testRedis } from '../testing/redis.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { luaScript } from './lua.ts';

async function scriptOf(source: string) {
  await using folder = await temporaryFolder({ 'script.lua': source });
  return luaScript(new URL('script.lua', folder.url));
}

test('a server that forgot the script receives it again, and runs it once', async () => {
  await using server = await testRedis();
  const add = await scriptOf("return redis.call('INCRBY', KEYS[1], ARGV[1])");

  expect(await add(server.redis, ['{n}'], [2])).toBe(2);
  await server.redis.script('FLUSH');
  expect(await add(server.redis, ['{n}'], [3])).toBe(5);
  expect(await add(server.redis, ['{n}'], [4])).toBe(9);
});

test('an error of the script is not an unknown script', async () => {
  await using server = await testRedis();
  const fail = await scriptOf("redis.call('INCR', KEYS[1]); return redis.error_reply('NO more')");

  await expect(fail(server.redis, ['{n}'], [])).rejects.toThrow('NO more');
  expect(await server.redis.get('{n}')).toBe('1');
});
