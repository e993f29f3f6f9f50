import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.ts';

const run = promisify(execFile);

// Outside of the range that tests beside this one draw from.

test('a port is given once, though nobody listens on it yet', async () => {
  const range = { first: 11_901, last: 11_903 };

  const ports = [await findFreePort(range), await findFreePort(range), await findFreePort(range)];

  expect(ports.toSorted((a, b) => a - b)).toEqual([11_901, 11_902, 11_903]);
  await expect(findFreePort(range)).rejects.toThrow('no free port between');
});

test('a port of this process is given to no other process', async () => {
  const port = await findFreePort();
  const { href } = new URL('free-port.ts', import.meta.url);
  const ask = `import { findFreePort } from '${href}';
    await findFreePort({ first: ${port}, last: ${port} }).catch((error) => console.log(error.message));`;

  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', ask]);

  expect(stdout).toContain('no free port between');
});

test('a port on which somebody listens is not given', async () => {
  const port = 11_911;
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');

  await expect(findFreePort({ first: port, last: port })).rejects.toThrow('no free port');

  server.close();
});
