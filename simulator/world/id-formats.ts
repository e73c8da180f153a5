// Every example in the API reference has these two forms (A1, A2); neither is stated as a limit.

/** Instances and backups: 36 characters. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Projects, users and domains: 32 hex characters. */
export const HEX_ID = /^[0-9a-f]{32}$/;
