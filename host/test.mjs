// `npm test`. Plain JavaScript: runs on Node 20 before anything is installed.
import { ensurePackages } from './install.mjs';
import { runPinnedNode } from './launch.mjs';

try {
  await ensurePackages();
  process.exitCode = await runPinnedNode('host/run-tests.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
