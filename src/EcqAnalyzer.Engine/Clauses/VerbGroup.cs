using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>Reads a verb from its first word on: "had quietly been led" is past, perfect, passive, with the verb "led". The
/// subject of a question between the words is passed over.</summary>
internal ref struct VerbGroup
{
    /// <summary>How many words may stand between an auxiliary and its verb in a question: "Did the two new crews meet".</summary>
    private const int QuestionReach = 8;

    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<WordSort> _sorts;
    private readonly bool _isInverted;

    private VerbGroup(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int first, bool isInverted)
    {
        _tokens = tokens;
        _sorts = sorts;
        _isInverted = isInverted;
        First = first;
        Verb = first;
    }

    public int First { get; }

    public int Verb { get; private set; }

    public Tense Tense { get; private set; }

    public Aspect Aspect { get; private set; }

    public Voice Voice { get; private set; }

    public Modality Modality { get; private set; }

    public bool IsNegated { get; private set; }

    /// <summary>The verb is a form of "be" that no participle follows.</summary>
    public bool IsBe { get; private set; }

    public static VerbGroup Read(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int first, bool isInverted = false)
    {
        var group = new VerbGroup(tokens, sorts, first, isInverted);
        group.Read();
        return group;
    }

    /// <summary>The first word at or after <paramref name="i"/> that is no adverb.</summary>
    public static int SkipAdverbs(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int i)
    {
        while (i < sorts.Length && IsPassedOver(tokens, sorts, i))
        {
            i++;
        }

        return i;
    }

    private static bool IsPassedOver(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int i) =>
        sorts[i] == WordSort.Adverb || tokens[i].Lemma is "not" or "also";

    private void Read()
    {
        Tense = _sorts[First] switch
        {
            WordSort.Past => Tense.Past,
            WordSort.Present => Tense.Present,
            WordSort.Base => Tense.Present,
            WordSort.Modal => ReadModal(),
            _ => Tense.None,
        };
        while (TryStep())
        {
        }

        IsBe = _tokens[Verb].Lemma == "be" && Voice == Voice.Active;
        if (Tense == Tense.Present && IsBe is false && _tokens[Verb].Lemma == "go" && Aspect.HasFlag(Aspect.Progressive) && IsBeforeTo())
        {
            Tense = Tense.Future;
        }
        else if (_tokens[Verb].Lemma is "have" or "need" && IsBeforeTo())
        {
            Modality = Modality.Obligation;
        }

        IsNegated |= First > 0 && _tokens[First - 1].Lemma is "not" or "never" or "hardly";
        IsNegated |= First > 1 && _tokens[First - 1].Lemma is "longer" or "long" && _tokens[First - 2].Lemma == "no";
    }

    private bool IsBeforeTo() =>
        Verb + 2 < _tokens.Length && _tokens[Verb + 1].Lemma == "to" && _sorts[Verb + 2] is WordSort.Base or WordSort.Adverb;

    private Tense ReadModal()
    {
        switch (_tokens[First].Lemma)
        {
            case "will" or "shall" or "'ll" or "wo":
                return Tense.Future;
            case "can" or "could" or "ca":
                Modality = Modality.Ability;
                break;
            case "may" or "might":
                Modality = Modality.Possibility;
                break;
            case "would" or "'d":
                Modality = Modality.Condition;
                break;
            default:
                Modality = Modality.Obligation;
                break;
        }

        return Tense.None;
    }

    /// <summary>Goes from an auxiliary to the next word of the verb, if there is one.</summary>
    private bool TryStep()
    {
        var next = Next();
        if (next >= _sorts.Length)
        {
            return false;
        }

        var (lemma, sort) = (_tokens[Verb].Lemma, _sorts[next]);
        if (_sorts[Verb] == WordSort.Modal)
        {
            return sort == WordSort.Base && Step(next, Aspect.Simple);
        }

        if (Voice == Voice.Passive)
        {
            return false;
        }

        switch (lemma, sort)
        {
            case ("do", WordSort.Base) when Verb == First:
            case ("do", WordSort.Noun) when _tokens[next - 1].Lemma == "not":
                return Step(next, Aspect.Simple);
            case ("have", WordSort.Participle):
            case ("have", WordSort.Past) when next == Verb + 1:
                return Step(next, Aspect.Perfect);
            case ("be", WordSort.Ing):
                return Step(next, Aspect.Progressive);
            case ("be" or "get", WordSort.Participle) when lemma == "be" || next == Verb + 1:
            case ("be", WordSort.Past) when next == Verb + 1:
                Voice = Voice.Passive;
                return Step(next, Aspect.Simple);
            default:
                return false;
        }
    }

    private bool Step(int next, Aspect aspect)
    {
        for (var i = Verb + 1; i < next; i++)
        {
            IsNegated |= _tokens[i].Lemma is "not" or "never" or "hardly";
        }

        Verb = next;
        Aspect |= aspect;
        return true;
    }

    private readonly int Next()
    {
        var next = SkipAdverbs(_tokens, _sorts, Verb + 1);
        if (next < _sorts.Length && _sorts[next] is WordSort.To && _sorts[Verb] == WordSort.Modal)
        {
            return next + 1;
        }

        // "was, however, led": an adverb between commas.
        if (next + 2 < _sorts.Length && _sorts[next] == WordSort.Comma)
        {
            var after = SkipAdverbs(_tokens, _sorts, next + 1);
            next = after > next + 1 && after + 1 < _sorts.Length && _sorts[after] == WordSort.Comma ? after + 1 : next;
        }

        if (_isInverted && Verb == First)
        {
            var end = Math.Min(_sorts.Length, next + QuestionReach);
            while (next < end && _sorts[next] is WordSort.Noun or WordSort.Pronoun or WordSort.Modifier or WordSort.Adverb or WordSort.There
                or WordSort.Preposition or WordSort.Other or WordSort.And)
            {
                next++;
            }
        }

        return next;
    }
}
