// Plain JavaScript: runs on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireOwnPackages } from './own-packages.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;
const OUTPUT_TAIL_CHARS = 8000;
const PROGRESS_EVERY_MS = 1000;

const stampFile = join(ROOT, 'node_modules/.plaza-installed');

/** Installs the packages of package-lock.json unless they are there. */
export async function ensurePackages() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`);
  }
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stampFile) === stamp) return;

  // Somebody may have typed `npm install`; removing what they installed would gain nothing.
  if (!isInstalled(JSON.parse(lock))) {
    requireOwnPackages(join(ROOT, 'node_modules'));
    await install();
  }
  if (!existsSync(join(ROOT, 'node_modules/.bin/node'))) {
    throw new Error('The package "node" brought no program: did npm refuse its install script?');
  }
  writeFileSync(stampFile, stamp);
}

// npm keeps a list of what it installed in node_modules.
function isInstalled(lock) {
  const hidden = readIfThere(join(ROOT, 'node_modules/.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || installed[path]?.version === version,
  );
}

async function install() {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const isTerminal = process.stdout.isTTY === true;
  process.stdout.write('Installing packages…');
  const ticker = setInterval(() => {
    if (isTerminal) process.stdout.write(`\rInstalling packages… ${seconds()} s`);
  }, PROGRESS_EVERY_MS);
  try {
    await npmCi();
    process.stdout.write(`${isTerminal ? '\rInstalling packages…' : ''} done in ${seconds()} s\n`);
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

function npmCi() {
  // Under `npm start` this is the npm that runs us.
  const npm = process.env.npm_execpath;
  const [program, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--include=dev'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    const keep = (chunk) => (tail = (tail + chunk).slice(-OUTPUT_TAIL_CHARS));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci failed:\n${tail.trim()}`));
    });
  });
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
