/** What the pages of the API say, as one type for both languages, so that a missing word does not compile. */

type ByName = Readonly<Record<string, string>>;

/** All words of the pages. */
export type DocsWords = {
  readonly title: string;
  readonly lead: string;
  readonly document: string;
  readonly licence: string;
  readonly version: string;
  readonly groups: string;
  /** What the document says of itself and of its groups, where that is not in the document's own language. */
  readonly about?: string;
  readonly groupAbout?: ByName;
  readonly groupTitles: ByName;
  readonly who: string;
  readonly everybody: string;
  readonly clients: string;
  readonly roles: ByName;
  readonly parameters: string;
  readonly body: string;
  readonly answer: string;
  readonly problems: string;
  readonly anyProblem: string;
  readonly example: string;
  readonly name: string;
  readonly place: string;
  readonly type: string;
  readonly meaning: string;
  readonly required: string;
  readonly optional: string;
  readonly places: ByName;
  fieldsOf(what: string): string;
  readonly back: string;
};
