/** The document of one's own file in Typst; all text comes as data, so that nothing in it is markup. */

export const ownFileTemplate = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1b2430")
#let quiet = rgb("#55606e")
#let line-grey = rgb("#d9dee5")
#set document(title: d.title)
#set page(paper: "a4", margin: (x: 22mm, y: 24mm), footer: context [
  #set text(size: 8pt, fill: quiet)
  #d.footer #h(1fr) #d.page #counter(page).display("1 / 1", both: true)
])
#set text(font: "Noto Sans SC", size: 10pt, fill: ink, lang: d.lang)
#set par(leading: 0.8em, justify: false)
#show heading.where(level: 1): it => text(size: 20pt, weight: 600, it.body)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, text(size: 13pt, weight: 600, it.body))
#if d.demo != none { text(fill: rgb("#8a5a00"), weight: 600, d.demo); v(4pt) }
= #d.title
#v(4pt)
#text(size: 13pt, weight: 600, d.name)
#v(2pt)
#d.lead

#d.only

#let facts(pairs) = grid(columns: (32mm, 1fr), row-gutter: 0.7em, ..pairs.map(p => (text(fill: quiet, p.at(0)), p.at(1))).flatten())
#facts(d.facts)
#for group in d.groups {
  heading(level: 2, group.name)
  for record in group.records {
    block(breakable: true, width: 100%, inset: (y: 8pt), stroke: (top: 0.6pt + line-grey), facts(record))
  }
}
#if d.groups.len() == 0 { v(12pt); d.none }
#v(16pt)
#d.wrong
`;
