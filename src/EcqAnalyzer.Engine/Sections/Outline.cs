using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>What each sentence of a draft is in its layout, before a framework is chosen. As long as the sentences.</summary>
public sealed record Outline(Draft Draft, ImmutableArray<Sentence> Sentences, ImmutableArray<OutlineLine> Lines)
{
    public static Outline Read(Draft draft, ImmutableArray<Sentence> sentences, ImmutableArray<Framework> frameworks) =>
        new(draft, sentences, [.. sentences.Select(_ => OutlineLine.Plain)]);
}

/// <summary>What one sentence is as a line: a heading of ECQs (of several frameworks where the words are shared), of a
/// resume's part, a story label, the head of a post, or none of these.</summary>
public sealed record OutlineLine(ImmutableArray<EcqId> Ecqs, SectionKind? Opens, StoryLabel? Label, Post? Post)
{
    public static OutlineLine Plain { get; } = new([], null, null, null);
}

/// <summary>Parts of a story that writers label: "Challenge:", "Situation -".</summary>
public enum StoryLabel
{
    Story,
    Challenge,
    Context,
    Action,
    Result,
}
