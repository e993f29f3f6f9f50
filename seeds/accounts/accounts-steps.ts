import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { copyRows } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { World } from '../world.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';

const USERS_A_CHUNK = 5_000;
/** As the accounts subgraph's own default. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function accountsSteps(world: World): SeedStep[] {
  return [
    {
      name: 'users',
      database: 'accounts',
      rows: world.sizes.users,
      chunkSize: USERS_A_CHUNK,
      async load(client, from, to) {
        const users = indexes(from, to).map((index) => world.user(index));
        // Nobody signs in as one of them: they share the hash of a password that is forgotten at once.
        const sharedHash = await hash(randomBytes(32).toString('base64url'), ARGON2);
        const hashes = await Promise.all(
          users.map(async (_user, place) => {
            const demo = DEMO_ACCOUNTS[from + place];
            return demo === undefined ? sharedHash : hash(demo.password, ARGON2);
          }),
        );
        await copyRows(
          client,
          '"user"',
          USER_COLUMNS,
          users.map((user, place) => [
            user.id,
            user.email,
            hashes[place] ?? sharedHash,
            user.name,
            user.phone,
            `{${user.roles.join(',')}}`,
            user.wantsOffers,
            user.createdAt,
          ]),
        );
        await copyRows(
          client,
          'address',
          ADDRESS_COLUMNS,
          users.flatMap((user) =>
            user.addresses.map((address, place) => [
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
            ]),
          ),
        );
      },
    },
  ];
}

const USER_COLUMNS = [
  'id',
  'email',
  'password_hash',
  'name',
  'phone',
  'roles',
  'marketing_emails',
  'created_at',
];
const ADDRESS_COLUMNS = [
  'id',
  'user_id',
  'recipient',
  'line1',
  'line2',
  'city',
  'region',
  'postal_code',
  'country',
  'is_default',
  'created_at',
];
