import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const script = join(import.meta.dirname, 'with-services.ts');
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const show = 'echo "$TEST_DATABASE_URL and $TEST_REDIS_URL"';

test('starts what is missing, and returns the exit code of the command', async () => {
  const ping = 'redis-cli -u "$TEST_REDIS_URL" ping; exit 3';
  const none = { TEST_DATABASE_URL: '', TEST_REDIS_URL: '' };
  const { code, output } = await run(['--', 'sh', '-c', `${show}; ${ping}`], none);

  expect(output).toMatch(/postgres:\/\/plaza:\S+@127\.0\.0\.1:\d+ and redis:\/\/127\.0\.0\.1:\d+/);
  expect(output).toContain('PONG');
  expect(code).toBe(3);
}, 60_000);

test('takes the servers that are there already', async () => {
  const given = { TEST_DATABASE_URL: 'postgres://given', TEST_REDIS_URL: 'redis://given' };

  const { output } = await run(['--', 'sh', '-c', show], given);

  expect(output).toContain('postgres://given and redis://given');
});

test('says how it is used', async () => {
  expect(await run(['--kafak', '--', 'true'])).toMatchObject({
    code: 2,
    output: expect.stringMatching(/Unknown option: --kafak\nUsage: /),
  });
  expect(await run(['true'])).toMatchObject({ code: 2 });
});
