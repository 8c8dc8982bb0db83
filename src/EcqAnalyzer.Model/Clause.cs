namespace EcqAnalyzer.Model;

/// <summary>
/// The main clause of a sentence, as far as words and tags tell it: its verb and who or what stands before it. Places are
/// indexes into the sentence's tokens. The default value is that of a sentence without a verb: a heading, a name, a skill.
/// An annotator makes it together with the tokens.
/// </summary>
public readonly record struct Clause
{
    public ClauseForm Form { get; init; }

    /// <summary>The word that carries the meaning: "led" in "had quietly led". Null without a verb.</summary>
    public int? Verb { get; init; }

    /// <summary>The first word of the verb, "had" in "had quietly led"; the verb itself where it stands alone.</summary>
    public int? Auxiliary { get; init; }

    /// <summary>The head of the subject; null where it is dropped or not found.</summary>
    public int? Subject { get; init; }

    public SubjectKind SubjectKind { get; init; }

    public Tense Tense { get; init; }

    public Aspect Aspect { get; init; }

    public Voice Voice { get; init; }

    public Modality Modality { get; init; }

    /// <summary>The verb is denied: not, never, no longer, hardly.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The verb is a form of "be" and only links the subject with what it is: "she was director".</summary>
    public bool IsCopula { get; init; }

    public bool HasVerb => Verb is not null;

    /// <summary>A line that opens with its verb, its doer left out: "Led two crews", "Manages the yard", "Leading crews".</summary>
    public bool IsSubjectDropped => SubjectKind == SubjectKind.Dropped;

    /// <summary>Tells something done: active, past or perfect, and no mere link. "Led", "has led", "was leading"; not "was led",
    /// not "was director".</summary>
    public bool IsPastActive =>
        HasVerb && !IsCopula && Voice == Voice.Active && (Tense == Tense.Past || Aspect.HasFlag(Aspect.Perfect));

    /// <summary>Whose deed or state the clause tells. A line without subject is the writer's own where it tells a deed
    /// ("Led two crews"); in the present it is a post's ("Manages the yard") and nobody's.</summary>
    public Person Person => SubjectKind switch
    {
        SubjectKind.I => Person.I,
        SubjectKind.Dropped when IsPastActive => Person.I,
        SubjectKind.We => Person.We,
        SubjectKind.You or SubjectKind.Person or SubjectKind.Group => Person.Other,
        _ => Person.None,
    };
}

/// <summary>What sort of sentence the main verb makes.</summary>
public enum ClauseForm
{
    Verbless,

    /// <summary>With a verb that has a tense or a modal, and its subject or none: "The wait fell", "Led two crews".</summary>
    Finite,

    /// <summary>Opens with the base form: a command to a reader, or a line of a list of duties. The words do not tell which.</summary>
    Imperative,

    /// <summary>Has no other verb than an -ing form that opens it: "Leading two crews".</summary>
    Gerund,

    /// <summary>Has no other verb than a participle: "Awarded by the mayor", "Crew honored for its work".</summary>
    Participle,

    /// <summary>Has no other verb than one with "to": "To lead two crews".</summary>
    Infinitive,

    Question,
}

/// <summary>Who or what the main clause is about.</summary>
public enum SubjectKind
{
    /// <summary>No subject is to be seen.</summary>
    None,

    /// <summary>The line opens with its verb, the doer understood.</summary>
    Dropped,

    I,

    /// <summary>We, or a group called mine or ours: "my staff".</summary>
    We,

    You,

    /// <summary>Somebody else: he, she, they, a name, a word for people.</summary>
    Person,

    /// <summary>An organization, office or team that is not called mine or ours.</summary>
    Group,

    Thing,

    /// <summary>There is, there were.</summary>
    There,
}

public enum Tense
{
    None,
    Past,
    Present,
    Future,
}

[Flags]
public enum Aspect
{
    Simple = 0,
    Progressive = 1,
    Perfect = 2,
}

public enum Voice
{
    Active,
    Passive,
}

/// <summary>What a modal verb makes of the main one. "Will" is tense; have to and need to are obligations.</summary>
public enum Modality
{
    None,

    /// <summary>Can, could.</summary>
    Ability,

    /// <summary>May, might.</summary>
    Possibility,

    /// <summary>Must, should, ought to, have to, need to.</summary>
    Obligation,

    /// <summary>Would.</summary>
    Condition,
}
