import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { startTemporaryServices } from './services.ts';

// node host/with-services.ts [--kafka] -- <command...>
// Runs a command with temporary servers; their addresses are in the TEST_* variables.

const words = process.argv.slice(2);
const separator = words.indexOf('--');
const options = separator < 0 ? words : words.slice(0, separator);
const [program, ...args] = separator < 0 ? [] : words.slice(separator + 1);
const unknown = options.find((each) => each !== '--kafka');

if (program === undefined || unknown !== undefined) {
  if (unknown !== undefined) console.error(`Unknown option: ${unknown}`);
  console.error('Usage: node host/with-services.ts [--kafka] -- <command...>');
  process.exitCode = 2;
} else {
  process.exitCode = await runWithServices(program, args, options.includes('--kafka'));
}

async function runWithServices(command: string, rest: string[], kafka: boolean): Promise<number> {
  // Ctrl-C reaches the command too, which ends by itself: we outlive it to clean up.
  let child: ReturnType<typeof spawn> | undefined;
  let wasAsked = false;
  process.on('SIGINT', () => (wasAsked = true));
  process.on('SIGTERM', () => {
    wasAsked = true;
    child?.kill('SIGTERM');
  });

  const log = { info: () => {}, warn: (message: string) => console.error(message) };
  const services = await startTemporaryServices({ kafka, given: process.env, log });
  try {
    if (wasAsked) return 128 + constants.signals.SIGINT;
    const env = { ...process.env, ...services.addresses };
    child = spawn(command, rest, { stdio: 'inherit', env });
    return await exitCodeOf(child);
  } finally {
    await services.stop();
  }
}

function exitCodeOf(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
