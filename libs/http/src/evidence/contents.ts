import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { type EvidenceContent, type EvidenceRevision, evidenceShape } from '#domain';
import { onceStored } from '#event-store';
import { foldKnown, type Id, invalid, LedgerError, notFound, type Receipt } from '#kernel';
import { OpenLedger } from '#platform';
import type { GivenText } from '../wording.js';
import type { Upload } from './upload.js';

type MayHaveContent = Readonly<{ link?: string; text?: string }>;
type GivenContent = Exclude<EvidenceContent, { kind: 'text' }> | GivenText;

/** What a request says, with the one content that it brought. */
type Whole<Body> = Omit<Body, 'link' | 'text'> & Readonly<{ content: GivenContent }>;

/** The content of evidence: taken in with what says it, handed out, erased. */
@Injectable()
export class EvidenceContents {
  constructor(private readonly ledger: OpenLedger) {}

  /**
   * Finds the one content of a request and records with it. A file is kept only where the ledger names it in the end.
   * @throws LedgerError `invalid` where there is not exactly one of file, link and text (R15)
   */
  async taken<Body extends MayHaveContent>(
    { link, text, ...words }: Body,
    upload: Upload | undefined,
    record: (whole: Whole<Body>) => Promise<Receipt>,
  ): Promise<Receipt> {
    const given: GivenContent[] = [];
    if (link !== undefined) given.push({ kind: 'link', url: link });
    if (text !== undefined) given.push({ kind: 'text', text });
    const [content, second] = given;
    if (upload !== undefined && content === undefined)
      return this.ledger.files.submit(upload.received, upload.mimetype, (file) => record({ ...words, content: file }));
    await upload?.received.discard();
    if (content !== undefined && second === undefined && upload === undefined) return record({ ...words, content });
    const message = 'wanted one of a file (multipart, field "file"), a link and a text';
    throw invalid([{ field: 'file', rule: 'R15', message }]);
  }

  /** Records an erasure and erases: the event first, so that nothing is gone that the ledger still promises. */
  async erased(id: Id, revision: number, record: () => Promise<Receipt>): Promise<Receipt> {
    const { content } = await this.revision(id, revision);
    switch (content.kind) {
      case 'file':
        return this.ledger.files.erase(content.sha256, record);
      case 'text': {
        const receipt = await record();
        await onceStored(() => this.ledger.texts.erase(content.text.text));
        return receipt;
      }
      case 'link':
        return record();
    }
  }

  /**
   * The content of a revision, the latest where none is named, as an attachment.
   * @throws LedgerError `not-found`; CONTENT_ERASED; CONTENT_CORRUPT and CONTENT_MISSING
   */
  async download(id: Id, which: number | undefined): Promise<StreamableFile> {
    const { revision, content, erasedOn } = await this.revision(id, which);
    const name = `evidence-${id}-r${revision}`;
    if (erasedOn !== undefined)
      throw new LedgerError('not-found', 'CONTENT_ERASED', `The content of revision ${revision} was erased on ${erasedOn}`, [
        { field: 'revision', rule: 'R15', message: `erased on ${erasedOn}` },
      ]);
    switch (content.kind) {
      case 'link':
        throw new LedgerError(
          'not-found',
          'CONTENT_IS_LINK',
          `Revision ${revision} is a link, which is never fetched: ${content.url}`,
        );
      case 'text': {
        const text = (await this.ledger.texts.read([content.text.text])).get(content.text.text);
        if (text === null || text === undefined)
          throw new LedgerError('corrupt', 'CONTENT_MISSING', `The text of revision ${revision} is gone. Restore it.`);
        const bytes = Buffer.from(text, 'utf8');
        return attachment(Readable.from([bytes]), bytes.length, 'text/plain; charset=utf-8', `${name}.txt`);
      }
      case 'file': {
        const { size, stream } = await this.ledger.files.read(content.sha256);
        return attachment(stream, size, content.mediaType, name);
      }
    }
  }

  private async revision(id: Id, which: number | undefined): Promise<EvidenceRevision> {
    const events = await this.ledger.eventsOf(evidenceShape, id);
    const { state } = foldKnown(evidenceShape, events);
    const found = which === undefined ? state.revisions.at(-1) : state.revisions.find(({ revision }) => revision === which);
    if (found === undefined) throw notFound(which === undefined || events.length === 0 ? 'id' : 'revision', `evidence ${id}`);
    return found;
  }
}

/** Never shown in the browser's own window: what somebody uploaded must not run under this address. */
function attachment(stream: Readable, length: number, type: string, name: string): StreamableFile {
  return new StreamableFile(stream, { type, length, disposition: `attachment; filename="${name}"` });
}
