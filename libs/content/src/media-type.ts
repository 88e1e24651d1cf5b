import { fileTypeFromFile } from 'file-type';
import { LedgerError } from '#kernel';

/** The one legacy container of Word, Excel and PowerPoint: which of them it is only the sender can say. */
const COMPOUND = 'application/x-cfb';
const LEGACY_OFFICE = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'];

/** What a sender says that knows nothing better. */
const SAYS_NOTHING = ['', 'application/octet-stream', 'binary/octet-stream'];

/**
 * The media type of a file by its content, which the declared type must agree with.
 * @param isText the whole file is valid UTF-8 without NUL
 * @param declared as the sender names it; undefined where it names none
 * @param allowed the types that are kept as evidence
 * @throws LedgerError `invalid` MEDIA_TYPE_REFUSED, field `file` (R15)
 */
export async function mediaTypeOf(
  path: string,
  isText: boolean,
  declared: string | undefined,
  allowed: readonly string[],
): Promise<string> {
  const said = (declared ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const sniffed = (await fileTypeFromFile(path))?.mime;
  const found = settled(sniffed, isText, said);
  if (found === undefined || !allowed.includes(found))
    throw mediaTypeRefused(
      `its content is ${found ?? sniffed ?? 'of no known type'}; kept as evidence are ${allowed.join(', ')}`,
    );
  if (found !== said && !SAYS_NOTHING.includes(said) && !isCsvOfWindows(found, said))
    throw mediaTypeRefused(`it is declared as ${said}, but its content is ${found}`);
  return found;
}

function settled(sniffed: string | undefined, isText: boolean, said: string): string | undefined {
  if (sniffed === COMPOUND) return LEGACY_OFFICE.includes(said) ? said : undefined;
  if (sniffed !== undefined) return sniffed;
  if (!isText) return undefined;
  // Text says nothing of its own kind: the sender's word stands, as long as it is a kind of text.
  if (said === 'application/vnd.ms-excel') return 'text/csv';
  if (said.startsWith('text/')) return said;
  return SAYS_NOTHING.includes(said) ? 'text/plain' : undefined;
}

/** Browsers on Windows declare a CSV file as a spreadsheet where Excel is installed. */
function isCsvOfWindows(found: string, said: string): boolean {
  return found === 'text/csv' && said === 'application/vnd.ms-excel';
}

function mediaTypeRefused(why: string): LedgerError {
  return new LedgerError('invalid', 'MEDIA_TYPE_REFUSED', `The file cannot be kept as evidence: ${why}`, [
    { field: 'file', rule: 'R15', message: why },
  ]);
}
