import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secret.ts';

export interface PasswordHasher {
  hash: (password: string) => Promise<string>;
  /** Takes as long for an account that does not exist, so that the time tells nothing. */
  matches: (passwordHash: string | undefined, password: string) => Promise<boolean>;
}

/** Argon2id; costs as in https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html. */
export async function createPasswordHasher(cost: {
  memoryKib: number;
  iterations: number;
}): Promise<PasswordHasher> {
  const options = { memoryCost: cost.memoryKib, timeCost: cost.iterations, parallelism: 1 };
  const nobodysHash = await hash(newSecret(), options);

  return {
    hash: (password) => hash(password, options),

    async matches(passwordHash, password) {
      const matches = await verify(passwordHash ?? nobodysHash, password);
      return matches && passwordHash !== undefined;
    },
  };
}
