import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

// Fails when the public schema would break a client of the last commit on main. A commit that means to
// break says so: BREAKING_CHANGES=accepted npm run check.
const FILE = 'schema/api.graphql';

const before = committedSchema();
if (before !== undefined) {
  const changes = findBreakingChanges(before, schemaOf(readFileSync(FILE, 'utf8')));
  for (const { description } of changes) console.error(`breaking: ${description}`);
  const isAccepted = process.env['BREAKING_CHANGES'] === 'accepted';
  if (changes.length > 0 && !isAccepted) process.exitCode = 1;
}

/** Undefined where there is no such commit, as in a fresh repository or a shallow copy without main. */
function committedSchema(): GraphQLSchema | undefined {
  for (const revision of ['origin/main', 'main', 'HEAD']) {
    try {
      const args = ['show', `${revision}:${FILE}`];
      const sdl = execFileSync('git', args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return schemaOf(sdl);
    } catch {
      // The next revision is tried.
    }
  }
  return undefined;
}

function schemaOf(sdl: string): GraphQLSchema {
  return buildSchema(sdl, { assumeValidSDL: true });
}
