import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import type { FolderFiles, Received } from '#content';
import { MAX_EVIDENCE_BYTES } from '#domain';

/** A file of a multipart request, taken in and not yet anybody's evidence. */
export type Upload = Readonly<{ mimetype: string; received: Received }>;

type Taken = Express.Multer.File & { received?: Received };

/** One file and a few small fields. A byte more than allowed is let through here, so that the limit is judged in one place. */
export const UPLOAD_LIMITS = { files: 1, fileSize: MAX_EVIDENCE_BYTES + 2, fields: 20, fieldSize: 256 * 1024 };

/** Hands the bytes of an upload to the folder of files as they come in; nothing is held in memory. */
export class FilesStorage implements StorageEngine {
  constructor(private readonly files: FolderFiles) {}

  _handleFile(_request: Request, file: Taken, done: (error?: unknown, info?: Partial<Taken>) => void): void {
    // Not destroyed where taking it in ends early: the parser would answer for the broken stream, not for what was wrong.
    const bytes = file.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    this.files.receive(bytes).then(
      (received) => done(null, { received }),
      (error: unknown) => {
        file.stream.resume();
        done(error);
      },
    );
  }

  _removeFile(_request: Request, file: Taken, done: (error: Error | null) => void): void {
    (file.received?.discard() ?? Promise.resolve()).then(() => done(null), done);
  }
}
