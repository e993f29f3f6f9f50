import { createSlots } from '../slots.ts';
import { createPasswordHasher } from './password-hasher.ts';

const cheap = { memoryKib: 64, iterations: 1 };

test('knows a password by its hash, which is never the same twice', async () => {
  const passwords = await createPasswordHasher(cheap);
  const [one, other] = await Promise.all([passwords.hash('horse'), passwords.hash('horse')]);

  expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  expect(one).not.toBe(other);
  expect(await passwords.matches(one, 'horse')).toBe(true);
  expect(await passwords.matches(one, 'mule')).toBe(false);
});

test('no password is right for an account that does not exist', async () => {
  const passwords = await createPasswordHasher(cheap);

  expect(await passwords.matches(undefined, 'horse')).toBe(false);
});

test('no more run at once than there are slots, and who finds the queue full is told', async () => {
  const slots = createSlots(2, 3);
  const finish = Promise.withResolvers<void>();
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await finish.promise;
    running -= 1;
  };

  const admitted = Array.from({ length: 5 }, () => slots(work));
  await expect(slots(work)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  finish.resolve();
  await Promise.all(admitted);

  expect(most).toBe(2);
});
