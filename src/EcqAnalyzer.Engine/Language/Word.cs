using System.Runtime.InteropServices;

namespace EcqAnalyzer.Engine.Language;

/// <summary>A token as the tagger sees it: hashes of its normal form in lower case (digits as 0), of its ends, and its shape.
/// Computed once, so that features cost a few multiplications each and allocate nothing; in 32 bits where values are few, since
/// words are copied and thousands are kept.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Word
{
    /// <summary>Longer tokens are judged by their first characters; no word of a language is longer.</summary>
    public const int MaxLength = 64;

    /// <summary>Stands where there is no word: before the first and after the last.</summary>
    public static readonly Word None = new() { Class = 1 };

    /// <summary>Equal for two words if all that features see of a word by itself is.</summary>
    public ulong Form;

    /// <summary>Key of its characters as they stand.</summary>
    public ulong Text;
    public ulong Lower;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;
    public uint Prefix3;

    /// <summary>Pattern of capitals, small letters, digits and signs, runs written once: <c>Xx</c>, <c>X.X.</c>, <c>d,d</c>.</summary>
    public uint Shape;

    /// <summary>What tags the word can have (from the lexicon), or, for a word not in it, its ending and shape.</summary>
    public uint Class;

    /// <summary>What dictionaries say the word can be, 0 where they do not have it.</summary>
    public uint Listed;

    /// <summary>Words used like this one, in small groups and in large ones; 0 where nothing is known of its use.</summary>
    public uint Cluster;
    public uint Coarse;

    /// <summary>How the sentence uses capitals: see <see cref="Capitals"/>.</summary>
    public uint Style;

    /// <summary>Entry of the lexicon's class table; 0 where the word is not in the lexicon.</summary>
    public int ClassId;

    public bool IsCapitalized;
    public bool IsAllCapitals;
    public bool HasDigit;
    public bool HasHyphen;
    public bool IsLetters;
    public bool SpaceBefore;

    public static Word Of(ReadOnlySpan<char> text, bool spaceBefore, Lexicon lexicon, WordList list)
    {
        Span<char> form = stackalloc char[MaxLength];
        form = form[..Letters.Normalize(text, form)];
        var word = new Word { SpaceBefore = spaceBefore };
        word.ReadShape(form);
        for (var i = 0; i < form.Length; i++)
        {
            form[i] = char.IsAsciiDigit(form[i]) ? '0' : char.ToLowerInvariant(form[i]);
        }

        word.Lower = Hash.Of(form);
        lexicon.Expect(word.Lower);
        list.Expect(word.Lower);
        word.Suffix2 = (uint)Hash.Of(form[^Math.Min(2, form.Length)..]);
        word.Suffix3 = (uint)Hash.Of(form[^Math.Min(3, form.Length)..]);
        word.Suffix4 = (uint)Hash.Of(form[^Math.Min(4, form.Length)..]);
        word.Prefix3 = (uint)Hash.Of(form[..Math.Min(3, form.Length)]);
        word.ClassId = lexicon.Find(word.Lower);
        var listed = list.Find(word.Lower);
        word.Listed = listed.Class == 0 ? 0 : (uint)Hash.Mix(listed.Class);
        word.Cluster = listed.Cluster == 0 ? 0 : (uint)Hash.Mix(listed.Cluster);
        word.Coarse = listed.Cluster == 0 ? 0 : (uint)Hash.Mix((ulong)listed.Coarse + 1);
        word.Class = word.ClassId > 0 ? (uint)lexicon.ContentOf(word.ClassId) : word.ClassOfUnknown;
        word.Form = Hash.Key(word.Lower, word.Shape);
        return word;
    }

    private readonly uint ClassOfUnknown => (uint)Hash.Join(Listed != 0 ? Listed : Suffix3, Shape);

    /// <summary>In a line of capitals the capitals say nothing: the word gets the shape that it has in running text.</summary>
    public void ForgetCapitals()
    {
        if (!IsAllCapitals || !IsLetters)
            return;
        Shape = (uint)Hash.Of("caps");
        IsCapitalized = false;
        IsAllCapitals = false;
        Class = ClassId > 0 ? Class : ClassOfUnknown;
        Form = Hash.Key(Lower, Shape);
    }

    private void ReadShape(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[8];
        var length = 0;
        var previous = '\0';
        var (capitals, small, others) = (0, 0, 0);
        foreach (var c in form)
        {
            var kind = c switch
            {
                _ when char.IsUpper(c) => 'X',
                _ when char.IsLetter(c) => 'x',
                _ when char.IsDigit(c) => 'd',
                _ => c,
            };
            capitals += kind == 'X' ? 1 : 0;
            small += kind == 'x' ? 1 : 0;
            others += kind is not ('X' or 'x') ? 1 : 0;
            HasDigit |= kind == 'd';
            HasHyphen |= c == '-';
            if (kind != previous && length < shape.Length)
                shape[length++] = kind;
            previous = kind;
        }

        IsCapitalized = form.Length > 0 && char.IsUpper(form[0]);
        IsAllCapitals = capitals > 0 && small == 0;
        IsLetters = others == 0 && form.Length > 0;
        // One capital alone (I, A, an initial) is another thing than a word in capitals.
        Shape = (uint)Hash.Join(Hash.Of(shape[..length]), capitals == 1 && small == 0 ? 1UL : 0UL);
    }
}
