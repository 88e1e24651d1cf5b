import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { connecticutCenter } from '#blueprints';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What a version wrote: `make.mjs` says how. */
export class Golden {
  private constructor(readonly version: string) {}

  /** Of every version from whose data an upgrade must work, oldest first. */
  static async all(): Promise<readonly Golden[]> {
    const names = await readdir(HERE, { withFileTypes: true });
    const versions = names.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((version) => new Golden(version));
  }

  /** Writes its data folder, all of it text: journal, evidence files and tokens; not the database, which is made again from the journal. */
  async unpack(folder: string): Promise<void> {
    const files = JSON.parse(await this.text('data.json')) as Record<string, string>;
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content, { mode: 0o600 });
    }
  }

  /** The same ledger with its read models, as PostgreSQL dumps the schema `throughline`. */
  dump(): Promise<string> {
    return this.text('postgres.sql');
  }

  /** The review that it printed, as JSON. */
  review(): Promise<string> {
    return this.text('review.json');
  }

  private async text(name: string): Promise<string> {
    return gunzipSync(await readFile(join(HERE, this.version, `${name}.gz`))).toString('utf8');
  }
}

/** The words after `throughline` that print it: as known on a day that no act of an upgrade is known by. */
export function reviewWords(): readonly string[] {
  const { quarter, asOf } = connecticutCenter.review;
  return ['review', 'connecticut', quarter, '--as-of', asOf, '--format', 'json'];
}
