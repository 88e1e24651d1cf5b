/**
 * By what the processes that share a folder of evidence keep out of each other's way: each file by the name it has. Of
 * PostgreSQL these are the `SessionLocks` of `#event-store`.
 */
export type Sharing = Readonly<{
  /** Returns once nobody is alone with the file; then nobody will be before `unshare`. @throws LedgerError `unavailable` */
  share: (sha256: string) => Promise<void>;
  /** @returns whether it was shared all the time: not where what tells the processes of each other was away meanwhile */
  unshare: (sha256: string) => Promise<boolean>;
  /**
   * Does the work while nobody shares the file, or not at all.
   * @param work is given a way to ask whether that is still so
   * @returns false where somebody shares it
   * @throws whatever the work throws; LedgerError `unavailable`
   */
  alone: (sha256: string, work: (isStill: () => Promise<boolean>) => Promise<void>) => Promise<boolean>;
}>;

/** Of a folder that one process has for itself: its own turns keep order. */
export const NOBODY_ELSE: Sharing = {
  share: () => Promise.resolve(),
  unshare: () => Promise.resolve(true),
  alone: async (_, work) => {
    await work(() => Promise.resolve(true));
    return true;
  },
};
