using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Where each sentence of a document stands, as far as that bears on its type.</summary>
public static class Places
{
    /// <summary>From here on a line laid out as a heading is prose in the wrong style, if it ends like a sentence.</summary>
    private const int ProseWords = 12;

    /// <summary>What may follow a heading's words on its line.</summary>
    private const int Punctuation = 3;

    public static ImmutableArray<Place> Of(Document document, DraftKind kind)
    {
        var places = ImmutableArray.CreateBuilder<Place>(document.Sentences.Length);
        foreach (var section in document.Sections)
        {
            var (lead, isListOfWorks) = (LineSort.Neither, LineWords.HeadsWorks(LineWords.Plain(section.Heading)));
            foreach (var sentence in section.Sentences)
            {
                var isHeading = IsHeading(document, section, sentence);
                lead = Lead(document, sentence, lead, isHeading);
                places.Add(isHeading || isListOfWorks || Lines.IsFigureInCell(sentence) ? Place.Heading : Of(kind, lead));
            }
        }

        return places.MoveToImmutable();
    }

    /// <summary>Whether a sentence is laid out as a heading, heads its section, or is nothing but a label of a story and its title: all
    /// read alike, since a label that is a heading in one format is a line of its own in another.</summary>
    public static bool IsHeading(Document document, Section section, Sentence sentence)
    {
        var isInHeading = section.Heading.Length > 0
            && sentence.Span.End <= section.Sentences[0].Span.Start + section.Heading.Length + Punctuation;
        return isInHeading || sentence.Block == BlockKind.Heading
            && !(sentence.Tokens.Length > ProseWords && document.Draft.Text[sentence.Span.End - 1] == '.')
            || StoryLabels.IsHeading(sentence.Span.Of(document.Draft.Text), sentence.Clause.Form is not (ClauseForm.Verbless or ClauseForm.Gerund));
    }

    private static Place Of(DraftKind kind, LineSort lead) => (kind, lead) switch
    {
        (_, LineSort.Duties) => Place.UnderDuties,
        (_, LineSort.Accomplishments) => Place.UnderAccomplishments,
        (DraftKind.Duties, _) => Place.DutiesDraft,
        _ => Place.Body,
    };

    /// <summary>What the lines after this one stand under. A lead-in such as "Duties included:" or a heading holds until the
    /// next heading or the next lead-in of its section.</summary>
    private static LineSort Lead(Document document, Sentence sentence, LineSort lead, bool isHeading)
    {
        var text = sentence.Span.Of(document.Draft.Text);
        var sort = LineWords.SortOf(text);
        var isLeadIn = isHeading || text.TrimEnd().EndsWith(":");
        return isLeadIn ? sort : lead;
    }
}
