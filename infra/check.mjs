// Types and lint beside each other: each takes one processor. What one says is printed whole; either may fail it.
import { spawn } from 'node:child_process';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(script) {
  return new Promise((resolve) => {
    const child = spawn(NPM, ['run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', (error) => (said += `${error.message}\n`));
    child.on('close', (code) => {
      process.stdout.write(said);
      resolve(code === 0);
    });
  });
}

const passed = await Promise.all(['typecheck', 'lint'].map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;
