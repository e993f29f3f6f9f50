import { randomUUID } from 'node:crypto';
import sharp from 'sharp';

const PASSWORD = 'correct horse battery';
/** Requests of one client at a time. */
const AT_ONCE = 5;

export interface Talker {
  email: string;
  password: string;
  id: string;
  token: string;
}

async function ask<Data>(query: string, variables: object, token?: string): Promise<Data> {
  const response = await fetch(`${process.env['PLAZA_URL']}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function register(name: string): Promise<Talker> {
  const email = `${randomUUID()}@talkers.example`;
  const { register: session } = await ask<{
    register: { accessToken: string; user: { id: string } };
  }>(
    'mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { accessToken user { id } } } }',
    { input: { email, password: PASSWORD, name } },
  );
  return { email, password: PASSWORD, id: session.user.id, token: session.accessToken };
}

async function send(from: Talker, input: object): Promise<void> {
  const query = `mutation ($input: SendMessageInput!) {
    sendMessage(input: $input) { ... on Message { sequence } ... on MessageRateLimited { retryAfterMs } }
  }`;
  for (;;) {
    const { sendMessage } = await ask<{
      sendMessage: { sequence?: number; retryAfterMs?: number };
    }>(query, { input: { clientId: randomUUID(), ...input } }, from.token);
    if (sendMessage.sequence !== undefined) return;
    const { retryAfterMs } = sendMessage;
    if (retryAfterMs === undefined) throw new Error('the message was not sent');
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
}

/** Two people, and so many messages of very different heights that the first has sent the second. */
export async function meetWithMessages(count: number) {
  const [ada, ben] = [await register('Ada Long'), await register('Ben Long')];
  const { startConversation } = await ask<{ startConversation: { id: string } }>(
    'mutation ($id: ID!) { startConversation(userId: $id) { ... on Conversation { id } } }',
    { id: ben.id },
    ada.token,
  );
  const conversationId = startConversation.id;
  for (let from = 1; from <= count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, n) => from + n);
    await Promise.all(
      some.map((number) => {
        const text = `${number} ${'and so on, and so forth '.repeat((number * 7) % 23)}`;
        return send(ada, { conversationId, text });
      }),
    );
  }
  return { ada, ben, conversationId };
}

/** Of noise, which no format makes small: some hundred kilobytes; gives its bytes. */
export async function sendPicture(
  from: Talker,
  conversationId: string,
  seed: number,
): Promise<number> {
  const size = { width: 1_000, height: 750 };
  const noise = { type: 'gaussian' as const, mean: 90 + (seed % 60), sigma: 40 };
  const content = await sharp({ create: { ...size, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const input = { contentType: 'image/jpeg', sizeBytes: content.length };
  const { requestUpload: target } = await ask<{
    requestUpload: {
      mediaId: string;
      url: string;
      headers: { name: string; value: string }[];
    };
  }>(
    `mutation ($input: RequestUploadInput!) {
      requestUpload(input: $input) { ... on MediaUpload { mediaId url headers { name value } } }
    }`,
    { input },
    from.token,
  );
  const put = await fetch(new URL(target.url, process.env['PLAZA_URL']), {
    method: 'PUT',
    headers: Object.fromEntries(target.headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(content),
  });
  if (!put.ok) throw new Error(`the picture was not taken: ${put.status}`);
  await ask(
    'mutation ($id: ID!) { finishUpload(mediaId: $id) { ... on ReadyMedia { mediaId } } }',
    { id: target.mediaId },
    from.token,
  );
  await send(from, { conversationId, mediaId: target.mediaId });
  return content.length;
}
