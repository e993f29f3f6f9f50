import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { World } from '../world.ts';
import type { CopyValue } from '../loading/copy-encoding.ts';
import type { UserSeed } from './user-seed.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';

const USERS_A_CHUNK = 5_000;
/** As the accounts subgraph's own default. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function accountsSteps(world: World): SeedStep[] {
  return [
    {
      name: 'users',
      databases: ['accounts'],
      rows: world.sizes.users,
      chunkSize: USERS_A_CHUNK,
      async make(from, to) {
        const users = indexes(from, to).map((index) => world.user(index));
        // Nobody signs in as one of them: they share the hash of a password that is forgotten at once.
        const sharedHash = await hash(randomBytes(32).toString('base64url'), ARGON2);
        const hashes = await Promise.all(
          users.map(async (_user, place) => {
            const demo = DEMO_ACCOUNTS[from + place];
            return demo === undefined ? sharedHash : hash(demo.password, ARGON2);
          }),
        );
        return {
          async accounts(client) {
            await copyRows(
              client,
              USERS,
              users.map((user, place) => [
                user.id,
                user.email,
                hashes[place] ?? sharedHash,
                user.name,
                user.username,
                user.avatarUrl,
                user.phone,
                user.roles,
                user.wantsOffers,
                user.createdAt,
              ]),
            );
            await copyRows(client, ADDRESSES, users.flatMap(toAddresses));
          },
        };
      },
    },
  ];
}

const USERS: CopyTable = {
  name: '"user"',
  columns: {
    id: 'uuid',
    email: 'text',
    password_hash: 'text',
    name: 'text',
    username: 'text',
    avatar_url: 'text',
    phone: 'text',
    roles: 'text[]',
    marketing_emails: 'bool',
    created_at: 'timestamptz',
  },
};
const ADDRESSES: CopyTable = {
  name: 'address',
  columns: {
    id: 'uuid',
    user_id: 'uuid',
    recipient: 'text',
    line1: 'text',
    line2: 'text',
    city: 'text',
    region: 'text',
    postal_code: 'text',
    country: 'text',
    is_default: 'bool',
    created_at: 'timestamptz',
  },
};

function toAddresses(user: UserSeed): CopyValue[][] {
  return user.addresses.map((address, place) => [
    address.id,
    user.id,
    address.recipient,
    address.line1,
    address.line2,
    address.city,
    address.region,
    address.postalCode,
    address.country,
    place === 0,
    user.createdAt,
  ]);
}
