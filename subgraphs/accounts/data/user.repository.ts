import { sql } from 'kysely';
import type { PageRequest } from '#platform/graphql/page.ts';
import type { Role } from '../domain/roles.ts';
import type { NotificationChannel } from '../domain/notification.ts';
import type { Preferences, ProfileChanges, User } from '../domain/user.ts';
import { anyOf } from '#platform/database/ids.ts';
import { readPlace } from './newest-first.ts';
import type { Db, Tx, UserTable } from './tables.ts';

/** People choose a user name and a picture later. */
export interface NewUser
  extends Omit<User, 'username' | 'avatarUrl'>, Partial<Pick<User, 'username' | 'avatarUrl'>> {
  passwordHash: string;
}

export interface Credentials {
  user: User;
  passwordHash: string;
}

/** Null when the e-mail address is taken: the unique index decides between two at once. */
export async function insertUser(tx: Tx, user: NewUser): Promise<User | null> {
  const row = await tx
    .insertInto('user')
    .values(toRow(user))
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toUser(row);
}

/** Many at once, for generated data; those whose e-mail address is taken are left out. */
export async function insertUsers(db: Db, users: readonly NewUser[]): Promise<void> {
  if (users.length === 0) return;
  await db
    .insertInto('user')
    .values(users.map(toRow))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listUsersByIds(db: Db, ids: readonly string[]): Promise<User[]> {
  const rows = await db.selectFrom('user').selectAll().where('id', '=', anyOf(ids)).execute();
  return rows.map(toUser);
}

export async function findCredentials(db: Db, email: string): Promise<Credentials | undefined> {
  const row = await db
    .selectFrom('user')
    .selectAll()
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirst();
  return row && { user: toUser(row), passwordHash: row.password_hash };
}

/** Up to one more than asked for, newest first. */
export async function listUsers(
  db: Db,
  search: string | undefined,
  page: PageRequest,
): Promise<User[]> {
  const place = readPlace(page);
  const rows = await db
    .selectFrom('user')
    .selectAll()
    .$if(search !== undefined, (query) => query.where(matches(search ?? '')))
    .$if(place !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${place?.createdAt}, ${place?.id})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.first + 1)
    .execute();
  return rows.map(toUser);
}

/** Whose e-mail address or user name it is, or whose name has words that begin so. */
export async function findUsers(
  db: Db,
  text: string,
  exceptId: string,
  limit: number,
): Promise<User[]> {
  const rows = await db
    .selectFrom('user')
    .selectAll()
    .where('id', '!=', exceptId)
    .where((eb) => {
      const lowered = sql`lower(${text})`;
      const is = eb.or([
        eb(sql`lower(email)`, '=', lowered),
        eb(sql`lower(username)`, '=', lowered),
      ]);
      const named = nameBegins(text);
      return named === undefined ? is : eb.or([is, named]);
    })
    .limit(limit)
    .execute();
  return rows.map(toUser);
}

export async function countUsers(db: Db, search: string | undefined): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .$if(search !== undefined, (query) => query.where(matches(search ?? '')))
    .executeTakeFirstOrThrow();
  return count;
}

/** Undefined when there is no such user. Fails on `user_username` when the user name is somebody else's. */
export async function updateProfile(
  tx: Tx,
  userId: string,
  changes: ProfileChanges,
): Promise<User | undefined> {
  const { name, username, phone, orderEmails, marketingEmails, language, ...channels } = changes;
  const row = await tx
    .updateTable('user')
    .set({
      // Something has to be set, also when nothing changes.
      id: userId,
      ...(name !== undefined && { name }),
      ...(username !== undefined && { username }),
      ...(phone !== undefined && { phone }),
      ...(orderEmails !== undefined && { order_emails: orderEmails }),
      ...(marketingEmails !== undefined && { marketing_emails: marketingEmails }),
      ...channelColumns(channels),
      ...(language !== undefined && { language }),
    })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row && toUser(row);
}

/** Gives the key of the picture that this one takes the place of; null for none, undefined when there is no such user. */
export async function updateAvatar(
  tx: Tx,
  userId: string,
  avatar: { url: string; key: string } | null,
): Promise<{ user: User; formerKey: string | null } | undefined> {
  const former = await tx
    .selectFrom('user')
    .select('avatar_key')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (former === undefined) return undefined;
  const row = await tx
    .updateTable('user')
    .set({ avatar_url: avatar?.url ?? null, avatar_key: avatar?.key ?? null })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { user: toUser(row), formerKey: former.avatar_key };
}

export async function updateRoles(
  tx: Tx,
  userId: string,
  roles: readonly Role[],
): Promise<User | undefined> {
  const row = await tx
    .updateTable('user')
    .set({ roles: [...roles] })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return row && toUser(row);
}

/** Holds the administrators' rows, so that of two who remove each other's role one sees the other. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('user')
    .select('id')
    .where(sql<boolean>`'ADMIN' = any(roles)`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Holds the user's row: what depends on all of a user's addresses happens one after the other. */
export async function lockUser(tx: Tx, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('user')
    .select('id')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The start of the e-mail address, or the start of a word of the name for each word searched. */
function matches(search: string) {
  const emailStart = `${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const named = nameBegins(search);
  return named === undefined
    ? sql<boolean>`lower(email) like ${emailStart}`
    : sql<boolean>`(lower(email) like ${emailStart} or ${named})`;
}

/** Undefined where there is no word in the text. */
function nameBegins(text: string) {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  const nameWords = words.map((word) => `'${word}':*`).join(' & ');
  return sql<boolean>`to_tsvector('simple', name) @@ to_tsquery('simple', ${nameWords})`;
}

function toUser(row: UserTable): User {
  const { id, email, name, username, phone, roles, created_at: createdAt } = row;
  const avatarUrl = row.avatar_url;
  const preferences = {
    orderChannels: channelsOf(row.order_emails, row.order_sms, row.order_push),
    marketingChannels: channelsOf(row.marketing_emails, row.marketing_sms, row.marketing_push),
    language: row.language,
  };
  return { id, email, name, username, avatarUrl, phone, roles, preferences, createdAt };
}

function toRow(user: NewUser): UserTable {
  const { id, email, passwordHash, name, username, phone, roles, preferences, createdAt } = user;
  return {
    id,
    email,
    password_hash: passwordHash,
    name,
    username: username ?? null,
    avatar_url: user.avatarUrl ?? null,
    avatar_key: null,
    phone,
    roles,
    ...orderColumns(preferences.orderChannels),
    ...marketingColumns(preferences.marketingChannels),
    language: preferences.language,
    created_at: createdAt,
  };
}

function channelsOf(email: boolean, sms: boolean, push: boolean): NotificationChannel[] {
  return [
    ...(email ? (['EMAIL'] as const) : []),
    ...(sms ? (['SMS'] as const) : []),
    ...(push ? (['PUSH'] as const) : []),
  ];
}

/** Of those that are given. */
function channelColumns({ orderChannels, marketingChannels }: Partial<Preferences>) {
  return {
    ...(orderChannels && orderColumns(orderChannels)),
    ...(marketingChannels && marketingColumns(marketingChannels)),
  };
}

const orderColumns = (channels: readonly NotificationChannel[]) => ({
  order_emails: channels.includes('EMAIL'),
  order_sms: channels.includes('SMS'),
  order_push: channels.includes('PUSH'),
});

const marketingColumns = (channels: readonly NotificationChannel[]) => ({
  marketing_emails: channels.includes('EMAIL'),
  marketing_sms: channels.includes('SMS'),
  marketing_push: channels.includes('PUSH'),
});
