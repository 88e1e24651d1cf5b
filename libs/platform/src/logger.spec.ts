import { describe, expect, it } from '@jest/globals';
import { ConnectionLost } from '#event-store';
import { LedgerError } from '#kernel';
import { answering, type LogLevel, PinoLogger } from './logger.js';

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

  it('leaves out what an error quotes of what it got: from the first quotation mark to the last', () => {
    const parsed = () => JSON.parse('{"name":"Wilhelmina "the great""}') as unknown;
    const [fromParser, fromDatabase, own] = logged('warn', (logger) => {
      try {
        parsed();
      } catch (error) {
        logger.error(error, 'imports');
      }
      logger.error(Object.assign(new Error('invalid input syntax for type uuid: "Wilhelmina"'), { code: '22P02' }), 'http');
      logger.warn(
        'commitments-board does not move',
        new LedgerError('corrupt', 'POISON_EVENT', 'it says "Wilhelmina"'),
        'projections',
      );
    });
    expect(fromDatabase).toMatchObject({ of: 'http', msg: 'invalid input syntax for type uuid: "…"', err: { code: '22P02' } });
    expect(own).toMatchObject({ of: 'projections', msg: 'commitments-board does not move', err: { code: 'POISON_EVENT' } });
    for (const line of [fromParser, fromDatabase, own]) {
      expect(line).toMatchObject({ err: { stack: expect.stringContaining('logger.spec') } });
      expect(JSON.stringify(line)).not.toMatch(/Wilhelmina|great/);
    }
  });

  it('says of what is away no more than that: it comes back', () => {
    const away = new LedgerError('unavailable', 'KAFKA_UNAVAILABLE', 'Kafka does not answer');
    const lines = logged('warn', (logger) => {
      for (const error of [away, new ConnectionLost(false, 'PostgreSQL does not answer')])
        logger.warn('it does not move', error, 'relay');
    });
    expect(lines).toMatchObject([
      { msg: 'it does not move', err: { code: 'KAFKA_UNAVAILABLE', message: 'Kafka does not answer' } },
      { msg: 'it does not move', err: { message: 'PostgreSQL does not answer' } },
    ]);
    for (const { err } of lines) expect(err).not.toHaveProperty('stack');
  });

  it('names the request and the trace in hand, and the fields it is given beside its words', () => {
    const [line, outside] = logged('info', (logger) => {
      answering({ requestId: 'one', traceId: 'two' }, () => logger.log({ msg: 'answered', status: 200 }, 'http'));
      logger.log('ended', 'app');
    });
    expect(line).toMatchObject({ level: 'info', msg: 'answered', of: 'http', status: 200, requestId: 'one', traceId: 'two' });
    expect(Object.keys(outside ?? {})).toEqual(['level', 'time', 'of', 'msg']);
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
