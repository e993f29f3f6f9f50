import { spawnSync } from 'node:child_process';

// Generates everything anew and fails when the files that are checked in differ.
const run = (program: string, ...args: string[]) =>
  spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, CI: '' } });

const compose = run(process.execPath, 'tools/compose.ts', '--check');
const codegen = run('node_modules/.bin/graphql-codegen', '--config', 'codegen.ts', '--check');
for (const { status, stdout, stderr } of [compose, codegen]) {
  if (status === 0) continue;
  console.error(`${stdout}${stderr}`);
  console.error('generated files are not fresh: run npm run compose and npm run codegen');
  process.exitCode = 1;
}
