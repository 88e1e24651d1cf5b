import { describe, expect, it } from '@jest/globals';
import { type LogLevel, PinoLogger } from './logger.js';

const logged = (level: LogLevel, say: (logger: PinoLogger) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  say(new PinoLogger(level, { write: (line: string) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the log', () => {
  it('says of an error its type, code, message and stack, and not the values that a driver hangs on it', () => {
    const error = Object.assign(new Error('value too long'), {
      code: '22001',
      params: ['My mentor came on Monday.'],
      detail: 'My mentor came on Monday.',
    });
    const [line] = logged('error', (logger) => logger.error(error, 'http'));
    expect(line).toMatchObject({ of: 'http', msg: 'value too long', err: { type: 'Error', code: '22001', stack: error.stack } });
    expect(JSON.stringify(line)).not.toContain('mentor');
  });

  it('is silent below its level', () => {
    const say = (logger: PinoLogger) => {
      logger.log('started', 'app');
      logger.warn('behind', 'app');
    };
    expect(logged('warn', say)).toMatchObject([{ of: 'app', msg: 'behind' }]);
    expect(logged('silent', say)).toEqual([]);
  });
});
