using System.Collections.Immutable;
using System.Text;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Engine.Measures;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>
/// Documents written by hand: <c>DocumentBuilder.From("I/PRP led/VBD a/DT team/NN")</c>, one string a sentence. A token is
/// <c>form/TAG</c> or <c>form/TAG/lemma</c>; the lemma, where it is not given, is that of a regular English form. Universal
/// parts of speech follow from the tag.
/// </summary>
public static class DocumentBuilder
{
    private static readonly Dictionary<string, string> Lemmas = new()
    {
        ["led"] = "lead",
        ["built"] = "build",
        ["made"] = "make",
        ["was"] = "be",
        ["am"] = "be",
        ["is"] = "be",
        ["are"] = "be",
        ["were"] = "be",
        ["n't"] = "not",
        ["put"] = "put",
        ["held"] = "hold",
        ["won"] = "win",
        ["met"] = "meet",
        ["cut"] = "cut",
    };

    public static Document From(params string[] sentences) => From(BlockKind.Paragraph, sentences);

    public static Document From(BlockKind kind, params string[] sentences)
    {
        var text = new StringBuilder();
        var read = ImmutableArray.CreateBuilder<Sentence>();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var written in sentences)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            var start = text.Length;
            var tokens = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(token => Token(token, text, start)).ToImmutableArray();
            var span = new TextSpan(start, text.Length);
            var clause = ClauseFinder.Find(tokens.AsSpan(), text.ToString());
            var measures = MeasureFinder.Find(tokens.AsSpan(), text.ToString(), clause);
            read.Add(new Sentence(read.Count, span, kind, tokens) { Clause = clause, Measures = measures });
            blocks.Add(new Block(span, kind));
        }

        var whole = new TextSpan(0, text.Length);
        var draft = new Draft(
            new DraftFile("test.txt", "", DraftFormat.Given), text.ToString(), blocks.ToImmutable(), SourceMap.Empty, new Extraction(null, []));
        return new Document(draft, [new Section(whole, SectionKind.Front, "", null, null, read.ToImmutable())]);
    }

    private static Token Token(string written, StringBuilder text, int sentenceStart)
    {
        var parts = written.Split('/');
        var (form, tag) = (parts[0], parts.Length > 1 ? parts[1] : "NN");
        if (text.Length > sentenceStart && form is not ("." or "," or ";" or "?" or "!" or "n't" or "'s" or "%"))
        {
            text.Append(' ');
        }

        var start = text.Length;
        text.Append(form);
        return new Token(new TextSpan(start, text.Length), parts.Length > 2 ? parts[2] : Lemma(form, tag), Pos(tag), tag);
    }

    private static string Lemma(string form, string tag)
    {
        var word = form.ToLowerInvariant();
        return Lemmas.GetValueOrDefault(word) ?? tag switch
        {
            "NNS" or "VBZ" when word.EndsWith('s') => word[..^1],
            "VBD" or "VBN" when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
            "VBG" when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
            _ => word,
        };
    }

    private static string Pos(string tag) => tag switch
    {
        "NN" or "NNS" => "NOUN",
        "NNP" or "NNPS" => "PROPN",
        "MD" => "AUX",
        "CD" => "NUM",
        "DT" or "PDT" or "PRP$" or "WDT" => "DET",
        "PRP" or "WP" or "EX" => "PRON",
        "IN" or "RP" => "ADP",
        "TO" => "PART",
        "CC" => "CCONJ",
        "$" or "SYM" => "SYM",
        _ when tag.StartsWith("VB", StringComparison.Ordinal) => "VERB",
        _ when tag.StartsWith("JJ", StringComparison.Ordinal) => "ADJ",
        _ when tag.StartsWith("RB", StringComparison.Ordinal) => "ADV",
        _ when !char.IsLetter(tag[0]) => "PUNCT",
        _ => "X",
    };
}
