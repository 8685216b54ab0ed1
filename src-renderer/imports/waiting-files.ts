import { useSyncExternalStore } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { isOpml } from './opml-list.ts'

/** A file that the user chose or dropped, waiting to be looked at. */
export interface WaitingFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** Which brand it is for; null: nobody has said yet. */
  readonly brandId: BrandId | null
  readonly holds: FileContent
}

export type FileContent =
  /** `grant` is used up when it is brought in; `from` gives another. */
  | { readonly kind: 'mentions'; readonly grant: string; readonly from: File }
  | { readonly kind: 'list'; readonly opml: string }
  | { readonly kind: 'folder' }
  /** It cannot be read from here. */
  | { readonly kind: 'none' }

let files: readonly WaitingFile[] = []
const listeners = new Set<() => void>()

function setFiles(next: readonly WaitingFile[]): void {
  files = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** In the order in which they came; the first is looked at. */
export function useWaitingFiles(): readonly WaitingFile[] {
  return useSyncExternalStore(subscribe, () => files)
}

export async function addFiles(given: readonly File[], brandId: BrandId | null): Promise<void> {
  const added = await Promise.all(given.map((file) => toWaiting(file, brandId)))
  setFiles([...files, ...added])
}

export function addList(name: string, opml: string, brandId: BrandId | null): void {
  const holds: FileContent = { kind: 'list', opml }
  setFiles([...files, { id: crypto.randomUUID(), name, bytes: opml.length, brandId, holds }])
}

export function dropFile(id: string): void {
  setFiles(files.filter((file) => file.id !== id))
}

export function setBrandOf(id: string, brandId: BrandId): void {
  setFiles(files.map((file) => (file.id === id ? { ...file, brandId } : file)))
}

/** After an import that did not end well: the same file once more. */
export async function grantAgain(id: string): Promise<void> {
  const file = files.find((one) => one.id === id)
  if (file?.holds.kind !== 'mentions') return
  const holds = await contentOf(file.holds.from)
  setFiles(files.map((one) => (one.id === id ? { ...one, holds } : one)))
}

async function toWaiting(file: File, brandId: BrandId | null): Promise<WaitingFile> {
  return {
    id: crypto.randomUUID(),
    name: file.name,
    bytes: file.size,
    brandId,
    holds: await contentOf(file),
  }
}

/** A longer list than this is none that a reader of news wrote. */
const MAX_LIST = 5_000_000
const HEAD = 20_000

async function contentOf(file: File): Promise<FileContent> {
  const granted = await window.shell.grantFile(file)
  if (granted.kind === 'folder') return { kind: 'folder' }
  try {
    if (file.size <= MAX_LIST && isOpml(await file.slice(0, HEAD).text()))
      return { kind: 'list', opml: await file.text() }
  } catch {
    // The system lets nobody read it: the screen says so.
    return { kind: 'none' }
  }
  return granted.kind === 'file' ? { kind: 'mentions', grant: granted.grant, from: file } : { kind: 'none' }
}
