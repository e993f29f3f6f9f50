import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const LIFE_SECONDS = 3_600;
/** A token is renewed so long before it ends. */
const EARLY_MS = 300_000;

/** The file that Google gives for a service account; what is used of it. */
export const serviceAccount = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  token_uri: z.url(),
});
export type ServiceAccount = z.infer<typeof serviceAccount>;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * Access tokens of a service account, by a signed assertion (RFC 7523,
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest). One is asked for at a
 * time, and used until shortly before it ends.
 */
export function createAccessTokens(
  account: ServiceAccount,
  now: () => Date,
): (signal: AbortSignal) => Promise<string> {
  let current: { token: Promise<string>; endsAt: number } | undefined;

  async function ask(signal: AbortSignal): Promise<z.infer<typeof tokenAnswer>> {
    const seconds = Math.floor(now().getTime() / 1_000);
    const assertion = await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFE_SECONDS)
      .sign(await importPKCS8(account.private_key, 'RS256'));
    const response = await fetch(account.token_uri, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion,
      }),
      signal,
    });
    if (!response.ok) throw new Error(`no access token for push messages: ${response.status}`);
    return tokenAnswer.parse(await response.json());
  }

  return (signal) => {
    if (current !== undefined && now().getTime() < current.endsAt) return current.token;
    const asking = ask(signal);
    const fresh = {
      token: asking.then(({ access_token }) => access_token),
      endsAt: now().getTime() + EARLY_MS,
    };
    current = fresh;
    const keepAsLongAs = ({ expires_in: seconds }: { expires_in: number }): void => {
      fresh.endsAt = now().getTime() + Math.max(0, seconds * 1_000 - EARLY_MS);
    };
    const forget = (): void => {
      if (current === fresh) current = undefined;
    };
    asking.then(keepAsLongAs, forget);
    return fresh.token;
  };
}
