import { t } from '../../../shared/words/text.ts'
import type { BrokenRow } from '../row-visitor.ts'

/** An object of a list, as text. */
export interface JsonRecord {
  readonly text: string
  /** Line it begins on, 1-based. */
  readonly line: number
  /** The list it stands in: the keys that lead to it, divided by full stops; empty for a document that is a list. */
  readonly list: string
}

/** What takes the parts of a document. */
export interface JsonTaker {
  record(record: JsonRecord): void
  /** Called at most once: nothing is read behind it. */
  broken(row: BrokenRow): void
}

/** Bytes that one record may have. */
const longestRecord = 4 * 1024 * 1024

const quote = 0x22
const backslash = 0x5c
const lineFeed = 0x0a
const openList = 0x5b
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/** A list or an object that is open outside of any record. */
interface Open {
  readonly close: number
  /** The keys that lead to it; null where lists are in the way. */
  readonly path: string | null
}

/**
 * Cuts a JSON document that comes as UTF-8, a chunk at a time, into the records of its lists: the objects in every list that
 * only objects lead to, as in `[{…}, …]` and `{"users": [{…}, …]}`. What is inside a record is not looked at but for
 * brackets and strings; parsing it is JSON.parse’s work, and one that is broken costs no other.
 */
export class JsonSplitter {
  readonly #taker: JsonTaker
  readonly #open: Open[] = []
  #data: Buffer = Buffer.alloc(0)
  #at = 0
  #line = 1
  /** The string read last outside of records, and the key that it turned out to be. */
  #string = ''
  #key = ''
  /** Where a record or a string outside of one began; -1 for neither. */
  #start = -1
  #startLine = 1
  /** Brackets that are open inside the record; 0 outside. */
  #depth = 0
  #inString = false
  #ended = false

  constructor(taker: JsonTaker) {
    this.#taker = taker
  }

  /** Nothing more is read. */
  get ended(): boolean {
    return this.#ended
  }

  /** Takes the next bytes. */
  write(chunk: Buffer): void {
    this.#data = this.#data.length === 0 ? chunk : Buffer.concat([this.#data, chunk])
    while (this.#at < this.#data.length && !this.#ended) this.#byte(this.#data[this.#at] ?? 0)
    const kept = this.#start === -1 ? this.#at : this.#start
    this.#data = this.#data.subarray(kept)
    this.#at -= kept
    if (this.#start !== -1) this.#start = 0
    if (this.#data.length > longestRecord) {
      this.#breakOff(this.#startLine, t('What begins here is longer than 4 MB.'))
    }
  }

  /** Says what is missing when nothing more comes. */
  end(): void {
    if (this.#ended) return
    if (this.#depth > 0) this.#breakOff(this.#startLine, t('The entry that begins here is not closed.'))
    else if (this.#open.length > 0 || this.#inString) {
      this.#breakOff(this.#line, t('The file ends before its brackets are closed.'))
    }
  }

  #breakOff(line: number, reason: string): void {
    this.#ended = true
    this.#taker.broken({ line, column: null, reason, effect: t('Reading ended here.') })
  }

  #byte(byte: number): void {
    const at = this.#at++
    if (byte === lineFeed) this.#line++
    if (this.#inString) {
      if (byte === backslash) this.#at++
      else if (byte === quote) {
        this.#inString = false
        if (this.#depth === 0) this.#endString(at)
      }
      return
    }
    switch (byte) {
      case quote:
        this.#inString = true
        if (this.#depth === 0) this.#begin(at)
        return
      case openObject:
      case openList:
        if (this.#depth > 0) this.#depth++
        else this.#opens(byte, at)
        return
      case closeObject:
      case closeList:
        if (this.#depth > 1) this.#depth--
        else if (this.#depth === 1) this.#endRecord(at)
        else this.#closes(byte)
        return
      case 0x3a: // :
        if (this.#depth === 0) this.#key = this.#string
        return
      case 0x2c: // ,
        if (this.#depth === 0) this.#key = ''
    }
  }

  #begin(at: number): void {
    this.#start = at
    this.#startLine = this.#line
  }

  #endString(at: number): void {
    // A key that leads to people is short.
    this.#string = this.#data.toString('utf8', this.#start + 1, Math.min(at, this.#start + 80))
    this.#start = -1
  }

  #opens(byte: number, at: number): void {
    const outer = this.#open.at(-1)
    if (byte === openObject && outer?.close === closeList && outer.path !== null) {
      this.#depth = 1
      this.#begin(at)
      return
    }
    const led = outer === undefined || (outer.close === closeObject && outer.path !== null)
    const path = [outer?.path, this.#key].filter(Boolean).join('.')
    this.#open.push({ close: byte === openObject ? closeObject : closeList, path: led ? path : null })
    this.#key = ''
    if (this.#open.length > 1_000) this.#breakOff(this.#line, t('Too many brackets are open here.'))
  }

  #closes(byte: number): void {
    if (this.#open.pop()?.close !== byte) this.#breakOff(this.#line, t('A bracket closes here that was not opened.'))
  }

  #endRecord(at: number): void {
    this.#depth = 0
    const text = this.#data.toString('utf8', this.#start, at + 1)
    this.#start = -1
    this.#taker.record({ text, line: this.#startLine, list: this.#open.at(-1)?.path ?? '' })
  }
}
