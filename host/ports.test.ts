import { once } from 'node:events';
import { createServer } from 'node:net';
import { findFreePort } from '../platform/process/free-port.ts';
import { assertPortFree } from './ports.ts';

test('a taken port is named, with the setting that moves it', async () => {
  const port = await findFreePort();
  await assertPortFree(port, 'WEB_PORT');
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');

  await expect(assertPortFree(port, 'WEB_PORT')).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Set WEB_PORT to another port.`,
  );
  server.close();
});
