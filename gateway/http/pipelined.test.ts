import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { createAdmitPipelined } from './pipelined.ts';

const REQUEST = 'GET / HTTP/1.1\r\nhost: here\r\n\r\n';

let server: Server;
let client: Socket;
let answers: ServerResponse[];

beforeEach(async () => {
  answers = [];
  const admit = createAdmitPipelined();
  server = createServer((request, response) => {
    if (admit(request, response)) answers.push(response);
  });
  await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
});
afterEach(async () => {
  client.destroy();
  await closeServer(server, 0);
});

async function answered(count: number): Promise<void> {
  while (answers.length < count) await once(server, 'request');
}

test('a connection that sends a hundred requests at once is cut off', async () => {
  client.write(REQUEST.repeat(100));
  await once(client, 'close');
  expect(answers).toHaveLength(17);
});

test('a few at once are answered in order, again and again', async () => {
  let received = '';
  client.on('data', (data: Buffer) => {
    received += data.toString();
  });
  for (let round = 1; round <= 5; round += 1) {
    client.write(REQUEST.repeat(10));
    await answered(10 * round);
    for (const [index, answer] of answers.entries()) {
      if (!answer.writableEnded) answer.end(`<${index}>`);
    }
    while (!received.includes(`<${10 * round - 1}>`)) await once(client, 'data');
  }
  const order = Array.from(received.matchAll(/<(\d+)>/g), ([, index]) => Number(index));
  expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
});
