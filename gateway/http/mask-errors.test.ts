import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { createMaskError } from './mask-errors.ts';

function masking() {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  return { mask: createMaskError(log), lines };
}

test('an error with a public code passes, without the details of our parts', () => {
  const { mask, lines } = masking();
  const extensions = {
    code: 'BAD_USER_INPUT',
    field: 'email',
    serviceName: 'accounts',
    stacktrace: ['x'],
  };

  expect(mask({ message: 'no', path: ['a'], extensions }, undefined)).toEqual({
    message: 'no',
    path: ['a'],
    extensions: { code: 'BAD_USER_INPUT', field: 'email' },
  });
  expect(lines).toEqual([]);
});

test('any other error is logged under an id, and the client gets the id', () => {
  const { mask, lines } = masking();
  const original = new GraphQLError('connect to 10.0.0.7', {
    originalError: new Error('password=1'),
  });

  const masked = mask({ message: 'connect to 10.0.0.7' }, original);

  expect(JSON.stringify(masked)).not.toContain('10.0.0.7');
  expect(lines.join('')).toContain(String(masked.extensions?.['errorId']));
});

test('an error that a subgraph has masked keeps its id and is noted under it', () => {
  const { mask, lines } = masking();
  const extensions = { code: 'INTERNAL_SERVER_ERROR', errorId: 'e1' };

  const masked = mask({ message: 'x', extensions: { ...extensions, serviceName: 'a' } }, undefined);
  expect(masked.extensions).toEqual(extensions);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ errorId: 'e1', subgraph: 'a', msg: 'a subgraph has failed' }),
  ]);
});
