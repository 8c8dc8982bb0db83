using System.Security.Cryptography;
using System.Text;

namespace EcqAnalyzer.Formats.Html;

/// <summary>
/// The shell of every page this program writes: one file that needs no other, opened from a mail as well as from a server. Its
/// policy lets nothing in but its own style and script, each known by its hash; so no element carries a <c>style</c> attribute,
/// and pictures are drawn as SVG. The page works without the script, which only lights and pins.
/// </summary>
public static class HtmlPage
{
    private static readonly Lazy<string> CommonStyle = new(() => Load("report.css"));
    private static readonly Lazy<string> CommonScript = new(() => Load("report.js"));

    /// <summary>Writes a page of a head and parts, those without content left out, with a list of links to them.
    /// <paramref name="ownStyle"/> is a style sheet beside report.css that stands in the folder Html for this page alone;
    /// <paramref name="ownScript"/> one that takes the place of report.js.</summary>
    public static void Write(
        Stream stream, string title, Markup head, IEnumerable<PagePart> parts, string? ownStyle = null, string? ownScript = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var shown = parts.Where(part => part.Content != Markup.Empty).ToList();
        var style = ownStyle is null ? CommonStyle.Value : CommonStyle.Value + Load(ownStyle);
        Write(stream, title, style, ownScript is null ? CommonScript.Value : Load(ownScript), Markup.Of($"""
            {head}
            <nav class="parts" aria-label="Parts of the report"><ul>{shown.Select(part => part.Link)}</ul></nav>
            <main id="content" tabindex="-1">
            {shown.Select(part => part.Whole)}
            </main>
            <footer><p>{Summary.WhatItIsNot}</p></footer>
            """));
    }

    private static void Write(Stream stream, string title, string style, string script, Markup body)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var page = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy(style, script)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            {Trusted("style", style)}
            </head>
            <body>
            <a class="skip" href="#content">Skip to the report</a>
            {body}
            {Trusted("script", script)}
            </body>
            </html>

            """);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Policy(string style, string script) =>
        $"default-src 'none'; style-src '{HashOf(style)}'; script-src '{HashOf(script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Our own files: what stands in them is not escaped, and their hash is of exactly these bytes.</summary>
    private static Markup Trusted(string tag, string content)
    {
        var template = new Markup.Template(content.Length, 0);
        template.AppendLiteral($"<{tag}>{content}</{tag}>");
        return Markup.Of(template);
    }

    private static string HashOf(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    private static string Load(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"{typeof(HtmlPage).Namespace}.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>A part of a page; its content begins with a heading whose id is the part's and <c>-title</c>.</summary>
public sealed record PagePart(string Id, string Name, Markup Content)
{
    internal Markup Link => Markup.Of($"""<li><a href="#{Id}">{Name}</a></li>""");

    internal Markup Whole => Markup.Of($"""<section id="{Id}" class="part part-{Id}" aria-labelledby="{Id}-title">{Content}</section>""");
}
