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
        Section[] sections =
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
        ];
        var shown = sections.Where(section => section.Content != Markup.Empty).ToList();
        HtmlPage.Write(stream, $"{analysis.Document.Draft.File.Name} – EcqAnalyzer", Markup.Of($"""
            {HeadSection.Of(view)}
            <nav class="parts" aria-label="Parts of the report"><ul>{shown.Select(section => section.Link)}</ul></nav>
            <main id="content" tabindex="-1">
            {shown.Select(section => section.Whole)}
            </main>
            <footer><p>{Summary.WhatItIsNot}</p></footer>
            """));
    }

    /// <summary>A part of the page, with the heading of the same id.</summary>
    private sealed record Section(string Id, string Name, Markup Content)
    {
        public Markup Link => Markup.Of($"""<li><a href="#{Id}">{Name}</a></li>""");

        public Markup Whole => Markup.Of($"""<section id="{Id}" class="part part-{Id}" aria-labelledby="{Id}-title">{Content}</section>""");
    }
}
