using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Formats.Html;

/// <summary>By what the draft was judged: the same draft, program, rules and models give the same report.</summary>
internal static class VersionsSection
{
    public static Markup Of(ReportView view) => Of(view.Analysis.Provenance, [view.Analysis.Document.Draft.File]);

    /// <summary>The same of a report on several drafts, which are told by their names.</summary>
    public static Markup Of(Provenance provenance, ImmutableArray<DraftFile> drafts)
    {
        return Markup.Of($"""
            <h2 id="versions-title">By what it was judged</h2>
            <dl class="pairs">
            <div><dt>Program</dt><dd>EcqAnalyzer {provenance.Engine}</dd></div>
            {Summary.Packs(provenance).Select(line => Markup.Of($"""<div><dt>Pack</dt><dd dir="auto">{line}</dd></div>"""))}
            {drafts.Select(draft => Markup.Of($"""<div><dt>{(drafts.Length == 1 ? "Draft" : draft.Name)}</dt><dd>SHA-256 <code>{draft.Hash.Hex}</code></dd></div>"""))}
            </dl>
            <details class="more"><summary>{Wording.Count(provenance.RulesAndModels.Length, "file")} of rules and models</summary>
            <ul class="hashes">{provenance.RulesAndModels.Select(File)}</ul></details>
            """);
    }

    private static Markup File(Hashed file) => Markup.Of($"<li>{file.Name} <code>{file.Hash.Hex}</code></li>");
}
