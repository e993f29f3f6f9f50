import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

/** A new account, signed in. */
export async function register(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^E-mail/).fill(`${randomUUID()}@shoppers.example`);
  await page.getByLabel(/^Password/).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('button', { name: `Account of ${name}` }).waitFor();
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/^E-mail/).fill(who.email);
  await page.getByLabel(/^Password/).fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
}

/** Puts the first product in the list that can be bought and is not in the cart yet into the cart; gives its name. */
export async function addFirstProduct(page: Page, except: readonly string[] = []): Promise<string> {
  // The answer to the search before stays on the page, busy, until the next one is there.
  await page.locator('[aria-label="Products"] ul[aria-busy="false"]').waitFor();
  const buttons = page.getByRole('button', { name: /^Add .* to the cart$/, disabled: false });
  await buttons.first().waitFor();
  const labels = await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  for (const label of labels) {
    const name = label.replace(/^Add /, '').replace(/ to the cart$/, '');
    if (except.includes(name)) continue;
    const before = await unitsInCart(page);
    await page.getByRole('button', { name: label, exact: true }).first().click();
    await page.getByRole('link', { name: new RegExp(`^Cart, ${before + 1} unit`) }).waitFor();
    return name;
  }
  throw new Error(`no product to add beside ${except.join(', ')}`);
}

async function unitsInCart(page: Page): Promise<number> {
  const label = await page.getByRole('link', { name: /^Cart, / }).getAttribute('aria-label');
  return Number(/\d+/.exec(label ?? '')?.[0] ?? 0);
}

/** From the cart to the page of the placed order, paid with the card whose outcome reads like `card`. */
export async function checkOut(page: Page, card: RegExp): Promise<string> {
  await page.getByRole('link', { name: /^Cart, / }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await page.getByLabel(/^Street and number/).fill('Kastanienallee 12');
  await page.getByLabel(/^Postal code/).fill('10435');
  await page.getByLabel(/^City/).fill('Berlin');
  await page.getByRole('radiogroup', { name: 'Card' }).getByLabel(card).first().check();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Marks the page, so that a reload would show. */
export async function markPage(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  return () => page.evaluate(() => 'isSamePage' in globalThis);
}
