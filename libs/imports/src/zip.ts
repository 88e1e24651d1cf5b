import { inflateRawSync } from 'node:zlib';

/** A file within an archive. */
export type Entry = Readonly<{ name: string; bytes: Buffer }>;

/** Why an archive is not taken. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused';
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Before the end where another list of parts is named, in the form for archives beyond 4 GiB. */
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Marks a number that stands elsewhere, in the form for archives beyond 4 GiB. */
const ELSEWHERE = 0xffffffff;

/**
 * Unpacks an archive whose parts, unpacked, hold no more than they say and no more than is allowed: a small archive that
 * unpacks to gigabytes (a zip bomb) is refused before it did, whatever its own words about its size.
 * @throws ZipRefused
 */
export function* unpacked(archive: Buffer, limits: Readonly<{ bytes: number; entries: number }>): Generator<Entry> {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  // Whoever reads it next may go by the one number or the other, by this list or another: what was not looked at here.
  if (archive.readUInt16LE(end + 8) !== count) throw new ZipRefused('its list of parts is damaged');
  if (end >= LOCATOR_SIZE && archive.readUInt32LE(end - LOCATOR_SIZE) === LOCATOR) throw beyond();
  const names = new Set<string>();
  if (count > limits.entries) throw new ZipRefused(`it holds ${count} parts; at most ${limits.entries} are taken`);
  let left = limits.bytes;
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) throw new ZipRefused('its list of parts is damaged');
    const [flags, method] = [archive.readUInt16LE(at + 8), archive.readUInt16LE(at + 10)];
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, nameEnd);
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if ((flags & 1) === 1) throw new ZipRefused('it has a password; save it without one');
    if ([packed, size, local].includes(ELSEWHERE)) throw beyond();
    if (names.has(name)) throw new ZipRefused('it holds two parts of one name');
    names.add(name);
    if (size > left) throw new ZipRefused(`unpacked it would hold more than ${limits.bytes} bytes`);
    left -= size;
    yield { name, bytes: contentOf(archive, local, packed, size, method) };
  }
}

function beyond(): ZipRefused {
  return new ZipRefused('it is in the form for archives beyond 4 GiB');
}

function endOf(archive: Buffer): number {
  for (let at = archive.length - END_SIZE; at >= Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (archive.readUInt32LE(at) === END) return at;
  throw new ZipRefused('it is not whole');
}

function contentOf(archive: Buffer, local: number, packed: number, size: number, method: number): Buffer {
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL) throw new ZipRefused('a part of it is damaged');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new ZipRefused('a part of it is packed in a way that is not known here');
  const content = method === 0 ? data : inflated(data, size);
  if (content.length !== size) throw new ZipRefused('a part of it unpacks to another size than it says');
  return content;
}

function inflated(data: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipRefused('a part of it unpacks to another size than it says');
    throw new ZipRefused('a part of it is damaged');
  }
}
