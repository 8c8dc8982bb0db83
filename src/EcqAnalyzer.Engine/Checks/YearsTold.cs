using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>The years that a draft names. The engine has no clock: how old something is, is counted from the day the user
/// names, else from the newest year that the draft looks back on.</summary>
public sealed class YearsTold
{
    private const int First = 1950;
    private const int Last = 2099;

    private readonly List<int> _sentences = [];
    private readonly List<int> _years = [];
    private readonly List<bool> _isBefore = [];

    /// <summary>Null where neither the user nor the draft names a year.</summary>
    public int? Today { get; private set; }

    /// <summary>The user named it.</summary>
    public bool IsAsked { get; private init; }

    public static YearsTold Of(Document document, DateOnly? asOf)
    {
        var told = new YearsTold { IsAsked = asOf is not null };
        var (newest, limit) = (0, 0);
        foreach (var sentence in document.Sentences)
        {
            // What is still to come says nothing about today.
            var isAhead = sentence.Clause.Tense == Tense.Future || sentence.Clause.Modality != Modality.None;
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                if (YearAt(document.Draft.Text, sentence, i) is { } year)
                {
                    told._sentences.Add(sentence.Index);
                    told._years.Add(year);
                    told._isBefore.Add(IsBefore(sentence, i));
                    if (IsLimit(sentence, i) || IsName(sentence, i))
                    {
                        limit = Math.Max(limit, year);
                    }
                    else if (!isAhead)
                    {
                        newest = Math.Max(newest, year);
                    }
                }
            }
        }

        var today = newest == 0 ? limit : newest;
        told.Today = asOf?.Year ?? (today == 0 ? null : today);
        return told;
    }

    /// <summary>The newest year named in any of the sentences; null where they name none.</summary>
    public int? NewestIn(int firstSentence, int lastSentence) => NewestIn(firstSentence, lastSentence, withBefore: true);

    private int? NewestIn(int firstSentence, int lastSentence, bool withBefore)
    {
        int? newest = null;
        for (var i = 0; i < _years.Count; i++)
        {
            if (_sentences[i] >= firstSentence && _sentences[i] <= lastSentence && (withBefore || !_isBefore[i]) && !(_years[i] <= newest))
            {
                newest = _years[i];
            }
        }

        return newest;
    }

    /// <summary>What a story says of its own time, else the year in which the post ended under which it stands; null where neither tells.</summary>
    public int? NewestOf(Story story, Section? section)
    {
        ArgumentNullException.ThrowIfNull(story);
        return NewestIn(story.Statements[0], story.Statements[^1], withBefore: false) ?? (section?.Post is { IsCurrent: false } post ? post.ToYear : null);
    }

    /// <summary>How long something lasts or was meant to: "funded through 2030" may look ahead, so it counts where no other year
    /// is named.</summary>
    private static bool IsLimit(Sentence sentence, int at) =>
        at > 0 && sentence.Tokens[at - 1].Lemma is "through" or "until" or "till" or "beyond";

    /// <summary>What a year names may lie ahead as well: "drafted the 2030 strategy".</summary>
    private static bool IsName(Sentence sentence, int at) =>
        at > 0 && at + 1 < sentence.Tokens.Length
        && sentence.Tokens[at - 1].Pos is "DET" or "PRON"
        && sentence.Tokens[at + 1].Pos is "NOUN" or "ADJ" or "PROPN";

    /// <summary>What had been before: "conferences, which the board had rejected in 2011".</summary>
    private static bool IsBefore(Sentence sentence, int at)
    {
        for (var i = at - 1; i > 0 && sentence.Tokens[i].Pos != "PUNCT"; i--)
        {
            if (sentence.Tokens[i].Tag is "VBN" or "VBD" && sentence.Tokens[i - 1] is { Lemma: "have", Tag: "VBD" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Four digits that count nothing: not "$2015", not "2015 claims".</summary>
    private static int? YearAt(string text, Sentence sentence, int at)
    {
        var word = sentence.Tokens[at].Span.Of(text);
        if (word.Length != 4 || !int.TryParse(word, out var year) || year is < First or > Last)
        {
            return null;
        }

        var isMoney = at > 0 && sentence.Tokens[at - 1].Span.Of(text) is "$" or "\u20AC" or "#";
        var isCount = at + 1 < sentence.Tokens.Length && sentence.Tokens[at + 1].Tag is "NNS" or "NNPS";
        return isMoney || isCount ? null : year;
    }
}
