namespace EcqAnalyzer.Model;

/// <summary>How many comments a report may set beside a draft, from <c>rules/uses/comments.yaml</c>: on one page, of one check on one
/// page, and lines of the comment that tells the rest. A page of a file that does not tell its pages is so many UTF-16 units
/// of text.</summary>
public sealed record MarginLimits(int PerPage, int OfOneCheckPerPage, int ClosingLines, int PageCharacters);
