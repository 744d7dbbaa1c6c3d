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
#show heading.where(level: 2): it => block(above: 1.8em, below: 0.9em, sticky: true, text(size: 13pt, weight: 600, it.body))
#if d.demo != none { text(fill: rgb("#8a5a00"), weight: 600, d.demo); v(4pt) }
= #d.title
#v(4pt)
#text(size: 13pt, weight: 600, d.name)
#v(2pt)
#d.lead

#d.only

#let label(words) = { set par(leading: 0.5em); text(size: 9pt, fill: quiet, words) }
#let facts(pairs) = grid(columns: (42mm, 1fr), column-gutter: 6mm, row-gutter: 0.8em,
  ..pairs.map(p => (label(p.at(0)), p.at(1))).flatten())
#v(4pt)
#facts(d.facts)
#for group in d.groups {
  heading(level: 2, group.name)
  for record in group.records {
    block(breakable: true, width: 100%, inset: (top: 10pt, bottom: 14pt), stroke: (top: 0.6pt + line-grey), {
      // Its number stands out, and no page ends with it alone.
      block(sticky: true, below: 0.9em, text(size: 11pt, weight: 600, record.first().at(1)))
      facts(record.slice(1))
    })
  }
}
#if d.groups.len() == 0 { v(12pt); d.none }
#v(16pt)
#d.wrong
`;
