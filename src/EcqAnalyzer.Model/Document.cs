using System.Collections.Immutable;

namespace EcqAnalyzer.Model;

/// <summary>An annotated draft. Sections are in order and hold every sentence once; <see cref="Sentences"/> is all of them,
/// numbered from 0 in order of text.</summary>
public sealed record Document(Draft Draft, ImmutableArray<Section> Sections)
{
    public ImmutableArray<Sentence> Sentences { get; } = [.. Sections.SelectMany(section => section.Sentences)];

    /// <summary>The section in which the span begins; null where none does.</summary>
    public Section? FindSection(TextSpan span)
    {
        foreach (var section in Sections)
        {
            if (section.Span.Contains(span.Start))
            {
                return section;
            }
        }

        return null;
    }

    /// <summary>The sentence that holds the span; null where none does.</summary>
    public Sentence? FindSentence(TextSpan span)
    {
        foreach (var sentence in Sentences)
        {
            if (sentence.Span.Contains(span))
            {
                return sentence;
            }
        }

        return null;
    }
}

/// <summary>A stretch under one heading, or one block of a resume. <see cref="Heading"/> is the heading's words as they
/// stand in the draft, empty before the first; <see cref="Ecq"/> is set where the heading is one of the framework's.</summary>
public sealed record Section(
    TextSpan Span, SectionKind Kind, string Heading, EcqId? Ecq, Post? Post, ImmutableArray<Sentence> Sentences);

public enum SectionKind
{
    /// <summary>What stands before the first heading: name, address, opening paragraph.</summary>
    Front,

    /// <summary>Under an ECQ's heading.</summary>
    Ecq,

    /// <summary>A post in a resume: employer, role, dates, and the lines below.</summary>
    Post,

    Skills,
    Education,

    /// <summary>Under any other heading.</summary>
    Other,
}

/// <summary>The head of a resume entry: spans of its employer, role and dates where found, and the years named. A post
/// without an end year is the current one if <see cref="IsCurrent"/>.</summary>
public sealed record Post(TextSpan? Employer, TextSpan? Role, TextSpan? Dates, int? FromYear, int? ToYear, bool IsCurrent);

/// <summary>A sentence, heading, list item or line. <see cref="Block"/> tells how it was laid out.</summary>
public sealed record Sentence(int Index, TextSpan Span, BlockKind Block, ImmutableArray<Token> Tokens)
{
    /// <summary>The main clause; the default value where there is no verb.</summary>
    public Clause Clause { get; init; }

    /// <summary>The numbers given, in order of text.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>The main verb, or null.</summary>
    public Token? Verb => Clause.Verb is { } verb ? Tokens[verb] : null;
}

/// <summary>A token: its span, dictionary form in lower case, universal part of speech (VERB) and Penn tag (VBD). Its text is
/// a slice of the draft.</summary>
public readonly record struct Token(TextSpan Span, string Lemma, string Pos, string Tag);

/// <summary>Makes sentences and tokens of a draft's blocks. The one interface behind which another annotator, such as
/// Catalyst, can be slotted in. Blocks of kind <see cref="BlockKind.PageFurniture"/> give no sentences; a block of kind
/// <see cref="BlockKind.Sentence"/> gives exactly one. Sentences come in order, numbered from 0.</summary>
public interface ILanguageAnnotator
{
    ImmutableArray<Sentence> Annotate(Draft draft);
}
