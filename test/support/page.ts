import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../infra/local/machine.mjs';

/** A block of commands of a page: what is typed, what the page says it prints, and with which exit code it says it ends. */
type Block = Readonly<{ typed: string; shown: string; exitCode: number; afterCtrlC: boolean }>;
export type Outcome = Readonly<{ typed: string; printed: string; exitCode: number }>;

/** The commands of a page are for a shell with curl. */
export const canRunPages = spawnSync('bash', ['-c', 'curl --version']).status === 0;

/** What a page needs beside the documents and the program. */
type Clone = Readonly<{
  /** Scripts of package.json by their names: the words that follow `node`. */
  scripts?: Readonly<Record<string, string>>;
  /** Folders that the commands name. */
  folders?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** What is typed instead of a command, where on this machine it would meet somebody else's. */
  instead?: (commands: string) => string;
}>;

/** A page that hangs is ended before its test is given up, so that it leaves nothing running. */
const LONGEST_MS = 240_000;

const BLOCK = /```sh\n([\s\S]*?)```(?:\s*```(?:text|json)\n([\s\S]*?)```)?/g;
const PORT = '4370';

/** The `sh` blocks of a page, each with the `text` or `json` block that directly follows it. */
async function blocksOf(path: string): Promise<readonly Block[]> {
  const page = await readFile(path, 'utf8');
  let end = 0;
  return [...page.matchAll(BLOCK)].map(({ 0: whole, 1: typed = '', 2: shown = '', index }) => {
    const before = page.slice(end, index);
    end = index + whole.length;
    const said = /^[^`]*exit code is (\d)/.exec(page.slice(end))?.[1] ?? '0';
    return { typed, shown, exitCode: Number(said), afterCtrlC: before.includes('Ctrl-C') };
  });
}

/**
 * What a page prints now, and what it shows. With PAGES=write in the environment the page is first made to show what it
 * prints, for whoever changed the wording of an answer on purpose; without, a difference fails the test.
 */
export async function typedPage(
  path: string,
  clone: Clone = {},
): Promise<Readonly<{ printed: readonly Outcome[]; shown: readonly Outcome[] }>> {
  const printed = await typed(await blocksOf(path), clone);
  if (process.env['PAGES'] === 'write') {
    const rest = [...printed];
    const page = (await readFile(path, 'utf8')).replace(BLOCK, (whole) => {
      const { printed: said = '' } = rest.shift() ?? {};
      return whole.replace(/(```(?:text|json)\n)[\s\S]*```$/, (_, fence: string) => `${fence}${said}\`\`\``);
    });
    await writeFile(path, page);
  }
  const shown = (await blocksOf(path)).map((block) => ({ typed: block.typed, printed: block.shown, exitCode: block.exitCode }));
  return { printed, shown };
}

/**
 * Types the blocks one after the other into one shell, in a folder that stands for a clone. A block that starts the server
 * runs beside it until the page says Ctrl-C.
 */
async function typed(
  blocks: readonly Block[],
  { scripts = {}, folders = [], environment = {}, instead = (commands) => commands }: Clone,
): Promise<readonly Outcome[]> {
  const outside = await mkdtemp(join(tmpdir(), 'throughline-'));
  const clone = join(outside, 'clone');
  await mkdir(clone);
  for (const folder of ['docs', ...folders]) await symlink(resolve(folder), join(clone, folder), 'junction');
  const programs = Object.entries({ throughline: 'infra/throughline.mjs', ...scripts }).map(([name, words]) => {
    const [program = '', ...rest] = words.split(' ');
    return [name, [`node "${resolve(program)}"`, ...rest].join(' ')] as const;
  });
  await writeFile(join(clone, 'package.json'), JSON.stringify({ private: true, scripts: Object.fromEntries(programs) }));
  const port = String(await freePort());
  const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
  const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore'];
  // A group of its own, so that what it runs beside itself can be ended with it.
  const shell = spawn('bash', ['--norc'], { cwd: clone, env, stdio, detached: true, timeout: LONGEST_MS });
  const closed = once(shell, 'close');
  const outcomes: Outcome[] = [];
  let server: ChildProcess | undefined;
  try {
    for (const [index, block] of blocks.entries()) {
      if (block.afterCtrlC) server = await interrupted(server);
      const commands = instead(block.typed).replaceAll(PORT, port);
      if (/-- start /.test(commands)) {
        server = await serving(commands, clone);
        outcomes.push({ typed: block.typed, printed: '', exitCode: 0 });
        continue;
      }
      const script = join(outside, `${index}.sh`);
      await writeFile(script, commands);
      // The commands get no input: npm would read what the shell has still to be told.
      shell.stdin.write(`. '${script}' < /dev/null\nprintf '<<end %d>>' $?\n`);
      const { 1: printed = '', 2: exitCode } = await said(shell, /^([\s\S]*)<<end (\d+)>>$/);
      outcomes.push({ typed: block.typed, printed: printed.replaceAll(port, PORT), exitCode: Number(exitCode) });
    }
    return outcomes;
  } finally {
    await interrupted(server);
    shell.stdin.end();
    await closed;
    endGroup(shell);
    await rm(outside, { recursive: true, force: true });
  }
}

/** Ends what a shell that is gone has left running. */
function endGroup({ pid = 0 }: ChildProcess): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function serving(commands: string, cwd: string): Promise<ChildProcess> {
  // A group of its own, so that it can be interrupted as a terminal does.
  const server = spawn('bash', ['-c', commands], { cwd, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  await said(server, /Ctrl-C ends it\.\n$/);
  return server;
}

async function interrupted(server: ChildProcess | undefined): Promise<undefined> {
  if (server?.pid === undefined) return undefined;
  const closed = once(server, 'close');
  process.kill(-server.pid, 'SIGINT');
  await closed;
  return undefined;
}

/** What a process prints from here on, up to where it matches. */
function said(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const match = wanted.exec(text);
      if (match === null) return;
      child.stdout?.off('data', hear);
      child.off('close', ended);
      resolve(match);
    };
    const ended = () => reject(new Error(`it ended after saying: ${text}`));
    child.stdout?.on('data', hear);
    child.once('close', ended);
  });
}
