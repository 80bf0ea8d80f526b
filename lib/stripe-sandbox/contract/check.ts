import type { TSInterfaceDeclaration, TSSignature, TSType, TSTypeName } from "oxc-parser";
import { Library, type Declared, type Names } from "./types";

/** Holds a JSON value against the SDK's types; answers what does not fit, with paths. */
export class Checker {
  readonly #library = new Library();

  /** Checks an object by what its `object` field says that it is. */
  check(value: unknown, path = ""): string[] {
    if (!isRecord(value)) return [`${path}: not an object`];
    const kind = String(value["object"]);
    if (kind === "list" || kind === "search_result") {
      const items = Array.isArray(value["data"]) ? value["data"] : [];
      return items.flatMap((item: unknown, at) => this.check(item, `${path}.data[${at}]`));
    }
    if (kind === "event") return this.#checkEvent(value, path);
    const candidates = this.#library.ofObject(kind);
    if (candidates.length === 0) return [`${path}: no type calls itself ${kind}`];
    return best(candidates.map((declared) => this.#declared(value, declared, `${path}<${kind}>`)));
  }

  #checkEvent(event: Record<string, unknown>, path: string): string[] {
    const data = event["data"];
    if (!isRecord(data)) return [`${path}<event>.data: missing`];
    return this.check(data["object"], `${path}<event ${String(event["type"])}>.data.object`);
  }

  #declared(value: unknown, declared: Declared, path: string): string[] {
    if (declared.is === "alias") return this.#type(value, declared.node, declared.scope, path);
    return this.#interface(value, declared.node, declared.scope, path);
  }

  #interface(value: unknown, node: TSInterfaceDeclaration, scope: Names, path: string): string[] {
    if (!isRecord(value))
      return [`${path}: expected ${node.id.name}, got ${JSON.stringify(value)}`];
    return this.#members(value, node.body.body, scope, path);
  }

  #members(
    value: Record<string, unknown>,
    members: readonly TSSignature[],
    scope: Names,
    path: string,
  ): string[] {
    const known = new Set<string>();
    const errors: string[] = [];
    for (const member of members) {
      if (member.type === "TSIndexSignature") return [];
      if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") continue;
      const name = member.key.name;
      known.add(name);
      const type = member.typeAnnotation?.typeAnnotation;
      if (value[name] === undefined) {
        if (!member.optional) errors.push(`${path}.${name}: missing`);
      } else if (type !== undefined) {
        errors.push(...this.#type(value[name], type, scope, `${path}.${name}`));
      }
    }
    for (const name of Object.keys(value)) {
      if (!known.has(name)) errors.push(`${path}.${name}: not in the SDK's type`);
    }
    return errors;
  }

  #type(value: unknown, type: TSType, scope: Names, path: string): string[] {
    switch (type.type) {
      case "TSStringKeyword":
        return expectType(typeof value === "string", "string", value, path);
      case "TSNumberKeyword":
        return expectType(typeof value === "number", "number", value, path);
      case "TSBooleanKeyword":
        return expectType(typeof value === "boolean", "boolean", value, path);
      case "TSNullKeyword":
        return expectType(value === null, "null", value, path);
      case "TSUndefinedKeyword":
      case "TSVoidKeyword":
        return expectType(value === undefined, "nothing", value, path);
      case "TSLiteralType": {
        const literal = "value" in type.literal ? type.literal.value : undefined;
        return expectType(value === literal, String(literal), value, path);
      }
      case "TSUnionType":
        return best(type.types.map((branch) => this.#type(value, branch, scope, path)));
      case "TSArrayType":
        return this.#array(value, type.elementType, scope, path);
      case "TSTypeLiteral":
        if (!isRecord(value)) return [`${path}: expected an object`];
        return this.#members(value, type.members, scope, path);
      case "TSTypeReference":
        return this.#reference(value, type, scope, path);
      default:
        return [];
    }
  }

  #reference(
    value: unknown,
    type: Extract<TSType, { type: "TSTypeReference" }>,
    scope: Names,
    path: string,
  ): string[] {
    const name = nameOf(type.typeName);
    const argument = type.typeArguments?.params[0];
    if (name.length === 1) {
      if (name[0] === "OtherString" || name[0] === "Decimal") {
        return expectType(typeof value === "string", "string", value, path);
      }
      if (name[0] === "Array" && argument) return this.#array(value, argument, scope, path);
      if (name[0] === "ApiList" && argument) {
        const data = isRecord(value) ? value["data"] : undefined;
        return this.#array(data, argument, scope, `${path}.data`);
      }
      if (name[0] === "Metadata" || name[0] === "Record") {
        return expectType(isRecord(value), "an object", value, path);
      }
    }
    const declared = scope.find(name);
    if (declared === null) return [`${path}: the type ${name.join(".")} was not found`];
    return this.#declared(value, declared, path);
  }

  #array(value: unknown, element: TSType, scope: Names, path: string): string[] {
    if (!Array.isArray(value)) return [`${path}: expected a list`];
    return value.flatMap((item: unknown, at) => this.#type(item, element, scope, `${path}[${at}]`));
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const expectType = (fits: boolean, wanted: string, value: unknown, path: string): string[] =>
  fits ? [] : [`${path}: expected ${wanted}, got ${JSON.stringify(value)?.slice(0, 60)}`];

/** Of several possible types, the one that fits best is what was meant. */
function best(branches: string[][]): string[] {
  return branches.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function nameOf(name: TSTypeName): string[] {
  if (name.type === "Identifier") return [name.name];
  return name.type === "TSQualifiedName" ? [...nameOf(name.left), name.right.name] : [];
}
