"""The pack section `attribution.toml` as it is written: cues, how verbs inflect, and what shows clauses."""

from typing import Literal

from corpus.strict import Strict
from corpus.tables import ClaimType, CueClass
from nlp.apostrophes import Words

Frame = Literal["that", "bare", "told", "colon", "quote", "post", "about", "accuse", "naming", "object", "infinitive"]


class CueGroup(Strict):
    """Cues that behave alike. `words` are base forms; `prepositions` lead to the content of about and accuse.

    In a word of `according` a star stands for one of the pack's `possessives`, which then is the source (in * view:
    in her view), or for one of its `fillers`, or for nothing (по * данным: по последним данным, по данным); in a group
    that `needs_holder` for a possessive only (a suo giudizio, but not a giudizio).

    The noun behind a cue that `takes_addressee` is who was told, never who speaks. Where a cue `needs_clause`, what
    follows it without a complementiser is a content only if one of the pack's `clause_marks` is in it: to hold a hand.
    `needs_mention`: who says so must be somebody named or referred to; for attributions, right behind them.
    `is_not_reflexive`: behind a reflexive pronoun such a verb means something else (assures herself that).

    One that `needs_word` counts only where the tagger has it as a word of its own. Words of one that `names_act` are
    nouns behind `noun_before` and in front of `noun_after`. One that `is_impersonal` can stand without a subject, and
    names nobody then.

    One that `refuses_infinitives` says nothing in front of one, but refuses to act: odmítl zaplatit.

    A denial with a negation denies nothing; it is of the `negated_type`: does not rule out that C.

    One that `needs_quoted_words` says whose words a quotation is, by a noun of the pack's `quoted_words` in its clause.

    A verb "mit+teilen" is written as one word where it stands last, "deutlich|machen" as two; elsewhere the first part
    closes the clause. With `heads`, an attribution needs a noun that ends in one of these (nach | Angaben).
    """

    cue_class: CueClass = "neutral"
    type: ClaimType = "report"
    frames: list[Frame] = []
    prepositions: Words = []
    heads: list[str] = []
    is_mental: bool = False
    takes_addressee: bool = False
    needs_clause: bool = False
    needs_mention: bool = False
    is_not_reflexive: bool = False
    needs_word: bool = False
    names_act: bool = False
    is_impersonal: bool = False
    needs_quoted_words: bool = False
    needs_holder: bool = False
    refuses_infinitives: bool = False
    negated_type: ClaimType = "report"
    words: list[str]


class Paradigm(Strict):
    """How verbs inflect that match `ends` and begin with one of `starts` (if any): the matched ending is replaced.

    A participle is a cue with an auxiliary only; those of the perfect take `participle_prefix` in front.
    """

    ends: str
    starts: list[str] = []
    finite: list[str]
    gerund: list[str] = []
    participle: list[str] = []
    participle_prefix: str = ""


class Irregular(Strict):
    """A verb whose forms are listed."""

    lemma: str
    finite: list[str]
    gerund: list[str] = []
    participle: list[str] = []


class Circumfix(Strict):
    """An attribution around its source: 据 ... 报道."""

    before: list[str]
    after: list[str]
    cue_class: CueClass = "neutral"


class Hearsay(Strict):
    """Verb forms that by themselves mark what others say; whose speech it is stays open (aurait, soll).

    The word behind one, adverbs aside, ends like one of `followed_by` and is none of `not_followed_by`. A sentence with
    one of `cancelled_by` is a condition and reports nothing. With `closed_by`, one of these must close its clause.
    Where it is only the mood of the outlet's own verb (`is_cue = false`), it is a hedge of a claim without a cue.
    """

    forms: list[str]
    followed_by: list[str] = []
    not_followed_by: list[str] = []
    cancelled_by: Words = []
    closed_by: list[str] = []
    is_cue: bool = True
    cue_class: CueClass = "hedge"
    type: ClaimType = "report"


class ReportedMood(Strict):
    """Forms of a mood in which the last speaker speaks on: `forms` as listed, every one of `stems` with all `endings`.

    With `after_speech`, they count only right behind a sentence of speech. Not with one of `excluded` in the sentence;
    not right behind one of `not_after`. What only tells hearsay is a cue: `[[hearsay]]`.
    """

    after_speech: bool = False
    forms: list[str] = []
    stems: list[str] = []
    endings: list[str] = []
    excluded: list[str] = []
    not_after: list[str] = []


class VerbSecond(Strict):
    """The small words that show how a clause is built.

    An infinitive ends in `infinitive_ending`; `infinitive_mark` stands before it or inside it (zu gehen, anzugehen).
    """

    subordinators: list[str] = []
    determiners: list[str] = []
    genitives: list[str] = []
    oblique: list[str] = []
    pronouns: list[str] = []
    nominatives: list[str] = []
    prepositions: list[str] = []
    phrase_links: list[str] = []
    document_prepositions: list[str] = []
    adjective_endings: list[str] = []
    perfect: list[str] = []
    passive: list[str] = []
    joints: list[str] = []
    particles: list[str] = []
    polite: list[str] = []
    modals: list[str] = []
    infinitive_mark: str = ""
    infinitive_ending: str = ""


class Attribution(Strict):
    """`attribution.toml`.

    - A participle is a cue behind one of `auxiliaries`, or of `reflexive_auxiliaries` behind one of `reflexives`; never
      behind one of the first and second person (`speaker_auxiliaries`). `verb_pronouns` stand between subject and verb,
      `trailing_pronouns` right behind it as well (domnívá se).
    - `noun_complementisers` lead to the content of nouns only; behind `comparatives` a complementiser compares, behind
      `conjunction_heads` it is part of a conjunction (so that) or relates (the time that).
    - `infinitive_marks` can stand before an infinitive whatever governs it (nega di aver firmato).
    - `addressee_links` lead to whom or where something is said, `addressees` end the phrase for whom it is told, where
      no spaces stand between words; `object_marks` to whom an accusation or call meets.
    - `object_pronouns` before a verb are what it speaks of (denies it); none behind a word of `negations.toml`.
    - `impersonals` behind a verb name nobody (says one); one of `passive_pronouns` before a verb makes it a passive.
    - `drops_subject`: a verb needs no subject, whoever spoke last speaks on; `plural_endings` tell the number, and
      `ambiguous_endings` are the first person's as well. `inverts`: the subject can follow the verb before a content.
    - `comma_before_complementisers`: every one stands behind a comma, and then it is nothing else (że, że). `fronts`:
      circumstances stand before the subject, and attributions anywhere, without a comma.
    - `tells_inside`: inside a quotation, whom nobody names speaks too (the owner says that), since a morphology or a
      tagger shows that it is a subject, and no idiom.
    - One of `articles` (and what stands before one: all the) opens a noun phrase: behind an attribution without a comma
      (according to the board the pier) the second one begins the content.
    - `free_subjects` look like adjectives and speak alone (some say); `selectors` pick from those behind them.
    - `quoted_words` are the noun in "brings the words of S", behind or before its cue.
    - A claim named by a noun ends before what the sentence says of that noun. `predicate_marks` (if none, the
      `clause_marks`) begin a predicate, whatever its verb; `noun_predicates` are verbs of what a claim does (drew
      criticism), `noun_passives` of what is done to it (was repeated), in their base form.
    - Who calls something one of the `falsehoods` (a lie, de falso), with or without a mark of naming, denies it.
    - `localizers` close a phrase of place or time, `adverbials` make an adverb of the word before them, `aspects` stand
      behind a verb, `modals` and `copulas` show a predicate, where only a tagger tells words from each other;
      `noun_words` are nouns that it has for something else.
    - Behind `noun_before` and in front of `noun_after`, words of a group that `names_act` are nouns. `no_speakers` can
      be subjects but name nobody (this, who).
    - `type_words`: stems by which a content is of a type where its cue leaves that open; those of `rebuttal` name what
      another has said, and a judgement on it is one.
    - `contrasts` stand behind a subject, where no spaces do, and set it against the one before (则).
    - `back` begins a sentence that says who spoke the one before it (об этом заявила X); `back_objects` are all that
      stands before the verb of one (lo ha detto X), `back_behind` stands right behind a verb that begins it.
    - `silences`: words for saying nothing (declined to comment); in their sentence nobody speaks on.
    - With `homograph_guards`, homographs are nouns behind one of these, else wherever no name is right in front.
    """

    complementisers: list[str] = []
    close_complementisers: list[str] = []
    enclitic_complementisers: list[str] = []
    correlates: list[str] = []
    relatives: list[str] = []
    coordinators: list[str] = []
    adversatives: list[str] = []
    contrasts: list[str] = []
    transparent: list[str] = []
    boundaries: list[str] = []
    subject_stops: list[str] = []
    subject_links: list[str] = []
    articles: list[str] = []
    selectors: list[str] = []
    free_subjects: list[str] = []
    lead_ins: list[str] = []
    as_words: list[str] = []
    naming_words: list[str] = []
    falsehoods: list[str] = []
    back: list[str] = []
    back_objects: list[str] = []
    back_behind: list[str] = []
    stops: list[str] = []
    aspects: list[str] = []
    adverbials: list[str] = []
    modals: list[str] = []
    copulas: list[str] = []
    noun_words: list[str] = []
    localizers: list[str] = []
    passives: list[str] = []
    guard_words: list[str] = []
    passive_auxiliaries: list[str] = []
    passive_marks: list[str] = []
    auxiliaries: list[str] = []
    reflexive_auxiliaries: list[str] = []
    reflexives: list[str] = []
    verb_pronouns: list[str] = []
    trailing_pronouns: list[str] = []
    noun_complementisers: list[str] = []
    infinitive_endings: list[str] = []
    infinitive_marks: list[str] = []
    addressee_links: list[str] = []
    addressees: list[str] = []
    impersonals: list[str] = []
    passive_pronouns: list[str] = []
    comparatives: list[str] = []
    quoted_words: list[str] = []
    conjunction_heads: list[str] = []
    speaker_auxiliaries: list[str] = []
    object_marks: list[str] = []
    object_pronouns: Words = []
    plural_endings: list[str] = []
    ambiguous_endings: list[str] = []
    drops_subject: bool = False
    tells_inside: bool = False
    inverts: bool = False
    comma_before_complementisers: bool = False
    fronts: bool = False
    homographs: list[str] = []
    homograph_guards: list[str] = []
    subject_pronouns: list[str] = []
    guard_before: list[str] = []
    guard_after: list[str] = []
    noun_before: list[str] = []
    noun_after: list[str] = []
    no_cues: list[str] = []
    silences: list[str] = []
    not_bare: list[str] = []
    clause_marks: list[str] = []
    predicate_marks: list[str] = []
    noun_predicates: list[str] = []
    noun_passives: list[str] = []
    possessives: list[str] = []
    fillers: list[str] = []
    outsiders: list[str] = []
    no_speakers: list[str] = []
    needs_subject: bool = True
    verbs: list[CueGroup] = []
    agentless: list[CueGroup] = []
    according: list[CueGroup] = []
    behind: list[CueGroup] = []
    closing: list[CueGroup] = []
    hearsay: list[Hearsay] = []
    circumfix: list[Circumfix] = []
    nouns: list[CueGroup] = []
    particles: list[CueGroup] = []
    paradigms: list[Paradigm] = []
    irregular: list[Irregular] = []
    verb_second: VerbSecond | None = None
    reported_moods: list[ReportedMood] = []
    type_words: dict[ClaimType, list[str]] = {}
