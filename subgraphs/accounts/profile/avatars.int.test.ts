import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Viewer } from '#platform/identity/viewer.ts';
import { temporaryFolder } from '#platform/testing/temporary-folder.ts';
import { testAccounts } from '../testing/accounts.ts';
import { AVATAR_PX } from './draw-avatar.ts';

const SET = 'mutation ($picture: String!) { setAvatar(picture: $picture) { avatarUrl } }';
const REMOVE = 'mutation { removeAvatar { avatarUrl } }';

async function testPictures() {
  await using resources = new AsyncDisposableStack();
  const { path: dir } = resources.use(await temporaryFolder());
  const accounts = resources.use(await testAccounts({ MEDIA_DIR: dir }));
  const viewer: Viewer = accounts.viewerOf(await accounts.register());
  const owned = resources.move();
  return {
    accounts,
    set: (content: Buffer) =>
      accounts.ask(SET, { picture: content.toString('base64') }, viewer).then(urlOf),
    ask: (query: string, variables = {}) => accounts.ask(query, variables, viewer),
    files: () => readdir(join(dir, 'avatars')),
    read: (url: string) => readFile(join(dir, url.replace('/media/', ''))),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function urlOf({ data, errors }: { data: unknown; errors: readonly Error[] }): string {
  if (errors[0] !== undefined) throw errors[0];
  return (data as { setAvatar: { avatarUrl: string } }).setAvatar.avatarUrl;
}

const draw = (width: number, height: number, color = '#f00') =>
  sharp({ create: { width, height, channels: 3, background: color } });

test('a picture becomes a square without what a camera wrote into it', async () => {
  await using pictures = await testPictures();
  const photo = await draw(900, 400)
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();

  const { format, width, height, exif } = await sharp(
    await pictures.read(await pictures.set(photo)),
  ).metadata();

  expect({ format, width, height }).toEqual({
    format: 'webp',
    width: AVATAR_PX,
    height: AVATAR_PX,
  });
  expect(exif).toBeUndefined();
});

test('another picture has another address, and the one before is gone, also when none follows', async () => {
  await using pictures = await testPictures();
  const first = await pictures.set(await draw(10, 10).png().toBuffer());
  const second = await pictures.set(await draw(10, 10, '#00f').webp().toBuffer());

  expect(second).not.toBe(first);
  expect(await pictures.files()).toEqual([second.split('/').at(-1)]);

  const removed = await pictures.ask(REMOVE);
  expect(removed.data).toEqual({ removeAvatar: { avatarUrl: null } });
  expect(await pictures.files()).toEqual([]);
  expect((await pictures.ask(REMOVE)).errors).toEqual([]);
});

test('of pictures that are set at the same moment one is kept, and no file of another', async () => {
  await using pictures = await testPictures();
  const contents = await Promise.all(
    ['#f00', '#0f0', '#00f', '#ff0', '#0ff'].map((color) => draw(20, 20, color).png().toBuffer()),
  );

  await Promise.all(contents.map((content) => pictures.set(content)));

  const { data } = await pictures.ask('{ me { avatarUrl } }');
  const kept = (data as unknown as { me: { avatarUrl: string } }).me.avatarUrl.split('/').at(-1);
  expect(await pictures.files()).toEqual([kept]);
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

test.each([
  ['words', 'aGVsbG8=', 'the picture cannot be opened: expected a JPEG, PNG, WebP or GIF'],
  ['an SVG', Buffer.from(SVG).toString('base64'), 'expected a JPEG, PNG, WebP or GIF'],
  ['nothing', '', 'must be the bytes of a picture'],
  ['what is no base64', '%%%', 'must be base64'],
  ['more than half a megabyte', Buffer.alloc(524_292).toString('base64'), '512 KiB'],
])('%s is refused, and the picture before it stays', async (_what, picture, message) => {
  await using pictures = await testPictures();
  const before = await pictures.set(await draw(10, 10).png().toBuffer());

  const { errors } = await pictures.ask(SET, { picture });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors[0]?.message).toContain(message);
  expect((await pictures.ask('{ me { avatarUrl } }')).data).toEqual({ me: { avatarUrl: before } });
});

test('without a session nobody has a picture to change', async () => {
  await using accounts = await testAccounts();
  for (const query of [REMOVE, 'mutation { setAvatar(picture: "aaaa") { id } }']) {
    const { errors } = await accounts.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
});
