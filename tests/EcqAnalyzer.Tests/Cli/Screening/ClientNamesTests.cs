using EcqAnalyzer.Cli;
using EcqAnalyzer.Cli.Screening;

namespace EcqAnalyzer.Tests.Cli.Screening;

public sealed class ClientNamesTests
{
    [Theory]
    [InlineData(null, "anna/draft.docx", "anna")]
    [InlineData(null, "anna/2026/draft.docx", "anna")]
    [InlineData(null, "anna.docx", "anna")]
    [InlineData("{client}_*", "Lee_draft_2.docx", "Lee")]
    [InlineData("{client}_*", "inbox/Lee_draft.docx", "Lee")]
    [InlineData("{client} - draft ?", "O'Hara, M. - draft 2.docx", "O'Hara, M.")]
    [InlineData("draft-*-{client}", "draft-2026-lee.pdf", "lee")]
    [InlineData("*/{client}/*", "spring/lee/draft.pdf", "lee")]
    [InlineData("{client}_*", "no-underline.docx", "no-underline")]
    [InlineData("{client}_*", "anna/no-underline.docx", "anna")]
    [InlineData("{client}", ".docx", "")]
    public void A_client_is_found_by_folder_or_pattern(string? pattern, string path, string client) =>
        Assert.Equal(client, new ClientNames(pattern).Of(path));

    [Theory]
    [InlineData("*_*")]
    [InlineData("{client}{client}")]
    [InlineData("")]
    public void A_pattern_names_the_client_once(string pattern) =>
        Assert.Contains("{client}", Assert.Throws<UsageException>(() => new ClientNames(pattern)).Message);
}
