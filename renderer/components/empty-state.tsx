/*
 * Signature: <EmptyState icon={<IconUsers />} title="Start with a file" text="Open a file with your people." actions={…} />
 */
import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** A screen or panel that has nothing yet: what would be here, and the way to it. */
export function EmptyState(props: { icon: ReactNode; title: string; text: ReactNode; actions?: ReactNode }) {
  return (
    <Stack className={classes.empty} align="center" gap={6}>
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed" fz="sm" ta="center" maw={440}>
        {props.text}
      </Text>
      {props.actions ? (
        <Group gap={10} mt={10} justify="center">
          {props.actions}
        </Group>
      ) : null}
    </Stack>
  )
}
