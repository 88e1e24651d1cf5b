import { describe, expect, it } from '@jest/globals';
import { CommitSignal } from './commit-signal.js';

const HOUR_MS = 3_600_000;

describe('the signal that the log has grown', () => {
  it('is not lost where it comes between reading and waiting', async () => {
    const commits = new CommitSignal();
    const mark = commits.mark;
    commits.wake();
    await commits.after(mark, HOUR_MS, new AbortController().signal);
    expect(commits.mark).not.toBe(mark);
  });

  it('resumes everyone who waits, each once, and lets go on abort', async () => {
    const commits = new CommitSignal();
    const aborting = new AbortController();
    const aborted = commits.after(commits.mark, HOUR_MS, aborting.signal);
    aborting.abort();
    await aborted;
    const waiting = [1, 2].map(() => commits.after(commits.mark, HOUR_MS, new AbortController().signal));
    commits.wake();
    expect(await Promise.all(waiting)).toHaveLength(2);
  });
});
