import type { Person } from '../../shared/model/person.ts'
import { keyOfWritten, readPerson, writePerson, writtenAttributes } from './written-person.ts'

/** A person as the database takes them. */
export interface WrittenEntry {
  readonly key: string
  /** UTF-8 of what {@link writePerson} gives. */
  readonly written: Buffer
}

/** Bytes that are asked of the system at once. */
const pageSize = 1024 * 1024

/** UTF-8 of a UTF-16 unit is no longer. */
const longestUnit = 3

/**
 * Many people on their way from a file into the database, each as the bytes they are stored as. As objects, 200,000 of them are
 * four million strings, which the garbage collector walks over and moves for a fifth of the whole reading time.
 */
export class WrittenPeople implements Iterable<Person> {
  #page = Buffer.alloc(0)
  #used = 0
  readonly #pages: Buffer[] = []
  /** Of each person: page, where they begin in it, and where they end. */
  readonly #places: number[] = []

  get length(): number {
    return this.#places.length / 3
  }

  /** Adds a person at the end; gives their position. */
  add(person: Person): number {
    const position = this.length
    this.set(position, person)
    return position
  }

  /** Puts a person in the place of another. */
  set(position: number, person: Person): void {
    const text = writePerson(person)
    const most = text.length * longestUnit
    if (most > this.#page.length - this.#used) this.#begin(Math.max(pageSize, most))
    const end = this.#used + this.#page.write(text, this.#used)
    const at = position * 3
    this.#places[at] = this.#pages.length - 1
    this.#places[at + 1] = this.#used
    this.#places[at + 2] = end
    this.#used = end
  }

  /** @throws RangeError when there is nobody at that position. */
  at(position: number): Person {
    return readPerson(this.#written(position).toString(), writtenAttributes)
  }

  /** The key of the person at a position. @throws RangeError */
  keyAt(position: number): string {
    return keyOfWritten(this.#written(position))
  }

  /** Everybody as they go into the database. */
  *entries(): Generator<WrittenEntry, void> {
    for (let position = 0; position < this.length; position++) {
      const written = this.#written(position)
      yield { key: keyOfWritten(written), written }
    }
  }

  *[Symbol.iterator](): Generator<Person, void> {
    for (let position = 0; position < this.length; position++) yield this.at(position)
  }

  #begin(size: number): void {
    this.#page = Buffer.allocUnsafe(size)
    this.#used = 0
    this.#pages.push(this.#page)
  }

  #written(position: number): Buffer {
    const at = position * 3
    const page = this.#pages[this.#places[at] ?? -1]
    if (page === undefined) throw new RangeError(`Nobody is at ${position}.`)
    return page.subarray(this.#places[at + 1], this.#places[at + 2])
  }
}
