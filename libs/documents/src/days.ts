import type { CivilDate } from '#kernel';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it: 15 Feb 2025. */
export function day(date: CivilDate | null): string {
  return date === null ? '–' : dayFormat.format(new Date(`${date}T00:00:00Z`));
}
