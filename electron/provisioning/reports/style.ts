import { html } from './markup.ts'

/** How reports look: Muster's colours by meaning, in light and dark, and plain on paper. */
export const style = html`
  :root {
    color-scheme: light dark;
    --ground: light-dark(#f8f9fa, #1f1f1f);
    --panel: light-dark(#fff, #242424);
    --hairline: light-dark(#dee2e6, #3b3b3b);
    --text: light-dark(#16181b, #c9c9c9);
    --strong: light-dark(#000, #fff);
    --dimmed: light-dark(#5b6470, #a6abb3);
    --code: light-dark(#f1f3f5, #2e2e2e);
    --good: light-dark(#07694c, #63e6be);
    --warn: light-dark(#a33a00, #ffa94d);
  }
  * { box-sizing: border-box; }
  body {
    margin: 0; padding: 32px 16px 48px; background: var(--ground); color: var(--text);
    font: 13px/1.5 -apple-system, BlinkMacSystemFont, Segoe UI, Cantarell, Ubuntu, Noto Sans, system-ui, sans-serif;
  }
  main, header, footer { max-width: 1080px; margin: 0 auto; }
  h1 { margin: 6px 0 2px; color: var(--strong); font-size: 22px; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere; }
  h2 { margin: 0 0 10px; color: var(--strong); font-size: 15px; font-weight: 650; }
  h3 { margin: 0; font-size: 13px; font-weight: 650; overflow-wrap: anywhere; }
  p { margin: 0 0 8px; }
  .brand { color: var(--dimmed); font-size: 12px; letter-spacing: .04em; }
  .lead { margin-bottom: 18px; color: var(--dimmed); }
  section { margin-top: 16px; padding: 16px 18px; border: 1px solid var(--hairline); border-radius: 8px; background: var(--panel); }
  dl.facts { display: grid; grid-template-columns: 150px 1fr; gap: 4px 16px; margin: 0; }
  .facts dt { color: var(--dimmed); }
  .facts dd { margin: 0; overflow-wrap: anywhere; }
  code { padding: 1px 5px; border-radius: 4px; background: var(--code); font: 12px ui-monospace, SF Mono, Menlo, Consolas, DejaVu Sans Mono, monospace; }
  table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
  th { padding: 6px 8px; border-bottom: 1px solid var(--hairline); color: var(--dimmed); font-weight: 500; text-align: start; vertical-align: bottom; }
  td { padding: 7px 8px; border-bottom: 1px solid var(--hairline); vertical-align: top; overflow-wrap: anywhere; }
  tbody tr:last-child > * { border-bottom: 0; }
  .counts { width: auto; min-width: min(460px, 100%); margin-top: 14px; }
  .figure { font-variant-numeric: tabular-nums; text-align: end; }
  table.changes { table-layout: fixed; }
  .changes .number { width: 62px; }
  .changes .kind { width: 122px; }
  .changes .who { width: 24%; }
  .changes .what { width: auto; }
  .changes .came { width: 25%; }
  .name { color: var(--strong); font-weight: 600; }
  .quiet { color: var(--dimmed); }
  .good { color: var(--good); }
  .warn { color: var(--warn); }
  ul.lines { margin: 0; padding: 0; list-style: none; }
  .lines li + li { margin-top: 3px; }
  del { color: var(--dimmed); }
  ins { color: var(--strong); font-weight: 600; text-decoration: none; }
  summary { cursor: pointer; color: var(--dimmed); }
  :focus-visible { outline: 2px solid light-dark(#364fc7, #91a7ff); outline-offset: 2px; }
  .entry + .entry { margin-top: 14px; padding-top: 14px; border-top: 1px solid var(--hairline); }
  .entry h3 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
  .entry p { margin: 4px 0 0; }
  .badge { display: inline-block; padding: 1px 9px; border-radius: 4px; font-size: 11px; font-weight: 500; white-space: nowrap; }
  .teal { background: light-dark(#c3fae8, #043f2e); color: light-dark(#055c43, #96f2d7); }
  .yellow { background: light-dark(#fff3bf, #6b3a00); color: light-dark(#8a4b00, #fff3bf); }
  .blue { background: light-dark(#d0ebff, #0d3a63); color: light-dark(#10497d, #d0ebff); }
  .violet { background: light-dark(#e5dbff, #33206e); color: light-dark(#43298f, #e5dbff); }
  .red { background: light-dark(#ffe3e3, #5c1418); color: light-dark(#8c1d1d, #ffe3e3); }
  .orange { background: light-dark(#ffe8cc, #5a2c05); color: light-dark(#8a3200, #ffe8cc); }
  .gray { background: light-dark(#f1f3f5, #151515); color: light-dark(#3b4249, #ced4da); }
  .sign { display: grid; grid-template-columns: 2fr 1fr; gap: 24px; margin-top: 28px; }
  .sign div { padding-top: 4px; border-top: 1px solid var(--dimmed); color: var(--dimmed); }
  footer { margin-top: 18px; color: var(--dimmed); font-size: 12px; }
  @media (max-width: 640px) {
    dl.facts { grid-template-columns: 1fr; gap: 0; }
    .facts dd { margin-bottom: 6px; }
    .changes .number { display: none; }
    .changes .kind { width: 96px; }
  }
  @media (forced-colors: active) {
    .badge { border: 1px solid CanvasText; }
  }
  @media print {
    :root { color-scheme: light; }
    body { padding: 0; background: none; font-size: 10.5px; }
    section { padding: 10px 0; border: 0; border-top: 1px solid var(--hairline); border-radius: 0; }
    thead { display: table-header-group; }
    tr, .entry { break-inside: avoid; }
    h2 { break-after: avoid; }
    .badge { print-color-adjust: exact; }
    details::details-content { content-visibility: visible; height: auto; }
  }
`
