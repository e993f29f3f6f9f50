import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Tx } from '../data/tables.ts';
import type { Message } from '../delivery/provider.ts';
import { createSmtpMail } from './smtp-mail.ts';

const mail: Message = {
  notificationId: 'n1',
  userId: 'ada',
  channel: 'EMAIL',
  to: ['ada@example.com'],
  subject: 'Order 1 has arrived',
  body: 'Hello Ada,\n\n.a line that begins with a dot',
  orderId: null,
};
const noTransaction = {} as Tx;

/** A mail server that takes one mail after the other (RFC 5321), answering RCPT with `recipient`. */
async function mailServer(recipient = '250 ok') {
  const received: string[] = [];
  const server = createServer((socket) => {
    let message: string[] | undefined;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    createInterface({ input: socket }).on('line', (line) => {
      if (message === undefined) {
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'DATA') message = [];
        say(verb === 'DATA' ? '354 go on' : verb === 'RCPT' ? recipient : '250 ok');
      } else if (line === '.') {
        received.push(message.join('\n'));
        message = undefined;
        say('250 ok');
      } else {
        message.push(line);
      }
    });
    say('220 test');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const smtp = createSmtpMail({
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'Plaza <hello@plaza.example>',
    perSecond: 100,
    workers: () => 2,
  });
  return {
    received,
    send: () => smtp.send(noTransaction, [mail]),
    async [Symbol.asyncDispose]() {
      smtp.close();
      server.close();
      await once(server, 'close');
    },
  };
}

test('sends the mail under its own Message-ID', async () => {
  await using server = await mailServer();

  await server.send();

  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toContain('Message-ID: <n1@plaza.example>');
  expect(server.received[0]).toContain('To: ada@example.com');
  expect(server.received[0]).toContain('Subject: Order 1 has arrived');
  expect(server.received[0]).toContain('..a line that begins with a dot');
});

test.each([
  ['refused for good', '550 no such mailbox', 'REFUSED'],
  ['to be tried again', '451 try again later', 'FAILED'],
])('a recipient that is %s is told apart', async (_what, answer, outcome) => {
  await using server = await mailServer(answer);

  expect(await server.send()).toMatchObject([{ outcome }]);
});

test('a mail server that does not answer is away', async () => {
  const smtp = createSmtpMail({
    url: 'smtp://127.0.0.1:1',
    from: 'Plaza <hello@plaza.example>',
    perSecond: 100,
    workers: () => 1,
  });

  expect(await smtp.send(noTransaction, [mail])).toMatchObject([{ outcome: 'AWAY' }]);
  smtp.close();
});
