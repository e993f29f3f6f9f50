import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.ts';

const run = promisify(execFile);

test('a port is given once, though nobody listens on it yet', async () => {
  const port = await findFreePort();

  await expect(findFreePort({ first: port, last: port })).rejects.toThrow('no free port between');
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
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await expect(findFreePort({ first: port, last: port })).rejects.toThrow('no free port');
  } finally {
    server.close();
  }
});
