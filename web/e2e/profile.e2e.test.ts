import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { register } from './testing/walks.ts';

const STORY_MS = 60_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

/** Waits until the picture is drawn; gives its width in its own pixels. */
async function widthOf(picture: Locator): Promise<number> {
  await picture.waitFor();
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
}

test(
  'somebody has a picture and a user name, by which another finds them',
  async () => {
    const [ada, ben] = [await shop.visit(), await shop.visit()];
    await register(ada.page, 'Ada Byron');
    await register(ben.page, 'Ben Browning');
    const photo = await sharp({
      create: { width: 1_600, height: 900, channels: 3, background: '#7652bd' },
    })
      .jpeg()
      .toBuffer();

    await ada.page.goto('/account');
    const chooser = ada.page.locator('input[type=file]');
    await chooser.setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no picture'),
    });
    await ada.page.getByRole('alert').filter({ hasText: 'notes.txt cannot be opened' }).waitFor();
    await chooser.setInputFiles({ name: 'ada.jpg', mimeType: 'image/jpeg', buffer: photo });
    await ada.page.getByRole('button', { name: 'Another picture' }).waitFor();
    const account = ada.page.getByRole('button', { name: 'Account of Ada Byron' });
    expect(await widthOf(account.locator('img'))).toBe(256);

    const username = `ada.${Date.now()}`;
    await ada.page.getByLabel('User name').fill(username);
    await ada.page.getByRole('button', { name: 'Save' }).click();
    await ada.page.getByText('Your profile is saved').waitFor();

    await ben.page.goto('/account');
    await ben.page.getByLabel('User name').fill(username.toUpperCase());
    await ben.page.getByRole('button', { name: 'Save' }).click();
    await ben.page.getByText('choose another user name').waitFor();

    await ben.page.goto('/chat');
    await ben.page.getByRole('button', { name: 'New conversation' }).click();
    await ben.page.getByLabel('With whom').fill(username);
    const found = ben.page.getByRole('button', { name: `@${username}` });
    expect(await widthOf(found.locator('img'))).toBe(256);
    await found.click();
    await ben.page.waitForURL(/\/chat\/[0-9a-f-]+$/);
    expect(await widthOf(ben.page.locator('[data-conversation] img'))).toBe(256);

    await ada.page.getByRole('button', { name: 'Remove' }).click();
    await ada.page.getByRole('button', { name: 'Add a picture' }).waitFor();
    expect(await account.locator('img').count()).toBe(0);
    expect([...ada.faults, ...ben.faults]).toEqual([]);
    await Promise.all([ada.leave(), ben.leave()]);
  },
  STORY_MS,
);
