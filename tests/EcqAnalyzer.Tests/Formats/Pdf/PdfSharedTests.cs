using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Formats.Pdf;

/// <summary>What must hold on real files, where they are at hand: each names the trait of a whole class of files.</summary>
public sealed class PdfSharedTests
{
    [Theory]
    [InlineData("tabulapdf-us-006.pdf", "the spring of their 3rd grade year")]
    [InlineData("apache-pdfbox-3044-010197-p5-ligatures.pdf", "a quark-gluon fluid, and is also")]
    [InlineData("apache-pdfbox-3044-010197-p5-ligatures.pdf", "has significant potential for major discoveries")]
    [InlineData("jsvine-issue-848.pdf", "ideal. Among other stories, three police officers have been murdered")]
    [InlineData("uglytoad-rotated-text-libre-office.pdf", "This is some angled text")]
    public void Words_are_whole_and_lines_run_on(string file, string text) => Assert.Contains(text, Read(file).Text);

    [Theory]
    [InlineData("py-pdf-google-doc-document.pdf", "Capital", "Jakarta", "Berlin", "Vienna", "Paris", "Vatican City", "Currency", "Rupia")]
    [InlineData("mozilla-tracemonkey.pdf", "3d-morph", "5", "8", "8", "2", "0", "1.6", "1.0", "1.6", "2.86x", "3d-raytrace")]
    [InlineData("jsvine-senate-expenditures.pdf", "DHAW20190004", "04/03/2019", "CITIBANK - TRAVEL CBA CARD", "03/21/2019", "03/24/2019")]
    public void Rows_of_a_table_are_read_along(string file, params string[] cells) =>
        Assert.Contains("\n" + string.Join('\n', cells) + "\n", "\n" + Read(file).Text + "\n");

    [Theory]
    [InlineData("liantze-sample.pdf", "EXPERIENCE", "PROJECTS", "MY LIFE PHILOSOPHY", "STRENGTHS", "EDUCATION")]
    [InlineData("liantze-sample-old.pdf", "EXPERIENCE", "PROJECTS", "MY LIFE PHILOSOPHY", "STRENGTHS", "EDUCATION")]
    [InlineData("srbhr-two-column.pdf", "SUMMARY", "EXPERIENCE", "PROJECTS", "EDUCATION", "SKILLS", "LINKS")]
    [InlineData("srbhr-modern-two-column.pdf", "SUMMARY", "EXPERIENCE", "PROJECTS", "EDUCATION", "SKILLS", "LINKS")]
    public void A_side_bar_does_not_cut_into_the_column_beside_it(string file, params string[] headings)
    {
        var draft = Read(file);
        var found = draft.Blocks.Select(block => block.Span.Of(draft.Text).ToString().ToUpperInvariant())
            .Where(text => headings.Contains(text, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        Assert.Equal(headings, found);
    }

    private static Draft Read(string file)
    {
        var draft = PdfDraftReader.Read(DraftSource.Load(Repository.Shared("documents", "pdf", file)), CancellationToken.None);
        DraftContract.Holds(draft);
        return draft;
    }
}
