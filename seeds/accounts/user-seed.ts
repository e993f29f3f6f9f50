import { en, Faker } from '@faker-js/faker';
import { YEAR_MS, type SeedPlan } from '../plan.ts';
import { createRandom, uuidAt, type Random } from '../random.ts';
import { faceUrl, FACES } from '../pictures/face-url.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import type { JoinedAt } from './people.ts';

export interface AddressSeed {
  id: string;
  recipient: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string;
  postalCode: string;
  country: string;
}

export interface UserSeed {
  id: string;
  email: string;
  name: string;
  username: string;
  avatarUrl: string | null;
  phone: string | null;
  roles: readonly string[];
  wantsOffers: boolean;
  createdAt: Date;
  /** The default first. */
  addresses: AddressSeed[];
}

const MAIL_HOSTS = ['example.com', 'example.net', 'example.org'];
const MAX_NAME = 100;
const MAX_USERNAME = 30;
const PICTURE_SHARE = 0.8;
const PHONE_SHARE = 0.7;
const SECOND_ADDRESS_SHARE = 0.3;
const FLAT_SHARE = 0.25;
const OFFERS_SHARE = 0.35;

export type MakeUser = (index: number) => UserSeed;

/** The demo accounts come first. */
export function createUserMaker(plan: SeedPlan, joinedAt: JoinedAt): MakeUser {
  let random: Random = createRandom(plan.seed, 'user', 0);
  const faker = new Faker({
    locale: en,
    randomizer: { next: () => random.next(), seed: () => undefined },
  });
  faker.setDefaultRefDate(plan.until);

  return (index) => {
    random = createRandom(plan.seed, 'user', index);
    const demo = DEMO_ACCOUNTS[index];
    const earlier = Math.floor(random.next() * 2 * YEAR_MS);
    const createdAt = joinedAt(index) ?? new Date(plan.until.getTime() - YEAR_MS - earlier);
    const id = uuidAt(createdAt, random);
    const first = faker.person.firstName();
    const last = faker.person.lastName();
    const name = demo?.name ?? `${first} ${last}`.slice(0, MAX_NAME);
    const mailbox = `${first}.${last}`.toLowerCase().replaceAll(/[^a-z.]/g, '');

    const number = `.${index}`;
    const username = `${mailbox.slice(0, MAX_USERNAME - number.length)}${number}`;

    return {
      id: demo?.id ?? id,
      email: demo?.email ?? `${mailbox}.${index}@${random.pick(MAIL_HOSTS)}`,
      name,
      username: demo?.username ?? username,
      // 555-01xx is kept free for fiction.
      phone: random.chance(PHONE_SHARE)
        ? `+1${random.int(201, 989)}55501${digits(random, 2)}`
        : null,
      roles: demo?.roles ?? ['CUSTOMER'],
      wantsOffers: random.chance(OFFERS_SHARE),
      createdAt,
      addresses: Array.from({ length: random.chance(SECOND_ADDRESS_SHARE) ? 2 : 1 }, () => ({
        id: uuidAt(createdAt, random),
        recipient: name,
        line1: faker.location.streetAddress(),
        line2: random.chance(FLAT_SHARE) ? faker.location.secondaryAddress() : null,
        city: faker.location.city(),
        region: faker.location.state({ abbreviated: true }),
        postalCode: faker.location.zipCode('#####'),
        country: 'US',
      })),
      avatarUrl: random.chance(PICTURE_SHARE) ? faceUrl(random.int(0, FACES - 1)) : null,
    };
  };
}

function digits(random: Random, count: number): string {
  return String(random.int(0, 10 ** count - 1)).padStart(count, '0');
}
