import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env['PLAZA_CHROMIUM'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DEMO_ADMIN = { email: 'admin@plaza.example', password: 'plaza-demo-admin' };

/** A Chromium that looks at the running system; each visitor has a profile of their own. */
export type ShopWindow = {
  visit: () => Promise<Visitor>;
  close: () => Promise<void>;
};

export type Visitor = {
  page: Page;
  /** What the page reported as broken: uncaught exceptions, failed requests for its own files, and what the content security policy refused. */
  faults: readonly string[];
  leave: () => Promise<void>;
};

export async function openShopWindow(): Promise<ShopWindow> {
  const baseURL = process.env['PLAZA_URL'];
  if (!baseURL) {
    throw new Error(
      'PLAZA_URL is not set: give the address of a running Plaza, such as http://127.0.0.1:4000',
    );
  }
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    visit: async () => {
      const context: BrowserContext = await browser.newContext({
        baseURL,
        viewport: { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url().includes('/assets/')) {
          faults.push(`${response.status()} ${response.url()}`);
        }
      });
      return { page, faults, leave: () => context.close() };
    },
    close: () => browser.close(),
  };
}
