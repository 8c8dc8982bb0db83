using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// The report as a page to look at, from what was read down to versions and hashes. START HERE: each section is a function from
/// the analysis to markup, in a file of its own.
/// </summary>
public sealed class HtmlReporter : IReporter
{
    public void Write(Analysis analysis, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var view = new ReportView(analysis);
        HtmlPage.Write(stream, $"{analysis.Document.Draft.File.Name} – EcqAnalyzer", HeadSection.Of(view),
        [
            new("picture", "What it shows", PictureSection.Of(view)),
            new("advice", "What to do", AdviceSection.Of(view)),
            new("draft", "The draft", DraftSection.Of(view)),
            new("checks", "Checks", ChecksSection.Of(view)),
            new("stories", "Stories", StoriesSection.Of(view)),
            new("journey", "Journey", JourneySection.Of(view)),
            new("claims", "Claims", ClaimsSection.Of(view)),
            new("read", "What was read", ReadSection.Of(view)),
            new("versions", "Versions", VersionsSection.Of(view)),
        ]);
    }
}
