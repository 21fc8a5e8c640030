/** Version of the document layout that this package writes; older documents are migrated on the server. */
export const SCHEMA_VERSION = 1
