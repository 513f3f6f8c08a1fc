import { canShowWindow, runApp } from './run-app.ts'

if (canShowWindow()) {
  process.exitCode = await runApp(process.env, process.argv.slice(2))
} else {
  console.error(
    'There is no display to open Muster’s window on. Set DISPLAY or WAYLAND_DISPLAY and try again, or run "npm run demo", which walks the main job without one.',
  )
  process.exitCode = 1
}
