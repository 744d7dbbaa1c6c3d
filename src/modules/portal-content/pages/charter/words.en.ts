/** Words of the charter's page, in English: the rules as CHARTER.md has them (a test compares). */
import type { CharterWords } from './words.zh.ts';

export const en: CharterWords = {
  title: 'Charter',
  lead: 'What the platform may do to people.',
  intro: [
    "Gongxin (公信) keeps the public-credit records of a city: formal acts of public bodies about organisations, and, narrowly, about people in a professional or business role. Such a system can help people (one free report instead of thirty stamped certificates, errors put right in days) and it can hurt them. These rules decide which. Each is enforced (by a database constraint or by the one function that every path goes through), tested under its number (C1…C13), and shown on a public page of the portal, /charter. A feature that can't be built inside them is not built; what was asked for and narrowed or refused stands, with the reason, in docs/decisions/.",
  ],
  enforced: 'How it is enforced',
  today: 'Where it stands today',
  rules: [
    {
      no: 'C1',
      name: 'legal basis',
      rule: 'Nothing is collected, published, listed, used as a measure, or graded unless a catalogue item, list, measure or grading standard says so and cites its instrument, article and issuing level. Collection needs a basis in force on the decision date; publication and use need one in force on the day of reading, or its declared successor with the same or wider protection. Ending an instrument first shows what falls with it and needs two people.',
      enforced: "foreign keys to a dated legal basis; an item without one can't be activated",
      today:
        'In place for items, periods and time limits: each cites its article, and one without a basis is not active.',
    },
    {
      no: 'C2',
      name: 'forbidden information',
      rule: 'Never: religion, genes, fingerprints or other biometrics, blood type, illness and medical history; speech, petitions and complaints, political views, association, private messages, location, browsing; demolition disputes, jaywalking, dogs, property fees, waste sorting, family life. About natural persons, without written consent under a law: income, deposits, securities, commercial insurance, real estate, tax amounts.',
      enforced:
        "a closed list of field kinds; a catalogue item that contains one is refused, and so is a payload field the item doesn't have",
      today:
        'In place for the catalogue; columns that the data standard does not know are not read and not kept.',
    },
    {
      no: 'C3',
      name: 'people: formal acts only',
      rule: 'A record about a natural person comes from a formal decision (document number, deciding body, date) about professional or business conduct or qualification, or a court obligation, in an item whose basis is a law, administrative regulation or State Council decision. Nothing about a person under 18; without evidence of age, no record.',
      enforced: 'item flag natural_person, basis level check, age check',
      today:
        'Items name the law and the capacities they take, every row is judged by them; what is kept is sealed and never public.',
    },
    {
      no: 'C4',
      name: 'people: no scoring',
      rule: 'No score, grade, ranking, prediction, profile or risk alert about a natural person, computed or imported. The one exception is C5.',
      enforced: 'evaluation, alerts and analytics accept organisations only, by type and by constraint',
      today: 'Nothing is graded or ranked, so nothing can be about a person.',
    },
    {
      no: 'C5',
      name: 'people: points are a gift',
      rule: 'An adult may join the voluntary points scheme in their own session: separate, informed, recorded consent; leave at any time and everything in it is erased. Points are only ever added, for certified volunteering and public-benefit acts the person chose to have counted. Only the person sees them: no check, report, officer, employer, school or bank. No level, title or honour comes from them; no figure of enrolment or points per village, school, employer or unit is kept. They buy benefits by a single-use voucher that carries no name, points or level; nothing due to everyone may depend on them.',
      enforced:
        "consent row required by foreign key; no negative entry (check constraint); the scheme's tables are readable by the person's own session only",
      today: 'Not built: there are no points.',
    },
    {
      no: 'C6',
      name: 'no automatic harm',
      rule: "A check returns facts and the lawful options. A discipline measure takes effect only when a named officer of a competent body decides it, with the legal basis, its relevance to the matter and why it is proportionate, after notice to the subject. A hold lapses after 3 working days, or the matter's own limit if shorter, unless such a decision was served; a statutory bar does not lapse but goes to the head of the unit that day. The subject learns of a hold the same day; lapses are counted in public per unit. Automatic rewards are for organisations only.",
      enforced:
        'a measure row needs the officer, the five fields and a served notice by constraint; the checks role can insert check, access and pending-log rows and enqueue jobs, nothing else',
      today: 'Not built: there are no checks, holds or measures.',
    },
    {
      no: 'C7',
      name: 'nothing wider than the law',
      rule: 'A local catalogue item, list, measure or grading rule may narrow what the higher level allows, never widen it: conduct, kind of subject, kind of measure, length, openness. A tenant without legislative power (legislativeLevel: none, the default of a county-level city) can only narrow, assign units and set earlier dates.',
      enforced:
        'the over-reach check at activation, which says which clause is exceeded and who could make such a rule',
      today:
        'One edition of the catalogue, at the national standard; the comparison with local editions comes with them.',
    },
    {
      no: 'C8',
      name: 'the subject sees all',
      rule: "Free, at any time: every record, its source and its basis, every list and measure, every evaluation with each line that made it, and every access: when, which unit and duty, for what purpose and case, what was shown, by which officer number (the name on a reasoned request). Delay only under a cited law and a written order with an end date; the number of delayed entries is public. A person's own report is for that person: no link, code or third-party check of it, unless a body with a purpose and article from the list is granted it by the person, case by case. It bears the sentence: no one may require this report.",
      enforced: 'one disclosure gate writes the access row in the same transaction as the read',
      today:
        'In place for organisations, their agents and natural persons: the own file with source and basis, and who looked, signed in, as data and document. Nothing can be delayed. Lists, measures and evaluations are not built.',
    },
    {
      no: 'C9',
      name: 'error first',
      rule: 'An objection marks the record at once. While marked it supports no *new* measure, listing, evaluation or hold; a decision already served stands until its author, reconsideration or a court suspends it, and is shown with the mark. The same ground without new evidence is answered once and does not mark again. A correction reaches every surface and every copy.',
      enforced: 'status read by the same gate; delivery receipts',
      today:
        'A correction replaces a record at once and a withdrawal ends it at once. Objections cannot be made here yet.',
    },
    {
      no: 'C10',
      name: 'forgetting on time',
      rule: 'When the publicity term ends, or repair is granted, the record leaves search, pages, API, reports, open data, caches and downstream copies; what is archived supports nothing. A bar set by statute, or by a decision with its own term, is a separate dated fact (statutory-bar: body, article, from, until): repair, end of publicity or an objection does not end it, only its body, a court or its term does; it is never public and shown only to the competent body for its related matter.',
      enforced:
        'publicity is computed from dates at read time, so a stopped job publishes nothing late; no subject or record page is ever served from a stale copy; deletions are delivered with receipts',
      today:
        'In place: what is public is computed whenever it is read, and a record no longer public is answered like one that never was.',
    },
    {
      no: 'C11',
      name: 'purpose',
      rule: 'Every reading of a non-public record states a purpose, by an account that holds it, and is logged where it can\'t be changed unnoticed. The purposes, each with basis, roles and fields: own-file · licensing · procurement-tender · public-funds · honours · supervision-inspection · case-handling · list-execution · court-order · audit · statistics (no identifiers). For natural persons only: own-file, licensing where a law requires that person\'s record, case-handling, court-order, audit. There is no "other".',
      enforced: 'row-level security + the disclosure gate + the transparency log',
      today:
        'In place: the gate, its purposes and the access rows. A unit also reads what it handed in itself, and the centre the rows held for it; that is written down too.',
    },
    {
      no: 'C12',
      name: 'no secret rules',
      rule: 'Catalogue, lists, measures, grading standards, the relation of matters to records, and this charter are public, with all earlier versions.',
      enforced: 'portal pages and open data generated from the same rows the engine uses',
      today: 'In place: these pages read the rows the engine uses.',
    },
    {
      no: 'C13',
      name: 'the person behind the firm',
      rule: "Sole traders (个体工商户), one-person practices and any subject whose name contains its operator's name count as natural persons for C4, C8 and C10. The public finds them by exact code or full name only: no suggestions, no sitemap, no bulk file. A legal representative is an attribute of a record: never indexed, never a search key, never joined across organisations outside the gate. A record about B says nothing about A unless a named statute does.",
      enforced: 'subject kind decides the view; no index on the attribute',
      today: 'In place: such names are in no index of the search, no list, no download and no sitemap.',
    },
  ],
  further: [
    "Individuals are never in the public search and never found by name alone: an identity number, a purpose and an authority are needed. Their records go upward only where the item's basis orders it, with the fewest fields, encrypted, one access row each. A batch of checks needs a live case number per row; there are no standing watches and no runs over the whole register; more than three checks of one subject by one account in 30 days without a decision go to the auditor and to the subject. Identity numbers are encrypted at rest and masked on every screen. Statistics about people are published only as aggregates of at least ten.",
  ],
};
