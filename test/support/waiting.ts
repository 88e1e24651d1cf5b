/** Who waits until something is so: to be looked at again whenever it may have changed. */
export class Waiting {
  private readonly looks = new Set<() => void>();

  /** Something may have changed. */
  look(): void {
    for (const look of [...this.looks]) look();
  }

  /** Returns once it is so. */
  async until(isSo: () => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.looks.delete(look);
        resolve();
      };
      this.looks.add(look);
      look();
    });
  }
}
