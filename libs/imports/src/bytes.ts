import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Bytes on their way into text: hashed, their line ends counted, their UTF-8 checked. */
export class Passing extends Transform {
  private readonly hash = createHash('sha256');
  private readonly strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly lossy = new TextDecoder('utf-8', { ignoreBOM: true });
  private lastWasCr = false;
  private isQuoted = false;
  private started = false;
  bom = false;
  isUtf8 = true;
  lf = 0;
  crlf = 0;

  /** @param quotes whether a line end between quotes belongs to a cell */
  constructor(private readonly quotes = true) {
    super({ readableObjectMode: false, decodeStrings: false, encoding: 'utf8' });
  }

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hash.update(chunk);
    this.check(chunk);
    this.pass(this.lossy.decode(chunk, { stream: true }));
    done();
  }

  override _flush(done: () => void): void {
    this.check(new Uint8Array(), true);
    this.pass(this.lossy.decode());
    done();
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  private check(chunk: Uint8Array, last = false): void {
    if (!this.isUtf8) return;
    try {
      this.strict.decode(chunk, { stream: !last });
    } catch {
      this.isUtf8 = false;
    }
  }

  private pass(decoded: string): void {
    let text = decoded;
    if (!this.started && text !== '') {
      this.started = true;
      this.bom = text.startsWith('\uFEFF');
      if (this.bom) text = text.slice(1);
    }
    this.countLineEnds(text);
    this.push(text, 'utf8');
  }

  /** Line ends between rows; those inside a quoted cell are the cell's own. */
  private countLineEnds(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE && this.quotes) this.isQuoted = !this.isQuoted;
      else if (code === LF && !this.isQuoted) {
        if (this.lastWasCr) this.crlf += 1;
        else this.lf += 1;
      }
      this.lastWasCr = code === CR;
    }
  }
}
