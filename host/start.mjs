// `npm start`. Plain JavaScript: runs on Node 20 before anything is installed.
import { ensurePackages } from './install.mjs';
import { runPinnedNode } from './launch.mjs';
import { stopLeftServers } from './stop-left-servers.mjs';

try {
  await ensurePackages();
  process.exitCode = await runPinnedNode(
    'host/all-in-one.ts',
    process.argv.slice(2),
    process.env,
    sayWhatIsStopped,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function sayWhatIsStopped() {
  for (const name of await stopLeftServers()) console.error(`Stopped ${name}`);
}
