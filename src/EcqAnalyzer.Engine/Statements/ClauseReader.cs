using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>
/// Tells from the form of a sentence's main clause (verb, tense, voice, subject) what type it probably is and whose deed it
/// tells. It reads tags and a few groups of verbs, never topics, so it speaks where no phrase rule does; its weights in
/// <c>scoring.yaml</c> stay below those of rules.
/// </summary>
public sealed class ClauseReader(Signs signs) : IEvidenceSource
{
    /// <summary>The signs by which a deed of the writer is known. After one, within its section, what others do and what
    /// things become is more often a result; before the first, it is the setting or the problem.</summary>
    private static readonly HashSet<string> Deeds = ["clause.deed-i", "clause.deed-we", "clause.deed-dropped-subject"];

    public IEnumerable<Evidence> Find(Document document)
    {
        foreach (var section in document.Sections)
        {
            var isAfterDeed = false;
            foreach (var sentence in section.Sentences.Where(sentence => !sentence.Tokens.IsEmpty))
            {
                List<Sighting> found = [.. TypeSigns(sentence, document.Draft.Text), .. PersonSigns(sentence, document.Draft.Text)];
                foreach (var evidence in found.SelectMany(each => Made(sentence, each, isAfterDeed)))
                {
                    yield return evidence;
                }

                isAfterDeed |= found.Exists(each => Deeds.Contains(each.Sign));
            }
        }
    }

    private IEnumerable<Evidence> Made(Sentence sentence, Sighting found, bool isAfterDeed)
    {
        var sign = signs[found.Sign];
        var why = sign.DependsOnOrder ? $"{found.Why} ({(isAfterDeed ? "after" : "before")} the first deed told)" : found.Why;
        return (isAfterDeed ? sign.AfterDeed : sign.BeforeDeed).Select(says =>
            new Evidence(says.Label, sentence.Index, SpanOf(sentence), new ReaderOrigin(sign.Id), says.Weight, why));
    }

    private static TextSpan SpanOf(Sentence sentence)
    {
        if (sentence.Clause.Verb is not { } verb)
        {
            return sentence.Span;
        }

        var first = Math.Min(verb, sentence.Clause.Subject ?? verb);
        return new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[verb].Span.End);
    }

    private IEnumerable<Sighting> TypeSigns(Sentence sentence, string text)
    {
        if (sentence.Tokens.Any(token => token.Span.Of(text) is "?"))
        {
            return [new("clause.question", "a question")];
        }

        var form = VerbForms.Of(sentence.Clause);
        var lemma = sentence.Verb?.Lemma ?? "";
        var ofClause = sentence.Clause.SubjectKind switch
        {
            SubjectKind.You => [new("clause.command", "speaks to a reader as 'you'")],
            SubjectKind.Dropped when form != VerbForm.None => OfDropped(form, lemma),
            SubjectKind.I or SubjectKind.We => OfWriter(sentence, form, lemma),
            _ => OfOthers(sentence, form, lemma),
        };
        return ofClause.Concat(OfOutcome(sentence, text));
    }

    private IEnumerable<Sighting> OfDropped(VerbForm form, string lemma) => form switch
    {
        VerbForm.Past when signs.IsIn("change-by-deed", lemma) =>
        [
            new("clause.deed-dropped-subject", $"opens with the past-tense verb '{lemma}': tells a deed"),
            new("clause.change-i", $"'{lemma}' tells the deed by its outcome"),
        ],
        VerbForm.Past when signs.IsIn("role", lemma) => [new("clause.role", $"'{lemma}' in the past tells a post held")],
        VerbForm.Past => [new("clause.deed-dropped-subject", $"opens with the past-tense verb '{lemma}': tells a deed")],
        VerbForm.Present => [new("clause.standing-dropped-subject", $"opens with the verb '{lemma}' in the present: a standing duty")],
        VerbForm.GerundLine => [new("clause.ongoing-line", $"opens with an -ing form of '{lemma}': a line of a list of duties")],
        _ => [new("clause.passive-past", $"opens with the participle of '{lemma}': tells what was done to somebody")],
    };

    private IEnumerable<Sighting> OfWriter(Sentence sentence, VerbForm form, string lemma)
    {
        var (deed, who) = sentence.Clause.SubjectKind == SubjectKind.I ? ("clause.deed-i", "I") : ("clause.deed-we", "we");
        switch (form)
        {
            case VerbForm.Past or VerbForm.Perfect when IsNeed(sentence, lemma):
                return [new("clause.needed", $"{who} had to: sets the task")];
            case VerbForm.Past or VerbForm.Perfect when signs.IsIn("mental-past", lemma):
                return [new("clause.opinion", $"'{lemma}' tells a thought")];
            case VerbForm.Past or VerbForm.Perfect when signs.IsIn("role", lemma):
                return [new("clause.role", $"{who} with '{lemma}' in the past tells a post or a state")];
            case VerbForm.Past or VerbForm.Perfect when signs.IsIn("change-by-deed", lemma):
                return [new(deed, $"{who} with the past-tense verb '{lemma}'"), new("clause.change-i", $"'{lemma}' tells the deed by its outcome")];
            case VerbForm.Past or VerbForm.Perfect:
                return [new(deed, $"{who} with the past-tense verb '{lemma}'")];
            case VerbForm.PastPassive when signs.IsIn("needed", lemma):
                return [new("clause.needed", $"{who} was '{lemma}': sets the task")];
            case VerbForm.PastPassive:
                return [new("clause.passive-past", $"'{lemma}' in the passive: what was done to {who}")];
            case VerbForm.PastOngoing:
                return [new("clause.role", "past tense that goes on: the setting")];
            case VerbForm.Ongoing:
                return [new("clause.ongoing-deed", $"{who} with '{lemma}' now under way")];
            case VerbForm.Modal:
                return [new("clause.future", "a wish, plan or general remark")];
            case VerbForm.Present when signs.IsIn("opinion", lemma):
                return [new("clause.opinion", $"'{lemma}' in the present tells what {who} think or are")];
            default:
                return [new("clause.standing-i", $"{who} with '{lemma}' in the present: a standing duty")];
        }
    }

    private IEnumerable<Sighting> OfOthers(Sentence sentence, VerbForm form, string lemma)
    {
        var isPost = sentence.Clause.Subject is { } at && signs.IsIn("standing-post", sentence.Tokens[at].Lemma);
        return form switch
        {
            VerbForm.None => [new("clause.no-verb", "no verb that tells what happened")],
            VerbForm.Past or VerbForm.Perfect when signs.IsIn("change", lemma) =>
                [new("clause.change", $"'{lemma}' tells what became of something")],
            VerbForm.Past when lemma is "be" or "have" =>
                [new("clause.was", "describes a state in the past")],
            VerbForm.Past when signs.IsIn("needed", lemma) =>
                [new("clause.needed", $"'{lemma}' tells a need or a failure")],
            VerbForm.Past or VerbForm.Perfect => [new("clause.past-they", $"somebody or something else with the past-tense verb '{lemma}'")],
            VerbForm.PastPassive => [new("clause.passive-past", $"'{lemma}' in the passive: what was done, without a doer")],
            VerbForm.PastOngoing => [new("clause.was", "past tense that goes on")],
            VerbForm.Modal when isPost => [new("clause.standing-post", "what the holder of a post is to do")],
            VerbForm.Modal => [new("clause.future", "a wish, plan or general remark")],
            _ when isPost && lemma != "be" => [new("clause.standing-post", $"'{lemma}' in the present, of a post or an office")],
            _ => [new("clause.standing-they", $"'{lemma}' in the present, of others or in general")],
        };
    }

    /// <summary>Signs of an outcome beside the main clause: ", cutting the wait", "by 40 percent".</summary>
    private IEnumerable<Sighting> OfOutcome(Sentence sentence, string text)
    {
        var tokens = sentence.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            var isParticiple = tokens[i].Tag == "VBG" && (tokens[i - 1].Tag == "," || tokens[i - 1].Pos == "ADV" || tokens[i - 1].Lemma is "thereby" or "and");
            if (isParticiple && (signs.IsIn("change-by-deed", tokens[i].Lemma) || signs.IsIn("change", tokens[i].Lemma)))
            {
                yield return new("clause.outcome-participle", $"'{tokens[i].Span.Of(text)}' tells what came of it");
                break;
            }
        }

        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Lemma is "whom" or "which" && tokens[i - 1].Lemma == "of")
            {
                yield return new("clause.of-whom", "goes on to tell what became of those it speaks of");
                break;
            }
        }

        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Pos == "NUM" && tokens[i - 1].Lemma is "by" or "to" or "from" && tokens[i + 1].Lemma is "%" or "percent" or "point" or "percentage")
            {
                yield return new("clause.measure", "a change by a percentage");
                break;
            }
        }
    }

    private bool IsNeed(Sentence sentence, string lemma) =>
        signs.IsIn("needed", lemma)
        && sentence.Clause.Verb is { } verb
        && (lemma is "face" or "struggle" or "lack" || (verb + 1 < sentence.Tokens.Length && sentence.Tokens[verb + 1].Lemma == "to"));

    private static IEnumerable<Sighting> PersonSigns(Sentence sentence, string text)
    {
        var clause = sentence.Clause;
        var ofSubject = (clause.SubjectKind, VerbForms.Of(clause)) switch
        {
            (SubjectKind.I, _) => "person.i",
            (SubjectKind.Dropped, VerbForm.Past) => "person.i",
            (SubjectKind.We, _) => "person.we",
            (SubjectKind.You, not VerbForm.None) => "person.other",
            (SubjectKind.Person, not VerbForm.None) when IsPointedAt(sentence) => "person.other",
            (SubjectKind.Person or SubjectKind.Group, not (VerbForm.None or VerbForm.PastPassive or VerbForm.PresentPassive)) => "person.other",
            _ => null,
        };
        if (ofSubject is not null)
        {
            yield return new(ofSubject, clause.IsSubjectDropped ? "the subject is dropped, as in resumes" : "the subject of the main clause");
        }

        if (sentence.Tokens.Any(token => token.Span.Of(text) is "I" or "me" or "my" or "My" or "myself" or "mine"))
        {
            yield return new("person.mention-i", "speaks of the writer");
        }
    }

    /// <summary>He, she, they or a name; what happens to "applicants" is told of nobody.</summary>
    private static bool IsPointedAt(Sentence sentence) =>
        sentence.Clause.Subject is { } subject && sentence.Tokens[subject].Tag is "PRP" or "NNP";

    /// <summary>A sign seen in a sentence, and by what.</summary>
    private sealed record Sighting(string Sign, string Why);
}
