import type { MappingRule } from '../../shared/model/mapping.ts'

/** A rule of a mapping that fills `to` whenever the person has something, and is as plain as can be but for `more`. */
export const rule = (to: string, from: string, more: Partial<MappingRule> = {}): MappingRule => ({
  to,
  from,
  otherwise: null,
  when: 'always',
  whenEmpty: 'leave',
  ...more,
})
