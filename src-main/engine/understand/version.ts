/** Raise it when the same text would be felt otherwise: what is stored is then read again in the background. */
export const FEELING_VERSION = 5
