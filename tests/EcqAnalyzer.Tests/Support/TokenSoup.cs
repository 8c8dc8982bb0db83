using System.Collections.Immutable;
using System.Text;
using CsCheck;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Support;

/// <summary>Tokens in an order that no language has: for what must hold whatever an annotator hands over.</summary>
public sealed record TokenSoup(string Text, Token[] Tokens)
{
    private static readonly string[] Tags =
    [
        "NN", "NNS", "NNP", "VB", "VBD", "VBN", "VBG", "VBP", "VBZ", "MD", "CD", "DT", "PRP", "PRP$", "IN", "TO", "CC", "RB", "JJ", "JJR", "EX",
        "WDT", "WP", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "SYM", "UH", "FW", "POS", "LS", "",
    ];

    private static readonly string[] Poses =
        ["NOUN", "VERB", "AUX", "NUM", "ADJ", "ADV", "ADP", "SCONJ", "DET", "PRON", "PUNCT", "SYM", "PROPN", "PART", "INTJ", "X", ""];

    private static readonly string[] Forms =
    [
        "one", "two", "third", "half", "a", "hundred", "million", "dozen", "$", "€", "%", "percent", "-", "–", "to", "from", "by", "of", "the", "and",
        "1.2", "3,400", "40M", "2.5x", "3rd", "1/3", "1/0", "0/0", "½", "2019", "FY19", "FY", "99999999999999999999", "1e9", ".", ".5", "1,,2", "days", "staff",
        "be", "have", "do", "go", "not", "double", "halve", "May", "in", "out", "budget", "save", "fall", "let", "please", "?", ";", "that", "because",
        "\uD83D", "\u00A0", "'s",
    ];

    public static Gen<TokenSoup> Gen { get; } =
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, Forms.Length - 1], CsCheck.Gen.Int[0, Tags.Length - 1], CsCheck.Gen.Int[0, Poses.Length - 1], CsCheck.Gen.Bool)
            .Array[0, 40]
            .Select(Of);

    private static TokenSoup Of((int Form, int Tag, int Pos, bool Space)[] picked)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (var (form, tag, pos, space) in picked)
        {
            if (space)
            {
                text.Append(' ');
            }

            var start = text.Length;
            text.Append(Forms[form]);
            tokens.Add(new Token(new TextSpan(start, text.Length), Forms[form].ToLowerInvariant(), Poses[pos], Tags[tag]));
        }

        return new TokenSoup(text.ToString(), [.. tokens]);
    }
}
