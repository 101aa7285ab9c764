"""The look of the evaluation page. Marks have no padding or margin: those would break the joining of Arabic letters."""

STYLE = """
:root { color-scheme: light dark; --paper: #fdfcf9; --card: #fff; --ink: #22242a; --soft: #666b76; --line: #dcd9d0;
  --missed: #a3341f; --extra: #7a4fa3; --slots: #8a6100; --good: #2c7357; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --card: #1f2125; --ink: #e6e4df; --soft: #a0a4ad;
  --line: #383b42; --missed: #f08d77; --extra: #c3a3e6; --slots: #e0b65a; --good: #7cc9a7; --mark: #5c4a12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 5rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif; }
.text { font-family: "Noto Naskh Arabic", "Amiri", "Noto Sans Arabic", "Geeza Pro", "Times New Roman", serif;
  font-size: 1.15rem; line-height: 1.9; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 3rem 0 .75rem; }
.soft { color: var(--soft); }
.headline { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.headline li { flex: 1 1 8rem; padding: .6rem .9rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; }
.headline b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; text-align: start; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; color: var(--soft); }
.number { text-align: end; white-space: nowrap; }
meter { width: 6rem; height: .7rem; }
.document { margin-top: 3rem; padding-top: 1rem; border-top: 3px solid var(--line); }
.document h2 { margin: 0; }
article { margin: 1rem 0; padding: .75rem 1rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; border-inline-start: .35rem solid var(--kind); }
article header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.kind { font-weight: 700; color: var(--kind); }
.missed { --kind: var(--missed); } .extra { --kind: var(--extra); } .slots { --kind: var(--slots); }
blockquote { margin: .4rem 0 .6rem; }
mark { background: var(--mark); color: inherit; padding: 0; margin: 0; }
.item { display: block; }
.shared { color: var(--soft); }
.gold .alone { color: var(--good); font-weight: 600; }
.read .alone { color: var(--missed); font-weight: 600; }
article table { font-size: .95rem; table-layout: fixed; }
article th:first-child { width: 8rem; }
details { margin: .75rem 0; } summary { cursor: pointer; color: var(--soft); }
.whole { white-space: pre-wrap; }
.show { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .6rem 0; position: sticky; top: 0;
  background: var(--paper); z-index: 1; border-bottom: 1px solid var(--line); }
body:has(#show-missed:not(:checked)) article.missed, body:has(#show-extra:not(:checked)) article.extra,
body:has(#show-slots:not(:checked)) article.slots { display: none; }
@media print { .show { display: none; } article { break-inside: avoid; } }
"""
