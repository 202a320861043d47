import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from './createLogger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const destination = new PassThrough();
  write(createLogger({ name: 'notary', level: 'info', destination }));
  return String(destination.read());
}

describe('the log', () => {
  it('blanks numbers that could be a person in any message, and cuts long ones', () => {
    const line = logged((logger) =>
      logger.error({ error: new Error(`no 48010119880808003X, +8619900001234 ${'x'.repeat(5000)}`) }),
    );
    expect(line).not.toMatch(/48010119880808003|19900001234/);
    expect(line.length).toBeLessThan(2500);
  });

  it('stands causes that go round and things that are no errors', () => {
    const one = new Error('one');
    one.cause = one;
    expect(logged((logger) => logger.error({ err: one })).match(/"one"/g)?.length).toBeLessThan(10);
    expect(logged((logger) => logger.error({ err: { password: 'hunter2' } }))).not.toContain('hunter2');
  });

  it('leaves out what a parser quotes of the text', () => {
    const line = logged((logger) => {
      try {
        JSON.parse('张测试的电话');
      } catch (err) {
        expect((err as Error).message).toContain('张测试');
        logger.error({ err });
        logger.error(err);
      }
    });
    expect(line).toContain('SyntaxError');
    expect(line).not.toContain('张测试');
  });
});
