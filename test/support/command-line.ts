import { runCommandLine } from '../../apps/throughline/src/command-line.js';

export type Said = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs the command line in this process, as if it was typed: its exit code, and what it wrote where. */
export async function typed(...words: readonly string[]): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) =>
    ({
      write: (text: string) => {
        said[name] += text;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const code = await runCommandLine(words, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...said };
}

/** The JSON that a command printed. */
export function printed<T>({ stdout, stderr }: Said): T {
  if (stdout === '') throw new Error(`nothing was printed: ${stderr}`);
  return JSON.parse(stdout) as T;
}
