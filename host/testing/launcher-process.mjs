import { runPinnedNode } from '../launch.mjs';

// A launcher for tests to signal and to kill, the way start.mjs is one.
process.exitCode = await runPinnedNode('host/testing/launched-process.ts', []);
