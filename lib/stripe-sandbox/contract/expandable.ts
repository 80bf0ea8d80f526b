import type { TSType } from "oxc-parser";
import { Library, type Declared, type Names } from "./types";

/**
 * Which fields of an object can be expanded, by the SDK's types: those that are an id or an object.
 * Answers `field:kind|kind`, with dots for fields of parts, and `field:list>kind` for included lists.
 */
export function expandableFields(kind: string, library = new Library()): string[] {
  const found = new Set<string>();
  for (const declared of library.ofObject(kind)) {
    for (const field of fieldsOf(declared, 0)) found.add(field);
  }
  return [...found].toSorted();
}

const DEPTH = 2;

function fieldsOf(declared: Declared, depth: number): string[] {
  if (declared.is === "alias" || depth > DEPTH) return [];
  const { node, scope } = declared;
  return node.body.body.flatMap((member) => {
    if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") return [];
    const type = member.typeAnnotation?.typeAnnotation;
    return type === undefined ? [] : fieldOf(member.key.name, partsOf(type, scope), depth);
  });
}

/** A type, with the names that hold where it is written. */
type Part = { type: TSType; scope: Names };

function fieldOf(name: string, parts: Part[], depth: number): string[] {
  const declared = parts.flatMap((part) => declaredOf(part) ?? []);
  const kinds = new Set(declared.flatMap((entry) => kindOf(entry) ?? []));
  if (parts.some(({ type }) => type.type === "TSStringKeyword")) {
    return kinds.size === 0 ? [] : [`${name}:${[...kinds].toSorted().join("|")}`];
  }
  const listed = parts.flatMap((part) => listedKinds(part));
  if (listed.length > 0) return [`${name}:list>${listed.toSorted().join("|")}`];
  if (kinds.size > 0) return [];
  return declared.flatMap((entry) => fieldsOf(entry, depth + 1).map((field) => `${name}.${field}`));
}

/** The members of a union, through aliases. */
function partsOf(type: TSType, scope: Names): Part[] {
  if (type.type === "TSUnionType") return type.types.flatMap((part) => partsOf(part, scope));
  const item = arrayItem(type);
  if (item !== null) return partsOf(item, scope);
  const declared = declaredOf({ type, scope });
  return declared?.is === "alias" ? partsOf(declared.node, declared.scope) : [{ type, scope }];
}

function arrayItem(type: TSType): TSType | null {
  if (type.type !== "TSTypeReference" || namesOf(type)?.[0] !== "Array") return null;
  return type.typeArguments?.params[0] ?? null;
}

function namesOf(type: TSType): string[] | null {
  if (type.type !== "TSTypeReference") return null;
  const path: string[] = [];
  let at = type.typeName;
  while (at.type === "TSQualifiedName") {
    path.unshift(at.right.name);
    at = at.left;
  }
  return at.type === "Identifier" ? [at.name, ...path] : null;
}

function declaredOf({ type, scope }: Part): Declared | null {
  const names = namesOf(type);
  return names === null ? null : scope.find(names);
}

function kindOf(declared: Declared): string | null {
  if (declared.is === "alias") return null;
  for (const member of declared.node.body.body) {
    if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") continue;
    if (member.key.name !== "object") continue;
    const type = member.typeAnnotation?.typeAnnotation;
    if (type?.type === "TSLiteralType" && "value" in type.literal)
      return String(type.literal.value);
  }
  return null;
}

function listedKinds({ type, scope }: Part): string[] {
  if (type.type !== "TSTypeReference" || namesOf(type)?.[0] !== "ApiList") return [];
  const [item] = type.typeArguments?.params ?? [];
  if (item === undefined) return [];
  return partsOf(item, scope).flatMap((part) => {
    const declared = declaredOf(part);
    return (declared === null ? null : kindOf(declared)) ?? [];
  });
}
