using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Sections;

/// <summary>Makes the sections of a document from its outline.</summary>
public static class SectionFinder
{
    public static Document Find(Draft draft, Outline outline, Framework framework, string? ecq) =>
        new(draft, [new Section(new TextSpan(0, draft.Text.Length), SectionKind.Front, "", null, null, outline.Sentences)]);
}
