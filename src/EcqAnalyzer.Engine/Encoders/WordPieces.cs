using System.Globalization;
using System.Runtime.InteropServices;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Engine.Encoders;

/// <summary>
/// Splits a sentence into the pieces of words that the encoder knows, as BERT's uncased vocabulary has them (Devlin and others
/// 2019; WordPiece: the longest piece that fits, from left to right). Letters lose case and accents; signs stand alone. We, our
/// and us are I, my and me: whose deed it was is for the scoring to weigh. The vocabulary is used where its bytes lie: a table of
/// hashes of 64 bits, so that two pieces never meet.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>Letters from here on keep their form: only Latin ones are folded.</summary>
    private const int Folded = 0x250;

    private const int LongestWord = 100;
    private const ushort Nothing = ushort.MaxValue;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _mask;
    private readonly int _hashes;
    private readonly int _ids;
    private readonly ushort[] _folds;

    public WordPieces(ReadOnlyMemory<byte> bytes, ref ModelReader reader)
    {
        _bytes = bytes;
        Unknown = reader.Int32();
        First = reader.Int32();
        _folds = reader.Array<ushort>(Folded);
        _mask = reader.Slots() - 1;
        _hashes = reader.Skip(sizeof(ulong) * (_mask + 1));
        _ids = reader.Skip(sizeof(ushort) * (_mask + 1));
    }

    /// <summary>The piece for what is made of no known pieces.</summary>
    public int Unknown { get; }

    /// <summary>The piece before every sentence.</summary>
    public int First { get; }

    /// <summary>Fills <paramref name="into"/> with <see cref="First"/> and the pieces of the text, but for its full stop. What does not
    /// fit is left out at the end.</summary>
    public void Split(ReadOnlySpan<char> text, PieceList into)
    {
        into.Clear();
        into.Add(First, 0, 0);
        Span<char> word = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length && into.HasRoom;)
        {
            if (IsGap(text[at]))
            {
                at++;
                continue;
            }

            var end = IsSign(text[at]) ? at + 1 : EndOfWord(text, at);
            Add(text, at, end, word, into);
            at = end;
        }

        if (into.Count > 1 && text[into.WordOf(into.Count - 1).From] == '.')
        {
            into.CutTo(into.Count - 1);
        }

        into.FindEnds(text);
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !IsGap(text[at]) && !IsSign(text[at]))
        {
            at++;
        }

        return at;
    }

    private void Add(ReadOnlySpan<char> text, int from, int end, Span<char> letters, PieceList into)
    {
        var word = text[from..end];
        if (WriterAs(word) is { } writer)
        {
            into.Add(Find(writer, 0, out _), from, end);
            return;
        }

        var length = Fold(word, letters);
        var first = into.Count;
        for (var at = 0; at < length;)
        {
            var piece = Find(letters[..length], at, out var next);
            if (piece == Nothing)
            {
                into.CutTo(first);
                into.Add(Unknown, from, end);
                return;
            }

            into.Add(piece, from, end);
            at = next;
        }

        if (length < 0)
        {
            into.Add(Unknown, from, end);
        }
    }

    /// <summary>How many letters were written; -1 for a word too long to be one.</summary>
    private int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var sign in word)
        {
            var folded = sign < Folded ? (char)_folds[sign] : sign is >= '\u0300' and <= '\u036F' ? '\0' : char.ToLowerInvariant(sign);
            if (folded == '\0')
            {
                continue;
            }

            if (length == into.Length)
            {
                return -1;
            }

            into[length++] = folded;
        }

        return length;
    }

    /// <summary>The longest piece that begins at the place, and where it ends. One that goes on within a word begins with ##.</summary>
    private int Find(ReadOnlySpan<char> word, int from, out int end)
    {
        var hashes = MemoryMarshal.Cast<byte, ulong>(_bytes.Span.Slice(_hashes, sizeof(ulong) * (_mask + 1)));
        var ids = MemoryMarshal.Cast<byte, ushort>(_bytes.Span.Slice(_ids, sizeof(ushort) * (_mask + 1)));
        var found = (int)Nothing;
        end = from;
        var hash = from == 0 ? Fnv.Start : Fnv.Add(Fnv.Start, "##");
        for (var at = from; at < word.Length; at++)
        {
            hash = Fnv.Add(hash, word[at]);
            for (var slot = (int)(hash >> 32) & _mask; hashes[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (hashes[slot] == hash)
                {
                    (found, end) = (ids[slot], at + 1);
                    break;
                }
            }
        }

        return found;
    }

    private static bool IsGap(char sign) => char.IsWhiteSpace(sign) || char.IsControl(sign);

    private static bool IsSign(char sign) => sign < 0x80
        ? sign is >= '!' and <= '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~'
        : CharUnicodeInfo.GetUnicodeCategory(sign) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;

    private static string? WriterAs(ReadOnlySpan<char> word) => word switch
    {
        "we" or "We" or "WE" => "i",
        "our" or "Our" or "OUR" => "my",
        "us" => "me",
        "ours" => "mine",
        "ourselves" => "myself",
        _ => null,
    };
}

/// <summary>The pieces of one sentence and the characters of it that each stands for.</summary>
internal sealed class PieceList(int room)
{
    private readonly int[] _ids = new int[room];
    private readonly int[] _froms = new int[room];
    private readonly int[] _tos = new int[room];

    public int Count { get; private set; }

    public bool HasRoom => Count < room;

    /// <summary>How many pieces each beginning has that is read without what follows; the last is all of them.</summary>
    public int[] Ends { get; private set; } = [];

    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    public (int From, int To) WordOf(int piece) => (_froms[piece], _tos[piece]);

    public void Clear() => Count = 0;

    public void CutTo(int count) => Count = count;

    /// <summary>Finds where the words that were added are cut.</summary>
    public void FindEnds(ReadOnlySpan<char> text)
    {
        Span<(int From, int To)> words = stackalloc (int, int)[Count];
        Span<int> firsts = stackalloc int[Count];
        var count = 0;
        for (var piece = 1; piece < Count; piece++)
        {
            if (WordOf(piece) != WordOf(piece - 1))
            {
                (words[count], firsts[count]) = (WordOf(piece), piece);
                count++;
            }
        }

        var cuts = Joints.FindCuts(words[..count], text);
        Ends = new int[cuts.Count + 1];
        for (var i = 0; i < cuts.Count; i++)
        {
            Ends[i] = firsts[cuts[i]];
        }

        Ends[^1] = Count;
    }

    public void Add(int id, int from, int to)
    {
        if (HasRoom)
        {
            (_ids[Count], _froms[Count], _tos[Count]) = (id, from, to);
            Count++;
        }
    }
}
