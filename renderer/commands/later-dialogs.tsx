/** The dialogs over any screen, in one script that is loaded when the first of them is wanted (command-dialogs.tsx). */
export { KeyboardHelp } from '../features/keyboard/keyboard-help.tsx'
export { Palette } from '../features/palette/palette.tsx'
