// Written by generate-types.ts from the migrated database; a test checks that it is current.

export interface Database {
}
