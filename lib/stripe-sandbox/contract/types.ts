import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { parseSync, type Statement, type TSInterfaceDeclaration, type TSType } from "oxc-parser";

/**
 * Reads the type declarations of the installed SDK, so that answers can be held against them at run
 * time. Only what those files use is understood: interfaces, namespaces, unions, arrays, imports.
 */
export type Declared =
  | { is: "interface"; node: TSInterfaceDeclaration; scope: Names }
  | { is: "alias"; node: TSType; scope: Names };

export class Names {
  readonly types = new Map<string, Declared>();
  readonly inner = new Map<string, Names>();
  readonly imports = new Map<string, { file: string; name: string }>();

  constructor(
    readonly parent: Names | null,
    private readonly library: Library,
  ) {}

  /** Finds `PaymentIntent.NextAction` from here outwards, then through the file's imports. */
  find(path: readonly string[]): Declared | null {
    return this.within(path) ?? this.parent?.find(path) ?? this.#imported(path);
  }

  within(path: readonly string[]): Declared | null {
    const [first, ...rest] = path;
    if (first === undefined) return null;
    if (rest.length === 0) return this.types.get(first) ?? null;
    return this.inner.get(first)?.within(rest) ?? null;
  }

  #imported([first = "", ...rest]: readonly string[]): Declared | null {
    const source = this.imports.get(first);
    if (source === undefined) return null;
    return this.library.file(source.file)?.within([source.name, ...rest]) ?? null;
  }
}

export class Library {
  readonly root: string;
  readonly #files = new Map<string, Names | null>();
  readonly #byObject = new Map<string, { file: string; name: string }[]>();

  constructor() {
    const entry = createRequire(import.meta.url).resolve("stripe");
    this.root = join(dirname(entry), "..", "esm");
    for (const file of declarationFiles(join(this.root, "resources"))) this.#catalogue(file);
  }

  /** The declarations of the objects that call themselves so, deleted forms included. */
  ofObject(object: string): Declared[] {
    const places = this.#byObject.get(object) ?? [];
    return places.flatMap(({ file, name }) => this.file(file)?.find([name]) ?? []);
  }

  file(path: string): Names | null {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const names = existsSync(path) ? this.#parse(path) : null;
    this.#files.set(path, names);
    return names;
  }

  #catalogue(file: string): void {
    const text = readFileSync(file, "utf8");
    const found = text.matchAll(/^export interface (\w+) (?:extends \w+ )?\{[\s\S]*?^\}/gm);
    for (const [body, name = ""] of found) {
      const object = /^ {4}object: '([\w.]+)';/m.exec(body)?.[1];
      if (object === undefined) continue;
      this.#byObject.set(object, [...(this.#byObject.get(object) ?? []), { file, name }]);
    }
  }

  #parse(path: string): Names {
    const names = new Names(null, this);
    // Registered before its statements are read: files import one another in circles.
    this.#files.set(path, names);
    const { program } = parseSync(path, readFileSync(path, "utf8"));
    for (const statement of program.body) this.#declare(statement, names, path);
    return names;
  }

  #declare(statement: Statement, names: Names, path: string): void {
    switch (statement.type) {
      case "ExportNamedDeclaration":
        if (statement.declaration !== null) this.#declare(statement.declaration, names, path);
        return;
      case "ImportDeclaration":
        for (const part of statement.specifiers) {
          if (part.type !== "ImportSpecifier" || part.imported.type !== "Identifier") continue;
          const file = join(dirname(path), statement.source.value.replace(/\.js$/, ".d.ts"));
          names.imports.set(part.local.name, { file, name: part.imported.name });
        }
        return;
      case "TSInterfaceDeclaration":
        names.types.set(statement.id.name, { is: "interface", node: statement, scope: names });
        return;
      case "TSTypeAliasDeclaration":
        names.types.set(statement.id.name, {
          is: "alias",
          node: statement.typeAnnotation,
          scope: names,
        });
        return;
      case "TSModuleDeclaration": {
        if (statement.id.type !== "Identifier" || statement.body?.type !== "TSModuleBlock") return;
        const name = statement.id.name;
        const inner = names.inner.get(name) ?? new Names(names, this);
        names.inner.set(name, inner);
        for (const part of statement.body.body) {
          if (part.type !== "ExpressionStatement") this.#declare(part, inner, path);
        }
      }
    }
  }
}

function declarationFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name === "V2" ? [] : declarationFiles(join(folder, entry.name));
    return entry.name.endsWith(".d.ts") ? [join(folder, entry.name)] : [];
  });
}
