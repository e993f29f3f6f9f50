import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import sharp from 'sharp';
import { uploadFile } from '#platform/storage/local-storage.ts';
import { purgeMedia } from '../jobs/purge-media.ts';
import { openTalk, type Talk } from '../testing/talk.ts';

type Person = ReturnType<Talk['person']>;
interface Refused {
  __typename: string;
  reason?: string;
}

const picture = () =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'somebody at home' } })
    .jpeg()
    .toBuffer();

async function request(person: Person, contentType: string, sizeBytes: number) {
  const { data } = await person.ask<{
    requestUpload: Refused & { mediaId: string; url: string };
  }>(
    `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
      __typename ... on MediaUpload { mediaId url } ... on UploadRefused { reason }
    } }`,
    { input: { contentType, sizeBytes } },
  );
  return data.requestUpload;
}

async function finish(person: Person, mediaId: string) {
  const { data } = await person.ask<{ finishUpload: Refused & { media?: Media } }>(
    `mutation ($id: ID!) { finishUpload(mediaId: $id) {
      __typename ... on UploadRefused { reason }
      ... on ReadyMedia { media { url thumbnailUrl width height placeholder sizeBytes contentType } }
    } }`,
    { id: mediaId },
  );
  return data.finishUpload;
}

interface Media {
  url: string;
  thumbnailUrl: string;
  width: number;
  height: number;
  placeholder: string;
  sizeBytes: number;
  contentType: string;
}

/** As the gateway does with the bytes that a client puts. */
async function put(talk: Talk, url: string, content: Buffer): Promise<void> {
  const allowed = talk.tickets.read(url.replace('/uploads/', ''), talk.now());
  const file = uploadFile(talk.mediaDir, allowed?.key ?? '');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function upload(talk: Talk, person: Person, content: Buffer, contentType = 'image/jpeg') {
  const { mediaId, url } = await request(person, contentType, content.length);
  await put(talk, url, content);
  return mediaId;
}

async function send(person: Person, conversationId: string, mediaId: string, clientId = newId()) {
  const { data, codes } = await person.ask<{
    sendMessage: { __typename: string; sequence: number; type: string; media: Media };
  }>(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
      __typename ... on Message { sequence type media { url width } }
    } }`,
    { input: { conversationId, clientId, mediaId } },
  );
  return codes ?? data.sendMessage;
}

const fileOf = (talk: Talk, { url }: { url: string }) =>
  join(talk.mediaDir, url.replace('/media/', ''));

test('a picture is shown with its size, a thumbnail and a placeholder, and without where it was taken', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const content = await picture();
  const mediaId = await upload(talk, ada, content);
  const { media } = await finish(ada, mediaId);
  expect(media).toMatchObject({ width: 1_200, height: 800, contentType: 'image/jpeg' });
  if (media === undefined) throw new Error('expected media');
  expect(media.url).toMatch(/^\/media\/chat\/[0-9a-f]{32}\.jpg$/);
  expect(media.placeholder).toMatch(/^data:image\/webp;base64,.{40,400}$/);
  expect((await sharp(fileOf(talk, media)).metadata()).exif).toBeUndefined();
  expect((await sharp(content).metadata()).exif).toBeDefined();
  const small = await sharp(fileOf(talk, { url: media.thumbnailUrl })).metadata();
  expect([small.width, small.height]).toEqual([480, 320]);

  const clientId = newId();
  const sent = {
    __typename: 'Message',
    sequence: 1,
    type: 'IMAGE',
    media: { url: media.url, width: 1_200 },
  };
  expect(await send(ada, conversation, mediaId, clientId)).toEqual(sent);
  expect(await send(ada, conversation, mediaId, clientId)).toEqual(sent);
  expect(await send(ada, conversation, mediaId)).toEqual(['BAD_USER_INPUT']);
});

test('what is not what it says, too large, of nobody or of another is refused', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ben.talkTo(ada);
  expect(await request(ada, 'image/svg+xml', 100)).toMatchObject({ reason: 'TYPE' });
  expect(await request(ada, 'image/png', 10 * 2 ** 20 + 1)).toMatchObject({ reason: 'SIZE' });
  const page = await upload(talk, ada, Buffer.from('<html><script>alert(1)</script>'));
  expect(await finish(ada, page)).toMatchObject({ reason: 'TYPE' });
  const broken = await upload(talk, ada, (await picture()).subarray(0, 600));
  expect(await finish(ada, broken)).toMatchObject({ reason: 'TYPE' });
  const { mediaId, url } = await request(ada, 'image/jpeg', 10);
  expect(await finish(ada, mediaId)).toMatchObject({ reason: 'MISSING' });
  await put(talk, url, await picture());
  expect(await finish(ada, mediaId)).toMatchObject({ reason: 'SIZE' });

  const adas = await upload(talk, ada, await picture());
  expect(await finish(ben, adas)).toMatchObject({ reason: 'MISSING' });
  await finish(ada, adas);
  expect(await send(ben, conversation, adas)).toEqual(['BAD_USER_INPUT']);
});

test('one file goes into one message, however many send it at once', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const mediaId = await upload(talk, ada, await picture());
  const looks = await Promise.all(Array.from({ length: 4 }, () => finish(ada, mediaId)));
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1);
  const sent = await Promise.all(Array.from({ length: 8 }, () => send(ada, conversation, mediaId)));
  expect(sent.filter((one) => !Array.isArray(one))).toHaveLength(1);
});

test('what is in no message a day later is deleted, what was taken back as well, what is shown is kept', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const [kept, taken, unused] = await Promise.all(
    Array.from({ length: 3 }, async () => upload(talk, ada, await picture())),
  );
  const [shown] = [await finish(ada, kept ?? ''), await finish(ada, taken ?? '')];
  await finish(ada, unused ?? '');
  await upload(talk, ada, await picture());
  await send(ada, conversation, kept ?? '');
  await send(ada, conversation, taken ?? '');
  await ada.ask(
    'mutation ($id: ID!) { deleteMessage(conversationId: $id, sequence: 2) { __typename } }',
    { id: conversation },
  );
  expect(await purgeMedia(talk)).toBe(1);
  talk.wait(86_400_001);
  expect(await purgeMedia(talk)).toBe(2);
  expect(existsSync(fileOf(talk, shown?.media ?? { url: '' }))).toBe(true);
  expect(readdirSync(join(talk.mediaDir, 'chat'))).toHaveLength(2);
  expect(readdirSync(join(talk.mediaDir, '.uploads/chat'))).toHaveLength(0);
});

test('a user can have so many uploads that are in no message', async () => {
  await using talk = await openTalk();
  const ada = talk.person();
  const asked = await Promise.all(Array.from({ length: 25 }, () => request(ada, 'image/png', 100)));
  expect(asked.filter(({ reason }) => reason === 'TOO_MANY')).toHaveLength(5);
});
