using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Classification;

/// <summary>What the main clause of a sentence says by its form: subject, verb form and the dictionary classes of verb,
/// subject and object, and the pairs of them. It says nothing of topics, and so travels to texts on other matters.</summary>
internal static class ClauseFeatures
{
    public static void Write(ReadWords words, FeatureList list)
    {
        var clause = words.Sentence.Clause;
        var subject = (int)KindOf(clause);
        var form = FormOf(clause);
        var verb = clause.Verb is { } at ? words.VerbClass(at) : 99;
        var subjectClass = clause.Subject is { } head && clause.SubjectKind is not (SubjectKind.I or SubjectKind.We) && words.ClassOf(head) > 0
            ? 100 + words.ClassOf(head)
            : subject;
        Add(list, FeatureKind.Subject, subject);
        Add(list, FeatureKind.Form, form);
        Add(list, FeatureKind.SubjectForm, subject, form);
        Add(list, FeatureKind.Verb, verb);
        Add(list, FeatureKind.FormVerb, form, verb);
        Add(list, FeatureKind.SubjectFormVerb, subject, form, verb);
        Add(list, FeatureKind.SubjectClass, subjectClass);
        Add(list, FeatureKind.SubjectClassForm, subjectClass, form);
        Add(list, FeatureKind.SubjectClassVerb, subjectClass, verb);
        WriteObject(words, list, clause, (form, verb));
        WriteMeasures(words, list, form);
    }

    /// <summary>The first noun after the verb, and the word that follows the verb.</summary>
    private static void WriteObject(ReadWords words, FeatureList list, Clause clause, (int Form, int Verb) of)
    {
        if (clause.Verb is not { } verb)
        {
            return;
        }

        var tokens = words.Sentence.Tokens;
        if (verb + 1 < tokens.Length)
        {
            var next = tokens[verb + 1];
            var hash = FeatureHash.Add(FeatureHash.Start, next.Pos is "ADP" or "PART" or "SCONJ" or "ADV" ? next.Lemma : next.Pos);
            list.Add(FeatureKind.AfterVerb, hash, FeatureScale.Sparse);
        }

        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Pos is "NOUN" or "PROPN")
            {
                var noun = words.ClassOf(i) is > 0 and var known ? known : tokens[i].Pos == "NOUN" ? 97 : 98;
                Add(list, FeatureKind.Object, noun);
                Add(list, FeatureKind.VerbObject, of.Verb, noun);
                Add(list, FeatureKind.FormObject, of.Form, noun);
                return;
            }
        }
    }

    private static void WriteMeasures(ReadWords words, FeatureList list, int form)
    {
        foreach (var measure in words.Sentence.Measures)
        {
            Add(list, FeatureKind.Measure, 1, (int)measure.Kind);
            Add(list, FeatureKind.Measure, 2, (int)measure.Sense);
            Add(list, FeatureKind.Measure, 3, (int)measure.Sense, (int)measure.Direction);
            Add(list, FeatureKind.MeasureForm, (int)measure.Sense, form);
        }
    }

    /// <summary>I and we are one: whose deed it was is for the scoring to weigh.</summary>
    private static SubjectKind KindOf(Clause clause) => clause.SubjectKind == SubjectKind.We ? SubjectKind.I : clause.SubjectKind;

    private static int FormOf(Clause clause) =>
        ((((((int)clause.Form * 4) + (int)clause.Tense) * 4) + (int)clause.Aspect) * 2 + (int)clause.Voice) * 12
        + ((int)clause.Modality * 2) + (clause.IsCopula ? 1 : 0) + (clause.IsNegated ? 5000 : 0);

    private static void Add(FeatureList list, FeatureKind kind, int first, int second = -1, int third = -1)
    {
        var hash = FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Start, first), second), third);
        list.Add(kind, hash, FeatureScale.Sparse);
    }
}

/// <summary>How large values of each sort are: it decides how dearly the trainer pays for weight on them.</summary>
internal static class FeatureScale
{
    public const float Sparse = 0.3f;
    public const float Dense = 0.1f;
}
