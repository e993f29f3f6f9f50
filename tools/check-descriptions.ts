import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

// Every public type, field, argument, input field and enum value says what it is.
const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'), { assumeValidSDL: true });
const roots = new Set(['Query', 'Mutation', 'Subscription']);
const missing: string[] = [];

function expectDescription(coordinate: string, description: string | null | undefined): void {
  if (description == null || description.trim() === '') missing.push(coordinate);
}

for (const type of Object.values(schema.getTypeMap())) {
  if (type.name.startsWith('__') || type.astNode == null) continue;
  if (!roots.has(type.name)) expectDescription(type.name, type.description);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      expectDescription(`${type.name}.${field.name}`, field.description);
      for (const { name, description } of field.args) {
        // An argument `input` is described by its type, and `id` names what the field is about.
        if (name === 'input' || name === 'id') continue;
        expectDescription(`${type.name}.${field.name}(${name}:)`, description);
      }
    }
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      expectDescription(`${type.name}.${field.name}`, field.description);
    }
  } else if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) {
      expectDescription(`${type.name}.${name}`, description);
    }
  }
}

if (missing.length > 0) {
  console.error(`without a description:\n  ${missing.join('\n  ')}`);
  process.exitCode = 1;
}
