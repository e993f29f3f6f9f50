import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { describeSettings, flag, integer, readSettings, SettingsError, text } from './settings.ts';

const table = {
  PORT: integer('where it listens', { min: 1, max: 65_535 }, { default: '4000' }),
  FAST: flag('goes faster', { default: 'false' }),
  TOKEN: text('opens the door', { isSecret: true }),
};

test('reads what is set and fills in defaults', () => {
  expect(readSettings(table, { TOKEN: 'x', FAST: 'true' })).toEqual({
    PORT: 4000,
    FAST: true,
    TOKEN: 'x',
  });
});

test('names every mistake at once', () => {
  const mistaken = { PORT: '99999999', FAST: 'yes' };

  expect(() => readSettings(table, mistaken)).toThrow(SettingsError);
  expect(() => readSettings(table, mistaken)).toThrow(
    /3 settings are wrong[^]*PORT is "99999999"[^]*FAST is "yes"[^]*TOKEN is required/,
  );
});

test('an empty variable counts as not set', () => {
  expect(readSettings(table, { PORT: '', TOKEN: 'x' }).PORT).toBe(4000);
});

test('shows no secret in the table or in a mistake', () => {
  const secret = { KEY: integer('unlocks', { min: 0, max: 9 }, { default: '7', isSecret: true }) };

  expect(describeSettings(secret)).toContain('| `KEY` | secret | unlocks |');
  expect(() => readSettings(secret, { KEY: 'hunter2' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});

test('text that is too short is a mistake', () => {
  const short = { KEY: text('unlocks', { minLength: 4, isSecret: true }) };

  expect(readSettings(short, { KEY: 'four' }).KEY).toBe('four');
  expect(() => readSettings(short, { KEY: 'one' })).toThrow(
    'KEY is the given value: expected at least 4 characters',
  );
});

test('reads a secret from the file that NAME_FILE names, unless NAME is set', async () => {
  await using folder = await temporaryFolder({ token: 'from a file\n' });
  const file = join(folder.path, 'token');

  expect(readSettings(table, { TOKEN_FILE: file }).TOKEN).toBe('from a file');
  expect(readSettings(table, { TOKEN_FILE: file, TOKEN: 'x' }).TOKEN).toBe('x');
  await rm(file);
  expect(() => readSettings(table, { TOKEN_FILE: file })).toThrow(
    `TOKEN_FILE is "${file}": cannot be read`,
  );
});

test('only secrets are read from files', () => {
  expect(readSettings(table, { PORT_FILE: '/nowhere', TOKEN: 'x' }).PORT).toBe(4000);
});

test('production refuses a secret that is made for development', () => {
  const env = { TOKEN: 'plaza-development-only' };

  expect(readSettings(table, { ...env, PLAZA_ENV: 'development' }).TOKEN).toBe(env.TOKEN);
  expect(() => readSettings(table, { ...env, PLAZA_ENV: 'production' })).toThrow(
    'TOKEN is made for development',
  );
});
