import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { findContentType, MAX_PIXELS, openPicture } from './open-picture.ts';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f00' } });
const sizeOf = (content: Buffer, frames?: number) =>
  openPicture(content, async (open) => {
    const { info } = await open(frames).png().toBuffer({ resolveWithObject: true });
    return [info.width, info.height];
  });

/** A PNG whose header says another size; nobody has drawn so much. */
function claim(png: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(png);
  claimed.writeUInt32BE(width, 16);
  claimed.writeUInt32BE(height, 20);
  claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29);
  return claimed;
}

test('the type is that of the first bytes', async () => {
  expect(await findContentType(await drawn(2, 2).webp().toBuffer())).toBe('image/webp');
  expect(await findContentType(Buffer.from('<p>hello</p>'))).toBeUndefined();
});

test('a picture stands upright, and says no more where it was taken', async () => {
  const photo = await drawn(40, 20)
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const metadata = await openPicture(photo, async (open) =>
    sharp(await open().jpeg().toBuffer()).metadata(),
  );

  expect((await sharp(photo).metadata()).exif).toBeDefined();
  expect(metadata).toMatchObject({ width: 20, height: 40 });
  expect(metadata?.exif).toBeUndefined();
});

test('a small file that says it is a huge picture is not opened', async () => {
  const small = await drawn(4, 4).png().toBuffer();
  const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
  let message = '';
  await openPicture(claim(small, side, side), async (open) =>
    open()
      .toBuffer()
      .catch((error: unknown) => (message = String(error))),
  );

  expect(message).toContain('exceeds pixel limit');
  expect(await sizeOf(claim(small, side, side))).toBeUndefined();
  expect(await sizeOf(claim(small, 4, 4))).toEqual([4, 4]);
});

test('half of a picture, or none, is not opened', async () => {
  const noise = sharp({
    create: {
      width: 64,
      height: 64,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
  for (const format of ['png', 'jpeg'] as const) {
    const whole = await noise.clone().toFormat(format).toBuffer();
    expect(await sizeOf(whole)).toEqual([64, 64]);
    expect(await sizeOf(whole.subarray(0, whole.length / 2))).toBeUndefined();
  }
  expect(await sizeOf(Buffer.from('words'))).toBeUndefined();
});

test('of a moving picture one frame is opened, or as many as are asked for', async () => {
  const frames: Sharp[] = [drawn(6, 5), drawn(6, 5).negate()];
  const moving = await sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), {
    join: { animated: true },
  })
    .gif()
    .toBuffer();

  expect([await sizeOf(moving), await sizeOf(moving, -1)]).toEqual([
    [6, 5],
    [6, 10],
  ]);
});
