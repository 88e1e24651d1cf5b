import { describe, expect, it } from '@jest/globals';
import { invalid, LedgerError } from '#kernel';
import { Terminal } from './terminal.js';

function opened({ isTTY = false, json = false } = {}) {
  const said = { out: '', err: '' };
  const stdout = { write: (text: string) => (said.out += text) };
  const stderr = { write: (text: string) => (said.err += text), isTTY, columns: 80 };
  return { said, terminal: new Terminal(stdout, stderr, json) };
}

const work = (advance: (done: number, total: number) => void) => {
  for (let done = 0; done <= 10; done += 1) advance(done, 10);
  return Promise.resolve('done');
};

describe('the terminal', () => {
  it('says nothing on stdout while a work goes on, and hands its result on', async () => {
    const { said, terminal } = opened();
    expect(await terminal.progress('importing', work)).toBe('done');
    expect(said).toEqual({ out: '', err: '' });
  });

  it('shows in a terminal a bar that says what is done and how far it is, and takes it away in the end', async () => {
    const { said, terminal } = opened({ isTTY: true });
    expect(await terminal.progress('moving', work)).toBe('done');
    const [hideCursor, showCursor, clearLine] = ['\x1B[?25l', '\x1B[?25h', '\x1B[2K'];
    expect(said.out).toBe('');
    expect(said.err).toMatch(/moving [^\n]* 0\/10 /);
    expect(said.err).toMatch(/moving [^\n]* 10\/10 /);
    expect(said.err.indexOf(hideCursor)).toBeLessThan(said.err.indexOf('moving'));
    expect(said.err.lastIndexOf(showCursor)).toBeGreaterThan(said.err.lastIndexOf('10/10'));
    expect(said.err.endsWith(clearLine)).toBe(true);
  });

  it('takes the bar away and shows the cursor again where the work fails', async () => {
    const { said, terminal } = opened({ isTTY: true });
    const fails = terminal.progress('moving', (advance) => {
      advance(4, 10);
      return Promise.reject(new Error('broken'));
    });
    await expect(fails).rejects.toThrow('broken');
    expect(said.err).toMatch(/moving [^\n]* 4\/10 [\s\S]*\x1B\[\?25h[\s\S]*\x1B\[2K$/);
  });

  it('prints a result as words or as JSON, where revisions keep their size', () => {
    const words = opened();
    words.terminal.result({ at: 2n ** 60n }, () => 'in words');
    const json = opened({ json: true });
    json.terminal.result({ at: 2n ** 60n }, () => 'in words');
    expect([words.said.out, JSON.parse(json.said.out)]).toEqual(['in words\n', { at: '1152921504606846976' }]);
  });

  it('a wrong use is 2, a refusal 1, and both name field and rule', () => {
    const { said, terminal } = opened();
    expect(terminal.failure(invalid([{ field: '--port', rule: 'R15', message: 'no port' }]))).toBe(2);
    expect(terminal.failure(new LedgerError('refused', 'RULE_2', 'too early'))).toBe(1);
    expect(terminal.failure(new TypeError('broken'))).toBe(1);
    expect(said.err).toBe('INVALID_INPUT: refused.\n  --port [R15] no port\nRULE_2: too early\nbroken\n');
  });

  it('a failure is JSON where JSON was asked for, and never a stack', () => {
    const { said, terminal } = opened({ json: true });
    terminal.failure(new TypeError('broken'));
    expect(JSON.parse(said.err)).toEqual({ code: 'INTERNAL', message: 'broken', problems: [] });
  });
});
