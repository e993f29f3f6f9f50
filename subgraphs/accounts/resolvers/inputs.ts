import { parse } from 'graphql';
import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { forbiddenPartnerScopes, PARTNER_SCOPES } from '../domain/roles.ts';

/** Throws BAD_USER_INPUT that names every field which is wrong, and what it has to be. */
export function readInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(({ path, message }) => {
    const field = path.join('.');
    return field === '' ? message : `${field} ${message}`;
  });
  throw new AppError('BAD_USER_INPUT', mistakes.join('; '));
}

/** Base64 has four characters for three bytes. */
const MAX_AVATAR_KIB = 512;
const MAX_AVATAR_BASE64 = Math.ceil((MAX_AVATAR_KIB * 1024) / 3) * 4;

const NUL = '\u0000';

/** PostgreSQL's text cannot hold the character NUL. */
const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, `must have ${min} to ${max} characters`)
    .max(max, `must have ${min} to ${max} characters`)
    .refine((value) => !value.includes(NUL), 'must not contain the character NUL');

/** Absent, null and blank are the same. */
const optionalText = (max: number) =>
  text(0, max)
    .nullish()
    .transform((value) => (value == null || value === '' ? null : value));

const emailAddress = text(1, 254).pipe(
  z.email('must be an e-mail address such as ada@example.com'),
);

const PHONE = 'must be a phone number in international form such as +4915112345678';

/** E.164 (https://www.itu.int/rec/T-REC-E.164); what people put between the digits is left out. */
const phone = text(1, 40)
  .transform((value) => value.replaceAll(/[\s()./-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, PHONE));

const PASSWORD = 'must have 8 to 128 characters';

export const registerInput = z.object({
  email: emailAddress,
  password: z.string().min(8, PASSWORD).max(128, PASSWORD),
  name: text(1, 100),
  phone: phone.nullish().transform((value) => value ?? null),
});

/** Fewer characters would be a list of everybody. */
export const lookupInput = text(2, 254);

/** Only bounds: whether it can be an address or a password is answered by there being none. */
export const loginInput = z.object({
  email: text(1, 254),
  password: z.string().min(1, PASSWORD).max(128, PASSWORD),
});

export const tokenInput = z.object({
  refreshToken: z.string().min(1, 'is missing').max(256, 'is no refresh token'),
});

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

const channels = z
  .array(z.enum(['EMAIL', 'SMS', 'PUSH']))
  .transform((all) => [...new Set(all)])
  .nullish()
  .transform((value) => value ?? undefined);

const username = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._]{1,28}[A-Za-z0-9]$/,
    'must have 3 to 30 letters, digits, dots and underscores, and begin and end with a letter or digit',
  );

/** Standard base64 (https://www.rfc-editor.org/rfc/rfc4648#section-4), with its padding. */
export const avatarInput = z
  .base64('must be base64 with its padding')
  .min(1, 'must be the bytes of a picture as base64')
  .max(
    MAX_AVATAR_BASE64,
    `must have at most ${MAX_AVATAR_BASE64} characters, ${MAX_AVATAR_KIB} KiB of bytes`,
  );

/** Null means left out, except for the phone number and the user name, which it removes. */
export const profileInput = z.object({
  name: text(1, 100)
    .nullish()
    .transform((value) => value ?? undefined),
  username: username.nullable().optional(),
  phone: phone.nullable().optional(),
  orderEmails: flag,
  marketingEmails: flag,
  orderChannels: channels,
  marketingChannels: channels,
  language: z
    .string()
    .refine(isLanguage, 'must be a BCP 47 language tag such as en or de-DE')
    .nullish()
    .transform((value) => (value == null ? undefined : Intl.getCanonicalLocales(value)[0])),
});

export const addressInput = z.object({
  recipient: text(1, 100),
  line1: text(1, 200),
  line2: optionalText(200),
  city: text(1, 100),
  region: optionalText(100),
  postalCode: text(1, 20),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCountry, 'must be an ISO 3166-1 alpha-2 code such as DE'),
  isDefault: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

const message = { subject: text(1, 200), body: text(1, 5_000), idempotencyKey: text(1, 100) };

export const sendNotificationInput = z.object({ ...message, userId: z.string(), channels });

export const deviceInput = z.object({
  token: text(1, 4_096),
  platform: z.enum(['ANDROID', 'IOS', 'WEB']),
});

const instant = z
  .date()
  .nullish()
  .transform((value) => value ?? null);

export const campaignInput = z.object({
  ...message,
  language: z
    .string()
    .refine(isLanguage, 'must be a BCP 47 language tag such as en or de-DE')
    .nullish()
    .transform((value) => (value == null ? null : (Intl.getCanonicalLocales(value)[0] ?? null))),
  registeredFrom: instant,
  registeredBefore: instant,
  maxRecipients: z
    .int()
    .min(1, 'must be at least 1')
    .nullish()
    .transform((value) => value ?? undefined),
});

const MAX_IDS = 1_000;

export const notificationIds = z
  .array(z.string())
  .max(MAX_IDS, `ids must be at most ${MAX_IDS}`)
  .nullish()
  .transform((value) => value ?? undefined);

export const partnerKeyInput = z.object({
  name: text(1, 100),
  scopes: z
    .array(z.string())
    .transform((scopes) => [...new Set(scopes)])
    .refine(
      (scopes) => forbiddenPartnerScopes(scopes).length === 0,
      `must be among ${PARTNER_SCOPES.join(', ')}`,
    ),
  pointsPerMinute: z
    .int()
    .min(1, 'must be 1 to 1000000')
    .max(1_000_000, 'must be 1 to 1000000')
    .nullish()
    .transform((value) => value ?? null),
});

const MAX_TEXTS = 100;

export const registerOperationsInput = z.object({
  texts: z
    .array(
      z
        .string()
        .min(1, 'must have 1 to 20000 characters')
        .max(20_000, 'must have 1 to 20000 characters')
        .refine(isDocument, 'must be a GraphQL document'),
    )
    .min(1, `must be 1 to ${MAX_TEXTS}`)
    .max(MAX_TEXTS, `must be 1 to ${MAX_TEXTS}`)
    .transform((texts) => [...new Set(texts)]),
  partnerKeyId: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

export const rolesInput = z
  .array(z.enum(['CUSTOMER', 'ADMIN', 'PARTNER']))
  .min(1, 'a user has at least one role')
  .transform((roles) => [...new Set(roles)]);

/** Absent and blank both mean no search. */
export const searchInput = z
  .string()
  .trim()
  .max(100, 'search must have at most 100 characters')
  .refine((value) => !value.includes(NUL), 'search must not contain the character NUL')
  .nullish()
  .transform((value) => (value == null || value === '' ? undefined : value));

/** Whether it fits the schema is for the gateway to say, which has all of it. */
function isDocument(source: string): boolean {
  try {
    return parse(source, { noLocation: true }).definitions.length > 0 && !source.includes(NUL);
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined;
}
