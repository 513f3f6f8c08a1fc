/** Says nothing. */
export const silentLog = { info: () => {}, warn: () => {}, error: () => {} }
