import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportPKCS8, exportSPKI, generateKeyPair, importSPKI, jwtVerify } from 'jose';
import { createFcmPush } from '../push/fcm-push.ts';
import { createHttpSms } from '../sms/http-sms.ts';
import type { Tx } from '../data/tables.ts';
import type { Message } from './provider.ts';

const noTransaction = {} as Tx;
const ID = '0199e6a4-0000-7000-8000-000000000001';
const NOW = new Date('2026-03-01T12:00:00Z');

const message = (change: Partial<Message> = {}): Message => ({
  notificationId: ID,
  userId: 'ada',
  channel: 'SMS',
  to: ['+4915112345678'],
  subject: 'Order 1 & more has arrived',
  body: 'Hello Ada',
  orderId: 'o1',
  ...change,
});

interface Seen {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

type Answer = { status: number; body?: object; headers?: Record<string, string> };

/** A provider on this machine that answers as it is told. */
async function providerServer(answer: (request: Seen, at: number) => Answer) {
  const seen: Seen[] = [];
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const one = { path, headers, body: Buffer.concat(chunks).toString() };
      const { status, body = {}, headers: own = {} } = answer(one, seen.push(one));
      response.writeHead(status, { 'content-type': 'application/json', ...own });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    seen,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const smsAt = (host: string) =>
  createHttpSms({
    url: `http://AC1:se%2Fcret@${host}`,
    from: '+15005550006',
    perSecond: 100,
    workers: () => 2,
  });

describe('text messages', () => {
  test('go out as the Messages resource of Twilio wants them, with the id of the notification', async () => {
    await using server = await providerServer(() => ({ status: 201, body: { sid: 'SM1' } }));

    expect(await smsAt(server.host).send(noTransaction, [message()])).toEqual([
      { outcome: 'SENT' },
    ]);

    const [request] = server.seen;
    expect(request?.path).toBe('/2010-04-01/Accounts/AC1/Messages.json');
    expect(request?.headers.authorization).toBe(
      `Basic ${Buffer.from('AC1:se/cret').toString('base64')}`,
    );
    expect(request?.headers['idempotency-key']).toBe(ID);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: '+4915112345678',
      From: '+15005550006',
      Body: 'Order 1 & more has arrived',
    });
  });

  test.each([
    [
      400,
      { code: 21_211, message: 'Invalid To' },
      {},
      { outcome: 'REFUSED', reason: '400 21211 Invalid To' },
    ],
    [500, {}, {}, { outcome: 'FAILED', reason: '500' }],
    [429, {}, { 'retry-after': '7' }, { outcome: 'AWAY', reason: '429', retryAfterMs: 7_000 }],
    [401, {}, {}, { outcome: 'AWAY', reason: '401' }],
  ])('%i is understood', async (status, body, headers, outcome) => {
    await using server = await providerServer(() => ({ status, body, headers }));

    expect(await smsAt(server.host).send(noTransaction, [message()])).toEqual([outcome]);
  });

  test('a provider that is away costs a few attempts, and then none', async () => {
    await using server = await providerServer(() => ({ status: 503 }));

    const outcomes = await smsAt(server.host).send(
      noTransaction,
      Array.from({ length: 50 }, () => message()),
    );

    expect(outcomes.every(({ outcome }) => outcome === 'AWAY')).toBe(true);
    expect(server.seen.length).toBeLessThanOrEqual(6);
  });

  test('one that is refused keeps nobody else from going out', async () => {
    await using server = await providerServer((_request, at) => ({ status: at === 2 ? 400 : 201 }));

    const outcomes = await smsAt(server.host).send(noTransaction, [
      message(),
      message(),
      message(),
    ]);

    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['REFUSED', 'SENT', 'SENT']);
  });
});

async function pushAt(host: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const account = {
    project_id: 'plaza',
    client_email: 'push@plaza.example',
    private_key: await exportPKCS8(privateKey),
    token_uri: `http://${host}/token`,
  };
  const push = createFcmPush({
    account,
    url: `http://${host}`,
    perSecond: 100,
    workers: () => 2,
    now: () => NOW,
  });
  return { push, publicKey: await exportSPKI(publicKey) };
}

const toDevices = (...to: string[]) => message({ channel: 'PUSH', to });

describe('push messages', () => {
  const token = { status: 200, body: { access_token: 'at1', expires_in: 3_600 } };

  test('go to each device as FCM HTTP v1 wants them, under a token of the service account', async () => {
    await using server = await providerServer(({ path }) =>
      path === '/token' ? token : { status: 200 },
    );
    const { push, publicKey } = await pushAt(server.host);

    expect(await push.send(noTransaction, [toDevices('d1', 'd2')])).toMatchObject([
      { outcome: 'SENT' },
    ]);
    await push.send(noTransaction, [toDevices('d1')]);

    const asked = server.seen.filter(({ path }) => path === '/token');
    expect(asked).toHaveLength(1);
    const form = new URLSearchParams(asked[0]?.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const assertion = form.get('assertion') ?? '';
    await jwtVerify(assertion, await importSPKI(publicKey, 'RS256'), { currentDate: NOW });
    expect(decodeJwt(assertion)).toMatchObject({
      iss: 'push@plaza.example',
      aud: `http://${server.host}/token`,
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
    });
    const sent = server.seen.filter(({ path }) => path === '/v1/projects/plaza/messages:send');
    expect(sent).toHaveLength(3);
    expect(sent[0]?.headers.authorization).toBe('Bearer at1');
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      message: {
        token: 'd1',
        notification: { title: 'Order 1 & more has arrived', body: 'Hello Ada' },
        data: { notificationId: ID, orderId: 'o1' },
        apns: { headers: { 'apns-collapse-id': ID } },
      },
    });
  });

  test('a device that is gone is named, and the others still get it', async () => {
    const gone = {
      status: 404,
      body: { error: { status: 'NOT_FOUND', details: [{ errorCode: 'UNREGISTERED' }] } },
    };
    await using server = await providerServer(({ path, body }) => {
      if (path === '/token') return token;
      return body.includes('"old"') ? gone : { status: 200 };
    });
    const { push } = await pushAt(server.host);

    expect(await push.send(noTransaction, [toDevices('old', 'new')])).toEqual([
      { outcome: 'SENT', deadTokens: ['old'] },
    ]);
  });

  test('without an access token they wait, and the next one asks for it again', async () => {
    let isMended = false;
    await using server = await providerServer(({ path }) => {
      if (path === '/token') return isMended ? token : { status: 500 };
      return { status: 200 };
    });
    const { push } = await pushAt(server.host);

    expect(await push.send(noTransaction, [toDevices('d1')])).toMatchObject([{ outcome: 'AWAY' }]);
    isMended = true;
    expect(await push.send(noTransaction, [toDevices('d1')])).toMatchObject([{ outcome: 'SENT' }]);
  });
});
