using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Tells deeds of others from the writer's own in one sentence: "My deputy built the model; I secured the money". Only what stands before
/// the writer comes in is told of others: what stands after, "and the board adopted it", may be what came of the writer's deed.
/// </summary>
public static class Doers
{
    /// <summary>Where in the text the writer comes in, and of whom is told before; null where the sentence does not open with others.</summary>
    public static (int Writer, Person Before)? FindOthers(Sentence sentence, string text)
    {
        var tokens = sentence.Tokens.AsSpan();
        var (from, before) = (0, Person.None);
        for (var i = 1; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && !OpensClause(tokens, i))
            {
                continue;
            }

            var person = ClauseFinder.Find(tokens[from..i], text).Person;
            if (person == Person.I || (person == Person.We && before == Person.Other))
            {
                return before == Person.None ? null : (tokens[from].Span.Start, before);
            }

            before = person == Person.None || before == Person.Other ? before : person;
            from = i;
        }

        return null;
    }

    /// <summary>Of whom of the two telling counts for more, as <c>scoring.yaml</c> has it; null for the writer, whose the whole sentence
    /// then is.</summary>
    public static Person? Nearer(Person one, Person other) => (one, other) switch
    {
        (Person.I, _) or (_, Person.I) => null,
        (Person.None, _) or (_, Person.None) => Person.None,
        (Person.We, _) or (_, Person.We) => Person.We,
        _ => Person.Other,
    };

    /// <summary>After a semicolon, or "I" or "we" after "and", "but" and their like.</summary>
    private static bool OpensClause(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i - 1].Lemma == ";"
        || (tokens[i].Lemma is "I" or "i" or "we" && tokens[i].Tag == "PRP" && tokens[i - 1].Lemma is "and" or "but" or "so" or "while" or ",");
}
