import type { PartyNames } from './mapping.js';

/** One name as a cell writes it, and whom it names: the key of an organization, nobody, or somebody unknown. */
export type Named = Readonly<{ wording: string; organization?: string; known: boolean }>;

/** White space inside a name means nothing: one source broke a name over two lines. */
const tidy = (name: string) => name.trim().replace(/\s+/g, ' ');

/** The names of organizations in cells, with everything else they are called there. */
export class Names {
  private readonly byWording = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly nobody: ReadonlySet<string>;

  constructor(private readonly how: Pick<PartyNames, 'path' | 'list' | 'notParties'>) {
    this.nobody = new Set((how.notParties ?? []).map(tidy));
  }

  /** From here on the key, the name and each alias mean this organization. */
  add(key: string, name: string, aliases: readonly string[] = []): void {
    this.names.set(key, tidy(name));
    this.also(key, [key, name, ...aliases]);
  }

  /** What else a cell may call it. */
  also(key: string, wordings: readonly string[]): void {
    for (const wording of wordings) this.byWording.set(tidy(wording), key);
  }

  /** The key of the organization that is called exactly this. */
  find(wording: string): string | undefined {
    return this.byWording.get(tidy(wording));
  }

  /** True where the wording is neither the key nor the name by which the organization was registered. */
  isAlias(key: string, wording: string): boolean {
    return wording !== key && wording !== this.names.get(key);
  }

  /** The parties of a cell: of a path only its end, of a list each. */
  parties(cell: string): readonly Named[] {
    return this.read(cell, true);
  }

  /** Every name in a cell, parents too. */
  everyName(cell: string): readonly Named[] {
    return this.read(cell, false);
  }

  /** The longest wording that is known wins: a name may itself hold the separators. */
  private read(cell: string, onlyParties: boolean): readonly Named[] {
    const wording = tidy(cell);
    if (wording === '') return [];
    const organization = this.find(wording);
    if (organization !== undefined) return [{ wording, organization, known: true }];
    if (this.nobody.has(wording)) return [{ wording, known: true }];
    const path = split(wording, this.how.path);
    if (path !== undefined) return (onlyParties ? path.slice(-1) : path).flatMap((part) => this.read(part, onlyParties));
    const list = split(wording, this.how.list);
    if (list !== undefined) return list.flatMap((part) => this.read(part, onlyParties));
    return [{ wording, known: false }];
  }
}

function split(wording: string, separator: string | undefined): readonly string[] | undefined {
  if (separator === undefined || !wording.includes(separator)) return undefined;
  return wording.split(separator).filter((part) => part.trim() !== '');
}
