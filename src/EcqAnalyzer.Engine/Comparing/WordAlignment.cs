using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Comparing;

/// <summary>
/// The words that two stretches have in common, in order: a longest common subsequence of their lower-case forms.
/// <see cref="Similarity"/> is Dice's coefficient by weight: twice what is common over what both have.
/// </summary>
internal sealed class WordAlignment
{
    private readonly ComparedWord[] _old;
    private readonly ComparedWord[] _new;
    private readonly bool[] _inOld;
    private readonly bool[] _inNew;

    public WordAlignment(ComparedWord[] old, ComparedWord[] @new)
    {
        (_old, _new) = (old, @new);
        (_inOld, _inNew) = (new bool[old.Length], new bool[@new.Length]);
        var common = Align();
        var all = old.Sum(word => word.Weight) + @new.Sum(word => word.Weight);
        Similarity = all > 0 ? 2 * common / all : 0;
    }

    public double Similarity { get; }

    /// <summary>Words of the old stretch without a partner.</summary>
    public IEnumerable<ComparedWord> LeftInOld => _old.Where((_, i) => !_inOld[i]);

    public IEnumerable<ComparedWord> LeftInNew => _new.Where((_, i) => !_inNew[i]);

    /// <summary>The words of each stretch that the other does not have there, neighbours joined; a word that only changed its
    /// capitals is among them.</summary>
    public (ImmutableArray<TextSpan> Without, ImmutableArray<TextSpan> With) FindDifferences()
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < _old.Length && !_inOld[i])
            {
                i++;
            }

            while (j < _new.Length && !_inNew[j])
            {
                j++;
            }

            if (i == _old.Length || j == _new.Length)
            {
                return (Joined(_old, _inOld), Joined(_new, _inNew));
            }

            _inOld[i] = _inNew[j] = _old[i].Form == _new[j].Form;
            (i, j) = (i + 1, j + 1);
        }
    }

    /// <summary>Marks the common words and gives their weight.</summary>
    private double Align()
    {
        var lengths = new int[_old.Length + 1, _new.Length + 1];
        for (var i = _old.Length - 1; i >= 0; i--)
        {
            for (var j = _new.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = _old[i].Lower == _new[j].Lower
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var common = 0.0;
        for (var (i, j) = (0, 0); i < _old.Length && j < _new.Length;)
        {
            if (_old[i].Lower == _new[j].Lower)
            {
                // One form may be a verb here and a noun there.
                common += (_old[i].Weight + _new[j].Weight) / 2;
                _inOld[i++] = _inNew[j++] = true;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    private static ImmutableArray<TextSpan> Joined(ComparedWord[] words, bool[] common)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < words.Length; i++)
        {
            if (common[i])
            {
                continue;
            }

            if (i > 0 && !common[i - 1])
            {
                spans[^1] = new TextSpan(spans[^1].Start, words[i].Span.End);
            }
            else
            {
                spans.Add(words[i].Span);
            }
        }

        return spans.ToImmutable();
    }
}
