using System.Collections.Immutable;
using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// The beginnings of sentences that end by measuring what came of a deed: "Rebuilt the permit register" in "Rebuilt the permit
/// register, cutting the wait by half". A measured result may never make a deed count for less, whatever a classifier was
/// taught by its words: so the beginning is judged by itself too. What the encoder makes of most beginnings it knows from reading
/// the whole.
/// </summary>
/// <param name="Document">The beginnings, each a sentence of its own with a full stop.</param>
/// <param name="Wholes">For each of them the index of the sentence that it begins.</param>
internal sealed record Beginnings(Document Document, ImmutableArray<int> Wholes)
{
    /// <summary>Null where no sentence ends so.</summary>
    public static Beginnings? Find(Document document, ILanguageAnnotator annotator)
    {
        var wholes = ImmutableArray.CreateBuilder<int>();
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var sentence in document.Sentences)
        {
            if (LengthBeforeTail(document.Draft.Text, sentence) is { } length)
            {
                wholes.Add(sentence.Index);
                texts.Add($"{document.Draft.Text.AsSpan(sentence.Span.Start, length)}.");
            }
        }

        return texts.Count == 0 ? null : new Beginnings(Read(texts.ToImmutable(), annotator), wholes.ToImmutable());
    }

    /// <summary>Where the beginnings stand: where their wholes do.</summary>
    public ImmutableArray<Place> PlacesAmong(ImmutableArray<Place> places)
    {
        var among = ImmutableArray.CreateBuilder<Place>(Wholes.Length);
        foreach (var whole in Wholes)
        {
            among.Add(places[whole]);
        }

        return among.MoveToImmutable();
    }

    /// <summary>The statements of the wholes, none of which says less of an accomplishment or a duty than its beginning does.</summary>
    /// <param name="statements">Those of the wholes' document.</param>
    /// <param name="said">Those of the beginnings.</param>
    /// <param name="thresholds">From when on a sentence tells a deed or a result.</param>
    public ImmutableArray<Statement> Raise(
        ImmutableArray<Statement> statements, ImmutableArray<Statement> said, ThresholdPolicy thresholds)
    {
        var (raised, rungs) = (statements.ToBuilder(), new RungJudge(thresholds));
        for (var i = 0; i < said.Length; i++)
        {
            if (Showing.SideOf(said[i].TypeAlone) is not null)
            {
                raised[Wholes[i]] = Raise(raised[Wholes[i]], said[i], thresholds, rungs);
            }
        }

        return raised.ToImmutable();
    }

    private static Statement Raise(Statement whole, Statement beginning, ThresholdPolicy thresholds, RungJudge rungs)
    {
        var shown = Join(whole.Shown, beginning.Shown.Where(shown => shown.Probability >= thresholds.Counted), beginning.Person);
        var raised = whole with
        {
            Shown = shown,
            Claimed = [.. whole.Claimed.Where(claimed => !shown.Any(each => each.Competency == claimed))],
            // Who says I in the rest of the sentence acts no less.
            Person = whole.Person == Person.I ? Person.I : beginning.Person,
            Measured = whole.Measured || beginning.Measured,
            Level = whole.Level > beginning.Level || beginning.Level is null ? whole.Level : beginning.Level,
        };
        var start = whole.Sentence.Span.Start;
        return SaysAsMuch(raised, beginning, rungs)
            ? raised
            : raised with { Alone = beginning.Alone, ReadBy = new TextSpan(start, start + beginning.Sentence.Span.Length - 1) };
    }

    private static bool SaysAsMuch(Statement whole, Statement beginning, RungJudge rungs) =>
        (Showing.SideOf(whole.TypeAlone) == Side.Accomplishment || Showing.SideOf(whole.TypeAlone) == Showing.SideOf(beginning.TypeAlone))
        && whole.Alone.Accomplishment >= beginning.Alone.Accomplishment
        && (rungs.TellsDeed(whole) || !rungs.TellsDeed(beginning))
        && (rungs.TellsResult(whole) || !rungs.TellsResult(beginning));

    /// <summary>What either shows, as probably as the surer of the two says, and told of whom it is told in the beginning, which is of
    /// <paramref name="person"/>, where that counts for more.</summary>
    private static ImmutableArray<Shown> Join(ImmutableArray<Shown> whole, IEnumerable<Shown> beginning, Person person)
    {
        var joined = whole.ToList();
        foreach (var shown in beginning)
        {
            var at = joined.FindIndex(each => each.Competency == shown.Competency);
            if (at < 0)
            {
                joined.Add(shown);
            }
            else
            {
                joined[at] = joined[at] with
                {
                    Probability = Math.Max(joined[at].Probability, shown.Probability),
                    ToldOf = joined[at].ToldOf is { } others ? Doers.Nearer(others, shown.ToldOf ?? person) : null,
                };
            }
        }

        joined.Sort(StatementJudge.StrongestFirst);
        return [.. joined];
    }

    /// <summary>How many characters stand before the last tail that tells a measure; null where there is none, or no verb before
    /// it: then it is the tail that tells the deed.</summary>
    private static int? LengthBeforeTail(string text, Sentence sentence)
    {
        var verb = FirstVerbOf(sentence);
        if (verb < 0 || sentence.Measures.IsEmpty)
        {
            return null;
        }

        for (var i = sentence.Tokens.Length - 2; i > verb + 1; i--)
        {
            if (HoldsMeasure(sentence, sentence.Tokens[i].Span.Start) && IsJoint(i) && !Joints.IsTurn(sentence.Tokens[i + 1].Lemma))
            {
                for (; i > verb + 1 && IsJoint(i - 1); i--)
                {
                    // ", and", ", so that": one joint of several words.
                }

                return sentence.Tokens[i - 1].Span.End - sentence.Span.Start;
            }
        }

        return null;

        bool IsJoint(int token) => Joints.IsAt(text, sentence.Tokens[token].Span.Start, sentence.Tokens[token].Span.End);
    }

    /// <summary>Which of two joined verbs is the main one matters not: the first begins.</summary>
    private static int FirstVerbOf(Sentence sentence)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Pos == "VERB" || i == sentence.Clause.Verb)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HoldsMeasure(Sentence sentence, int start)
    {
        foreach (var measure in sentence.Measures)
        {
            if (measure.Span.End > start && measure.Sense != MeasureSense.Moment)
            {
                return true;
            }
        }

        return false;
    }

    private static Document Read(ImmutableArray<string> texts, ILanguageAnnotator annotator)
    {
        var draft = Draft.OfSentences("", texts);
        var all = new TextSpan(0, draft.Text.Length);
        return new Document(draft, [new Section(all, SectionKind.Front, "", null, null, annotator.Annotate(draft))]);
    }
}
