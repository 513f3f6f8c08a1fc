/** One request that the SCIM service served. Holds secrets: it is for assertions, not for showing. */
export interface JournalEntry {
  /** Unix milliseconds. */
  readonly at: number
  readonly method: string
  /** With query, as it came. */
  readonly path: string
  /** 0 when the connection was dropped without a reply. */
  readonly status: number
  /** What became of each write, whatever the reply says: several in a Bulk, none of a read or where nothing was tried. */
  readonly writes: readonly number[]
  readonly body: string
}

/** The last requests served, as many as there is room for. */
export class Journal {
  readonly #room: number
  #entries: JournalEntry[] = []
  #total = 0

  constructor(room: number) {
    this.#room = room
  }

  add(entry: JournalEntry): void {
    this.#total += 1
    this.#entries.push(entry)
    // Cut in halves, so that keeping the room costs next to nothing a request.
    if (this.#entries.length > 2 * this.#room) this.#entries = this.entries()
  }

  /** Oldest first. */
  entries(): JournalEntry[] {
    // Not slice(-room): without any room, that would be all of them.
    return this.#entries.slice(Math.max(0, this.#entries.length - this.#room))
  }

  /** Requests served since the start, or since the last clearing. */
  get total(): number {
    return this.#total
  }

  clear(): void {
    this.#entries = []
    this.#total = 0
  }
}
