import {
  createSessionStore,
  SESSION_KEY,
  type Exchange,
  type SessionPorts,
} from './session-store.ts';
import type { Session } from './session.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const MINUTE_MS = 60_000;

/** A browser: storage and a lock that its tabs share, and a server whose refresh tokens work once. */
function openBrowser(stored?: Session) {
  const entries = new Map<string, string>();
  if (stored) entries.set(SESSION_KEY, JSON.stringify(stored));
  let queue: Promise<unknown> = Promise.resolve();
  const exchanged: string[] = [];
  let answer = async (refreshToken: string): Promise<Exchange> => {
    if (exchanged.filter((token) => token === refreshToken).length > 1) return { kind: 'ended' };
    return { kind: 'renewed', session: session({ token: `${refreshToken}+` }) };
  };
  const ports: SessionPorts = {
    storage: {
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, value),
      removeItem: (key) => void entries.delete(key),
    },
    withLock: (work) => {
      const result = queue.then(work);
      queue = result.catch(() => undefined);
      return result;
    },
    exchange: (refreshToken) => {
      exchanged.push(refreshToken);
      return answer(refreshToken);
    },
    now: () => NOW,
  };
  return {
    entries,
    exchanged,
    openTab: () => createSessionStore(ports),
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

function session({ token = 'one', minutesLeft = 15 } = {}): Session {
  return {
    accessToken: `access-${token}`,
    refreshToken: token,
    expiresAt: new Date(NOW + minutesLeft * MINUTE_MS).toISOString(),
    user: { id: 'ada', name: 'Ada', roles: ['CUSTOMER'] },
  };
}

test('a fresh token is used as it is', async () => {
  const browser = openBrowser(session());
  await expect(browser.openTab().accessToken()).resolves.toBe('access-one');
  expect(browser.exchanged).toEqual([]);
});

test('nobody signed in means no token and no request', async () => {
  const browser = openBrowser();
  await expect(browser.openTab().accessToken('access-one')).resolves.toBeUndefined();
  expect(browser.exchanged).toEqual([]);
});

test('a token about to expire is renewed, and the new session is stored', async () => {
  const browser = openBrowser(session({ minutesLeft: 0.4 }));
  const tab = browser.openTab();
  await expect(tab.accessToken()).resolves.toBe('access-one+');
  expect(tab.current()?.refreshToken).toBe('one+');
  expect(browser.entries.get(SESSION_KEY)).toContain('"refreshToken":"one+"');
});

test('a token the server turned down is renewed although it looks fresh', async () => {
  const browser = openBrowser(session());
  await expect(browser.openTab().accessToken('access-one')).resolves.toBe('access-one+');
});

test('many callers of one tab share one exchange', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  const tab = browser.openTab();
  const tokens = await Promise.all([tab.accessToken(), tab.accessToken(), tab.accessToken()]);
  expect(new Set(tokens)).toEqual(new Set(['access-one+']));
  expect(browser.exchanged).toEqual(['one']);
});

test('tabs that renew at the same time use the refresh token once', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  const tabs = [browser.openTab(), browser.openTab(), browser.openTab()];
  const tokens = await Promise.all(tabs.map((tab) => tab.accessToken('access-one')));
  expect(tokens).toEqual(['access-one+', 'access-one+', 'access-one+']);
  expect(browser.exchanged).toEqual(['one']);
});

test('an ended session signs out and tells the listeners', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  browser.answerWith(async () => ({ kind: 'ended' }));
  const tab = browser.openTab();
  const seen: (string | undefined)[] = [];
  tab.subscribe(() => seen.push(tab.current()?.user.id));
  await expect(tab.accessToken()).resolves.toBeUndefined();
  expect(seen).toEqual([undefined]);
  expect(browser.entries.has(SESSION_KEY)).toBe(false);
});

test('a failed request keeps the session, and the next call tries again', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  browser.answerWith(async () => {
    throw new TypeError('Failed to fetch');
  });
  const tab = browser.openTab();
  await expect(tab.accessToken()).rejects.toThrow('Failed to fetch');
  expect(tab.current()).toBeDefined();
  browser.answerWith(async () => ({ kind: 'renewed', session: session({ token: 'two' }) }));
  await expect(tab.accessToken()).resolves.toBe('access-two');
});

test('signing out during an exchange stays signed out', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  const tab = browser.openTab();
  browser.answerWith(async () => {
    tab.end();
    return { kind: 'renewed', session: session({ token: 'two' }) };
  });
  await expect(tab.accessToken()).resolves.toBeUndefined();
  expect(tab.current()).toBeUndefined();
  expect(browser.entries.has(SESSION_KEY)).toBe(false);
});

test('signing in as somebody else during an exchange keeps the newcomer', async () => {
  const browser = openBrowser(session({ minutesLeft: 0 }));
  const tab = browser.openTab();
  browser.answerWith(async () => {
    tab.start(session({ token: 'grace' }));
    return { kind: 'renewed', session: session({ token: 'two' }) };
  });
  await expect(tab.accessToken()).resolves.toBe('access-grace');
});

test('what another tab stores is adopted, signing out included', () => {
  const tab = openBrowser(session()).openTab();
  tab.adopt(JSON.stringify(session({ token: 'two' })));
  expect(tab.current()?.refreshToken).toBe('two');
  tab.adopt(null);
  expect(tab.current()).toBeUndefined();
});

test.each(['', '{', '[]', 'null', '{"accessToken":"a"}', '{"accessToken":"a","refreshToken":"b"}'])(
  'stored text that is no session counts as signed out: %j',
  (text) => {
    const browser = openBrowser();
    browser.entries.set(SESSION_KEY, text);
    expect(browser.openTab().current()).toBeUndefined();
  },
);
