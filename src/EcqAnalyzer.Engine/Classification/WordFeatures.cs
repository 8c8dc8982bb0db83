namespace EcqAnalyzer.Engine.Classification;

/// <summary>What the words of a sentence say apart from its topic: how many of which dictionary class there are, small words,
/// signs, how it opens and how long it is.</summary>
internal static class WordFeatures
{
    public static void Write(ReadWords words, FeatureList list)
    {
        var tokens = words.Sentence.Tokens;
        WriteClasses(words, list);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Pos is "SCONJ" or "ADP" or "ADV" or "PART" or "DET" or "AUX" or "CCONJ" or "PRON" && !words.IsWriter(i))
            {
                Add(list, FeatureKind.SmallWord, FeatureHash.Add(FeatureHash.Start, tokens[i].Lemma));
            }

            if (tokens[i].Pos == "VERB")
            {
                Add(list, FeatureKind.VerbTag, FeatureHash.Add(FeatureHash.Start, tokens[i].Tag));
            }
        }

        WriteMarks(words, list);
        WriteOpening(words, list);
        if (tokens.Length > 0)
        {
            var bin = Math.Min(8, (int)(Math.Log2(tokens.Length) * 1.5));
            Add(list, FeatureKind.Length, FeatureHash.Add(FeatureHash.Start, bin));
            var last = words.Text[tokens[^1].Span.End - 1];
            Add(list, FeatureKind.Ending, FeatureHash.Add(FeatureHash.Start, char.IsLetterOrDigit(last) ? 'w' : last));
        }
    }

    public static void WriteClasses(ReadWords words, FeatureList list)
    {
        Span<byte> counts = stackalloc byte[64];
        counts.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            counts[words.ClassOf(i) & 63]++;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var of = words.ClassOf(i) & 63;
            if (of > 0)
            {
                var value = Math.Min((int)counts[of], 3) / 1.5f;
                list.Add(FeatureKind.ClassCount, FeatureHash.Add(FeatureHash.Start, of), FeatureScale.Sparse * value);
            }
        }
    }

    private static void WriteMarks(ReadWords words, FeatureList list)
    {
        var (capitals, letters, isSelf) = (0, 0, false);
        for (var i = 0; i < words.Count; i++)
        {
            var form = words.FormOf(i);
            isSelf |= words.IsWriter(i);
            if (char.IsLetter(form[0]))
            {
                letters++;
                capitals += char.IsUpper(form[0]) ? 1 : 0;
            }

            if (form is "?" or "!" or "$" or "%" or "\"" or "“" or "(" or ":" or ";" or "|" or "•" or "—" or "–")
            {
                Add(list, FeatureKind.Mark, FeatureHash.Add(FeatureHash.Start, form));
            }
            else if (words.Sentence.Tokens[i].Pos == "NUM" || char.IsDigit(form[0]))
            {
                Add(list, FeatureKind.Mark, FeatureHash.Add(FeatureHash.Start, IsYear(form) ? "year" : "number"));
            }
            else if (words.Sentence.Tokens[i].Lemma is "not" or "no" or "never" or "nobody" or "nothing" or "none" or "without" or "neither")
            {
                Add(list, FeatureKind.Mark, FeatureHash.Add(FeatureHash.Start, "denied"));
            }
        }

        if (isSelf)
        {
            Add(list, FeatureKind.Mark, FeatureHash.Add(FeatureHash.Start, "writer"));
        }

        if (letters > 0 && capitals >= 0.7 * letters)
        {
            Add(list, FeatureKind.Mark, FeatureHash.Add(FeatureHash.Start, "capitals"));
        }
    }

    private static void WriteOpening(ReadWords words, FeatureList list)
    {
        if (words.Count == 0)
        {
            return;
        }

        var first = words.Sentence.Tokens[0];
        var isSmall = first.Tag is "IN" or "DT" or "CC" or "TO" or "MD" or "PRP" or "PRP$" or "WDT" or "WP" or "WRB" or "EX"
            || first.Pos is "PRON" or "SCONJ" or "ADP" or "ADV" or "DET" or "AUX" or "PUNCT";
        var opening = words.IsWriter(0) ? FeatureHash.Add(FeatureHash.Start, "I") : FeatureHash.Add(FeatureHash.Start, isSmall ? first.Lemma : first.Tag);
        Add(list, FeatureKind.Opening, opening);
        if (words.Count > 1)
        {
            Add(list, FeatureKind.Opening, FeatureHash.Add(FeatureHash.Add(FeatureHash.Start, first.Tag), words.Sentence.Tokens[1].Tag));
        }
    }

    private static bool IsYear(ReadOnlySpan<char> form) => form.Length == 4 && form[0] is '1' or '2' && int.TryParse(form, out var year) && year is > 1900 and < 2100;

    private static void Add(FeatureList list, FeatureKind kind, uint hash) => list.Add(kind, hash, FeatureScale.Sparse);
}
