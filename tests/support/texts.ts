import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { projectFolder } from './fresh-build.ts'

/** A node of the syntax tree (ESTree, with JSX). */
interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** A text of Muster's, as it stands in the code. */
export interface FoundText {
  readonly message: string
  /** Where it stands: `renderer/frame.tsx:12`. */
  readonly place: string
  /** Names of the values it is given, null where it is given none and so is no ICU message; `undefined` where they can't be told. */
  readonly values: readonly string[] | null | undefined
}

/** What a file says to the admin. */
export interface FileTexts {
  readonly file: string
  readonly texts: readonly FoundText[]
  /** What can't be translated: a text that is put together where one has to be written out. A line each, with its place. */
  readonly unreadable: readonly string[]
  /** English that is shown past the catalogue, a line each, with its place. */
  readonly untranslated: readonly string[]
}

/** What a text is for, by the attribute or property it stands in; what is `shown` is text whatever it looks like. */
type Seen = 'shown' | 'unsure' | 'hidden'

/** Functions whose first argument is a text. `htmlOf` is for reports. */
const lookups: ReadonlySet<string> = new Set(['t', 'msg', 'htmlOf'])
/** Attributes and properties that are read by people. */
const textual =
  /^(label|title|lead|hint|words?|why|what|empty|placeholder|description|confirm|children|alt|help|happened|means|todo|body|(.*[a-z])?(Label|Title|Words|Text)|aria-(label|description|valuetext|roledescription))$/
/** Attributes and properties that are not, whatever they hold. */
const technical =
  /^(className|style|key|id|href|type|role|variant|color|size|name|code|css|fz|ff|[a-z]*[Tt]ransition|border.*|grid.*|font.*|padding|margin|background|boxShadow|d|viewBox|query|pattern|examples?)$/
const letters = /\p{L}/u
/** Two words or more: what no identifier and no style looks like. */
const sentence = /\p{L}[’,.:;?]? \p{L}{2}/u
/** Tags of HTML, in which no text is. */
const [tag, tags] = [/<[a-z!/][^>]*>/i, /<[a-z!/][^>]*>/gi]
/** Keys of the error catalogue's entries, which stand in it as they are. */
const ofAnError: ReadonlySet<string> = new Set(['happened', 'means', 'todo'])

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'

const childrenOf = (node: Node): readonly [key: string, child: Node][] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [key, child] as [string, Node]),
  )

const nodeOf = (node: Node, key: string): Node | null => (isNode(node[key]) ? node[key] : null)
const nodesOf = (node: Node, key: string): readonly Node[] => (Array.isArray(node[key]) ? node[key].filter(isNode) : [])
const nameOf = (node: Node | null): string => String(node?.name ?? node?.value ?? '')

/** The text of a literal, or of a template without anything put in; null for anything else. */
function literal(node: Node | null): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type !== 'TemplateLiteral' || nodesOf(node, 'expressions').length > 0) return null
  const cooked = cookedOf(nodesOf(node, 'quasis')[0])
  return typeof cooked === 'string' ? cooked : null
}

/** What a piece of a template reads like: its escapes are told as what they stand for. */
const cookedOf = (piece: Node | undefined): unknown => Reflect.get(Object(piece?.value), 'cooked')

/** The attributes of an element, by name: what stands between the quotes or the braces of each. */
function attributesOf(element: Node): ReadonlyMap<string, Node | null> {
  const opening = nodeOf(element, 'openingElement')
  return new Map(
    (opening ? nodesOf(opening, 'attributes') : []).map((attribute) => {
      const value = nodeOf(attribute, 'value')
      const inner = value?.type === 'JSXExpressionContainer' ? nodeOf(value, 'expression') : value
      return [nameOf(nodeOf(attribute, 'name')), inner]
    }),
  )
}

const tagOf = (element: Node): string => nameOf(nodeOf(nodeOf(element, 'openingElement') ?? element, 'name'))

/** Names of an object's properties; undefined where there is more in it than can be told. */
function keysOf(node: Node): string[] | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  const properties = nodesOf(node, 'properties')
  if (properties.some(({ type, computed }) => type !== 'Property' || computed === true)) return undefined
  return properties.map((property) => nameOf(nodeOf(property, 'key')))
}

/** Reads what a file says, from its syntax tree. `file` is its path in the project. */
export function textsOf(file: string, code: string): FileTexts {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const texts: FoundText[] = []
  const unreadable: string[] = []
  const untranslated: string[] = []
  const placeOf = ({ start }: Node) => `${file}:${code.slice(0, start).split('\n').length}`
  const take = (node: Node | null, values: FoundText['values'], within: Node): void => {
    const message = literal(node)
    if (message === null) unreadable.push(`${placeOf(within)}: the text is not written out`)
    else texts.push({ message, place: placeOf(within), values })
  }
  const takeTable = (node: Node | null, within: Node): void => {
    if (node?.type !== 'ObjectExpression') {
      take(node, null, within)
      return
    }
    for (const property of nodesOf(node, 'properties')) {
      const value = nodeOf(property, 'value')
      if (literal(value) !== '') takeTable(value, property)
    }
  }
  const blame = (node: Node, text: string) => untranslated.push(`${placeOf(node)}: ${text.trim().replace(/\s+/g, ' ')}`)

  const visit = (node: Node, seen: Seen): void => {
    const call = node.type === 'CallExpression' ? nameOf(nodeOf(node, 'callee')) : ''
    const given = nodesOf(node, 'arguments')
    if (lookups.has(call)) {
      take(given[0] ?? null, given[1] ? keysOf(given[1]) : null, node)
      for (const more of given.slice(1)) visit(more, 'unsure')
      return
    }
    if (call === 'texts') {
      takeTable(given[0] ?? null, node)
      return
    }
    if (node.type === 'JSXElement' && tagOf(node) === 'Sentence') {
      const attributes = attributesOf(node)
      const values = attributes.get('values')
      take(attributes.get('message') ?? null, values ? keysOf(values) : null, node)
      if (values) visit(values, 'unsure')
      return
    }
    if (/^(TS|Import|Export(All|Named)Declaration$)/.test(node.type) && !nodeOf(node, 'declaration')) {
      // A type says nothing; `x as Y` and `x satisfies Y` have a value in them.
      const expression = nodeOf(node, 'expression')
      if (expression) visit(expression, 'unsure')
      return
    }
    // Nobody reads them; of a failure of Muster’s own everything is shown.
    if (node.type === 'NewExpression' && /^(?!Muster).*Error$/.test(nameOf(nodeOf(node, 'callee')))) seen = 'hidden'
    if (node.type === 'JSXText') {
      if (letters.test(String(node.value))) blame(node, String(node.value))
      return
    }
    if (node.type === 'JSXAttribute' || node.type === 'Property') {
      const name = nameOf(nodeOf(node, node.type === 'Property' ? 'key' : 'name'))
      const value = nodeOf(node, 'value')
      const text = literal(value)
      if (file.startsWith('shared/errors/') && text !== null && ofAnError.has(name)) {
        take(value, null, node)
        return
      }
      const isText = textual.test(name) && value?.type !== 'ArrowFunctionExpression'
      if (value) visit(value, technical.test(name) ? 'hidden' : isText ? 'shown' : seen === 'hidden' ? seen : 'unsure')
      return
    }
    if (node.type === 'TemplateLiteral') {
      const whole = nodesOf(node, 'quasis').map(cookedOf).join('…')
      if (tag.test(whole)) {
        for (const text of whole.replaceAll(tags, '\n').split('\n')) if (letters.test(text)) blame(node, text)
        for (const inset of nodesOf(node, 'expressions')) visit(inset, seen === 'hidden' ? seen : 'unsure')
        return
      }
    }
    if (node.type === 'Literal' || node.type === 'TemplateElement') {
      const text = node.type === 'Literal' ? node.value : cookedOf(node)
      if (typeof text !== 'string' || seen === 'hidden') return
      if (seen === 'shown' ? letters.test(text) : sentence.test(text)) blame(node, text)
      return
    }
    for (const [key, child] of childrenOf(node)) visit(child, within(node, key, seen))
  }
  visit(program as unknown as Node, 'unsure')
  return { file, texts, unreadable, untranslated }
}

/** What a part of an expression is for, when the whole is for something. Only what comes out of it is shown. */
function within(node: Node, key: string, seen: Seen): Seen {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return key === 'children' ? 'shown' : 'unsure'
  if (seen === 'hidden') return seen
  if (/^(JSXExpressionContainer|TemplateLiteral|ArrayExpression)$/.test(node.type)) return seen
  if (node.type === 'ConditionalExpression') return key === 'test' ? 'hidden' : seen
  if (node.type === 'LogicalExpression' || node.type === 'ParenthesizedExpression') return seen
  return 'unsure'
}

/** The catalogues themselves, and the room that looks texts up. */
const notSaid = /^shared\/(catalogue\/|words\/text\.ts)/

const folders = ['renderer', 'shared', 'electron']

/** What every file of the window, of main and of what they share says. */
export function allTexts(): FileTexts[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !notSaid.test(file))
      .sort()
      .map((file) => textsOf(file, readFileSync(join(projectFolder, file), 'utf8'))),
  )
}
