import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { drawPicture } from '../pictures/draw-picture.ts';
import { ICONS } from '../pictures/icons.ts';

/** What is sent again and again: millions of messages with a file each, of few files. */
export const TALK_PICTURES = 32;
const SIDE_PX = 480;
const PLACEHOLDER_PX = 16;
/** Changes when the drawings do, since pictures are kept by browsers for ever. */
const EDITION = 1;

export interface TalkPicture {
  key: string;
  content: Buffer;
  sizeBytes: number;
  width: number;
  height: number;
  /** A data URL. */
  placeholder: string;
}

/** Pictures as uploads of them would have become: WebP, with a placeholder. Always the same. */
export function drawTalkPictures(): Promise<TalkPicture[]> {
  return Promise.all(Array.from({ length: TALK_PICTURES }, (_, number) => draw(number)));
}

/** Where the gateway serves them below /media. */
export async function writeTalkPictures(mediaDir: string): Promise<void> {
  for (const { key, content } of await drawTalkPictures()) {
    const file = join(mediaDir, key);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function draw(number: number): Promise<TalkPicture> {
  const icons = Object.keys(ICONS);
  const svg = Buffer.from(drawPicture(icons[number % icons.length] ?? '', number));
  const render = (side: number, quality: number) =>
    sharp(svg).resize(side, side).webp({ quality }).toBuffer();
  const [content, tiny] = await Promise.all([render(SIDE_PX, 80), render(PLACEHOLDER_PX, 40)]);
  return {
    key: `chat/picture-${number}-e${EDITION}.webp`,
    content,
    sizeBytes: content.length,
    width: SIDE_PX,
    height: SIDE_PX,
    placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
  };
}
