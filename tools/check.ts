import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

// Everything that can be said about a change without starting a server.
const bin = (name: string) => `node_modules/.bin/${name}`;
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

const parts = [
  'platform',
  'schema',
  'subgraphs',
  'gateway',
  'host',
  'seeds',
  'load',
  'deploy',
  'web/src',
];

const steps: Readonly<Record<string, readonly string[]>> = {
  format: [bin('prettier'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('oxlint'), '--type-aware'],
  types: [bin('tsc'), '-p', '.'],
  'web types': [bin('tsc'), '-p', 'web'],
  'import rules': [bin('depcruise'), '--output-type', 'err', ...parts],
  'generated files': [process.execPath, 'tools/check-generated.ts'],
  'schema changes': [process.execPath, 'tools/check-breaking.ts'],
  'settings table': [process.execPath, 'tools/settings-table.ts', '--check'],
  requirements: [process.execPath, 'tools/check-requirements.ts'],
  'schema descriptions': [process.execPath, 'tools/check-descriptions.ts'],
  'unit tests': [
    process.execPath,
    ...jest,
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'unit',
    '--silent',
  ],
};

const usage = `npm run check [-- --without-unit]

  --without-unit  all but the unit tests

The steps: ${Object.keys(steps).join(', ')}. Exit code 1: a step failed. 2: there is no such option.`;

const { 'without-unit': isWithoutUnit, help } = readOptions();
if (help) {
  console.log(usage);
  process.exit(0);
}
const skipped = isWithoutUnit ? ['unit tests'] : [];
const failed: string[] = [];
for (const [name, [program = '', ...args]] of Object.entries(steps)) {
  if (skipped.includes(name)) continue;
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`${stdout}${stderr}`);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function readOptions() {
  try {
    const options = {
      'without-unit': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}
