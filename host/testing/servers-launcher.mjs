import { runPinnedNode } from '../launch.mjs';
import { stopLeftServers } from '../stop-left-servers.mjs';

// As start.mjs, for a Plaza that is nothing but its servers.
const [stateDir, ...ports] = process.argv.slice(2);
process.exitCode = await runPinnedNode(
  'host/testing/endless-stop.ts',
  [stateDir, ...ports],
  process.env,
  () => stopLeftServers(stateDir),
);
