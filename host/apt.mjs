// Plain JavaScript: `npm test` needs it before anything is installed.
import { spawn } from 'node:child_process';
import { access, rm, writeFile } from 'node:fs/promises';

const POLICY = '/usr/sbin/policy-rc.d';
const OUTPUT_TAIL_CHARS = 4000;

/** True when we may install packages of the system: root, on Debian or a relative. */
export async function canInstall() {
  return process.getuid?.() === 0 && (await exists('/usr/bin/apt-get'));
}

/** Installs packages of the system without starting the services they bring. */
export async function aptInstall(packages) {
  const isPolicyOurs = !(await exists(POLICY));
  // Debian asks this program before it starts a service; 101 forbids it.
  if (isPolicyOurs) await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await aptGet(['update']);
    await aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  } finally {
    if (isPolicyOurs) await rm(POLICY, { force: true });
  }
}

function aptGet(words) {
  const command = ['apt-get', '-q', ...words];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command[0], command.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    const keep = (chunk) => (tail = (tail + chunk).slice(-OUTPUT_TAIL_CHARS));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"${command.join(' ')}" failed:\n${tail.trim()}`));
    });
  });
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
