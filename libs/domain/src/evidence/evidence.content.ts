import { check, object, oneOf, sha256Hex, textRef, variant } from '../input.js';
import type { EvidenceContent } from './evidence.events.js';

/** The largest file kept as evidence: 25 MiB. */
export const MAX_EVIDENCE_BYTES = 25 * 1024 * 1024;

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** What a file of evidence may be: pictures, PDF, office documents, text and tables. Anything else is refused. */
export const EVIDENCE_MEDIA_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/tiff',
  'image/heic',
  'application/pdf',
  `${OPEN_XML}.wordprocessingml.document`,
  `${OPEN_XML}.spreadsheetml.sheet`,
  `${OPEN_XML}.presentationml.presentation`,
  `${OPEN_DOCUMENT}.text`,
  `${OPEN_DOCUMENT}.spreadsheet`,
  `${OPEN_DOCUMENT}.presentation`,
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'text/plain',
  'text/markdown',
  'text/csv',
] as const;

type ContentOf<Kind extends EvidenceContent['kind']> = Extract<EvidenceContent, { kind: Kind }>;

const FORMS = {
  file: object<ContentOf<'file'>>({
    kind: oneOf(['file']),
    sha256: sha256Hex,
    size: check(
      (size) => Number.isSafeInteger(size) && (size as number) > 0 && (size as number) <= MAX_EVIDENCE_BYTES,
      `must be the number of bytes, more than none and at most ${MAX_EVIDENCE_BYTES} (25 MiB)`,
    ),
    mediaType: oneOf(EVIDENCE_MEDIA_TYPES),
  }),
  link: object<ContentOf<'link'>>({ kind: oneOf(['link']), url: check(isWebAddress, 'must be an http or https address') }),
  text: object<ContentOf<'text'>>({ kind: oneOf(['text']), text: textRef }),
} as const;

/** What an item of evidence may be made of. */
export const evidenceContent = variant('must be a file, a link or a text', ({ kind }) =>
  kind === 'file' || kind === 'link' || kind === 'text' ? FORMS[kind] : undefined,
);

// A link is shown to others: an address that names a sign-in would give it away, and only the web's schemes are safe to follow.
function isWebAddress(url: unknown): boolean {
  if (typeof url !== 'string' || url.length > 2_000 || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
