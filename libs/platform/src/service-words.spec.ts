import { describe, expect, it } from '@jest/globals';
import { heardByService } from './service-words.js';

describe('words on the command line of a service', () => {
  it('are none, and then it starts', () => {
    expect(heardByService([], 'queries')).toBeUndefined();
  });

  it('are refused, each option with the key that says the same, and never what stands behind it (R15)', () => {
    const words = ['--port', '0', '--postgres=postgres://app:hidden@db/ledger', '--esdb', 'esdb://app:hidden@node', '--verbose'];
    expect(heardByService(words, 'queries')).toEqual({
      refusals: [
        '--port: a service takes its settings from the environment, this one from THROUGHLINE_PORT',
        '--postgres: a service takes its settings from the environment, this one from THROUGHLINE_POSTGRES',
        '--esdb: a service takes its settings from the environment, this one from THROUGHLINE_ESDB',
        '--verbose: a service takes its settings from the environment; --help lists them',
      ],
    });
    expect(heardByService(['start'], 'queries')).toEqual({
      refusals: ['wanted no words: a service takes its settings from the environment; --help lists them'],
    });
  });

  it.each(['--help', '-h'])('ask by %s for its usage: what it reads, and what holds where nothing is said', (word) => {
    const heard = heardByService(['--port', '0', word], 'queries');
    const usage = heard !== undefined && 'usage' in heard ? heard.usage : '';
    expect(usage).toMatch(/^Usage: queries\n/);
    expect(usage).toMatch(/^ {2}THROUGHLINE_PORT +a port from 0 to 65535 \(0: any free one\) \(default: 4372\)$/m);
    expect(usage).toMatch(/^ {2}THROUGHLINE_POSTGRES +a URL, /m);
    expect(usage).toMatch(/^ {2}THROUGHLINE_STORE +postgres or esdb: [^()]*$/m);
    expect(usage).not.toMatch(/KAFKA/);
  });
});
