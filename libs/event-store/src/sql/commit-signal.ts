/** Tells readers that wait at the end of the log that it has grown. Nothing heard between two waits is lost. */
export class CommitSignal {
  private grown = 0;
  private readonly waiting = new Set<() => void>();

  /** To be taken before reading, and given to `after`. */
  get mark(): number {
    return this.grown;
  }

  wake(): void {
    this.grown += 1;
    for (const resume of [...this.waiting]) resume();
  }

  /** Resolves once the log has grown since the mark, after the time given, or on abort. */
  async after(mark: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.grown !== mark || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const resume = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', resume);
        this.waiting.delete(resume);
        resolve();
      };
      const timer = setTimeout(resume, ms);
      signal.addEventListener('abort', resume);
      this.waiting.add(resume);
    });
  }
}
