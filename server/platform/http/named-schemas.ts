import { z } from 'zod'

export type Schema = Record<string, unknown>
type Io = 'input' | 'output'
type Registry = z.core.$ZodRegistry<{ id?: string | undefined }>

/**
 * Schemas of the contract as JSON schema. What the contract exports by name stands once among the components and is pointed
 * to; everything else is written where it is used.
 */
export class NamedSchemas {
  readonly #named: Registry = z.registry()
  /** Names whose input is not their output: a default may be left out of the one and stands in the other. */
  readonly #twofold = new Set<string>()
  readonly #used: Record<string, Schema> = {}

  constructor(exported: Readonly<Record<string, unknown>>) {
    for (const [name, one] of Object.entries(exported)) {
      if (!(one instanceof z.ZodType)) continue
      this.#named.add(one, { id: name })
      const [input, output] = [this.inlined(one, 'input'), this.inlined(one, 'output')]
      if (JSON.stringify(input) !== JSON.stringify(output)) this.#twofold.add(name)
    }
  }

  schemaOf(shape: z.ZodType, io: Io): Schema {
    const { $defs, ...schema } = this.#pointed(convert(shape, io, this.#named), io)
    for (const [name, one] of Object.entries(($defs ?? {}) as Record<string, Schema>))
      this.#used[this.#nameOf(name, io)] = one
    return schema
  }

  /** In one piece, for the parameters of a path or a query. */
  inlined(shape: z.ZodType, io: Io = 'input'): Schema {
    return convert(shape, io, z.registry())
  }

  /** The named schemas that were pointed to so far. */
  used(): Readonly<Record<string, Schema>> {
    return this.#used
  }

  #nameOf(name: string, io: Io): string {
    const plain = io === 'output' || name.endsWith('Input') || !this.#twofold.has(name)
    return plain ? name : `${name}Input`
  }

  #pointed(schema: Schema, io: Io): Schema {
    const text = JSON.stringify(schema).replaceAll(
      /"#\/\$defs\/(\w+)"/g,
      (_, name: string) => `"#/components/schemas/${this.#nameOf(name, io)}"`,
    )
    return JSON.parse(text) as Schema
  }
}

function convert(shape: z.ZodType, io: Io, metadata: Registry): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    metadata,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Schema
  return schema
}
