/** The buffer of bytes that are all there is in it; null where others may have a part of it. */
export function ownBuffer({ byteLength, buffer }: Uint8Array): ArrayBuffer | null {
  return buffer instanceof ArrayBuffer && byteLength > 0 && byteLength === buffer.byteLength ? buffer : null
}

/**
 * Frees bytes that nobody needs any more now, not when the garbage is collected: where bodies of 16 MiB come, that is
 * late. They are empty from then on.
 */
export function letGo(bytes: Uint8Array): void {
  ownBuffer(bytes)?.transfer(0)
}
