using System.Collections.Immutable;
using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Statements;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Frameworks;

/// <summary>Tells what kind of draft it is from its sections and from the way its sentences are built. The first of these that
/// fits: a resume has posts or lines without subjects; a record has headings that name competencies; a narrative has headings
/// of ECQs; what states mostly duties, tells hardly a deed and speaks of nobody in person is a position description; what speaks
/// in the first person is a story if short and a narrative if long.</summary>
public static class KindDetector
{
    private const int RecordHeadings = 2;

    public static Choice<DraftKind> Detect(
        Document document, Framework framework, ImmutableArray<Evidence> evidence, KindPolicy policy, DraftKind? asked)
    {
        if (asked is { } kind)
        {
            return new Choice<DraftKind>(kind, "You asked for it.", 1);
        }

        var look = Look.At(document, framework, evidence);
        return (look, policy) switch
        {
            _ when look.Lines == 0 => new(DraftKind.Narrative, "There is no text to tell by.", 0),
            _ when look.Posts >= policy.ResumePosts => Sure(DraftKind.Resume, $"It holds {look.Posts} posts with their dates."),
            _ when look.Posts > 0 && look.HasResumeParts => Sure(DraftKind.Resume, "It holds a dated post and a part such as Education or Skills."),
            _ when look.ResumeHeadings >= policy.ResumeHeadings && look.Fragments >= policy.ResumeFragmentShare && look.Personal <= policy.PersonalShare =>
                Fairly(DraftKind.Resume, $"It has {look.ResumeHeadings} headings of a resume, and most of its lines are no full sentences.", 0.7),
            _ when look.CompetencyHeadings >= RecordHeadings =>
                Sure(DraftKind.Record, $"{look.CompetencyHeadings} of its headings are names of competencies."),
            _ when look.Ecqs > 0 && look.FirstPerson > 0 =>
                Sure(DraftKind.Narrative, "It is written in the first person under headings of ECQs."),
            _ when look.Posts > 0 && look.Dropped >= policy.ResumePostListShare && look.Personal <= policy.PersonalShare =>
                Fairly(DraftKind.Resume, "It holds a dated post, and many of its lines open with a verb and name no subject.", 0.7),
            _ when look.Duties > policy.DutiesShare && look.Past <= policy.DutiesPastShare && look.Personal <= policy.PersonalShare =>
                Fairly(DraftKind.Duties, "Most of its sentences state standing duties, and hardly one tells what was done.", look.Duties),
            _ when look.Dropped >= policy.ResumeListShare && look.Personal <= policy.PersonalShare =>
                Fairly(DraftKind.Resume, "Most of its lines open with a verb and name no subject.", look.Dropped),
            _ when look.HasLabels || (look.FirstPerson > 0 && look.Words <= policy.StoryWords) => Fairly(
                DraftKind.Story,
                look.HasLabels ? "It has labels such as 'Challenge' and 'Result'." : "It is short and written in the first person.",
                look.HasLabels ? 0.9 : 0.6),
            _ when look.FirstPerson > 0 => Fairly(DraftKind.Narrative, "It is long and written in the first person.", 0.6),
            _ => new(DraftKind.Narrative, "Nothing in its form tells, so it is taken for a narrative.", 0.2),
        };
    }

    private static Choice<DraftKind> Sure(DraftKind kind, string reason) => new(kind, reason, 0.9);

    private static Choice<DraftKind> Fairly(DraftKind kind, string reason, double confidence) =>
        new(kind, reason, Math.Round(Math.Min(confidence, 0.9), 2));

    /// <summary>What a draft looks like: counts; shares of its lines that are not headings (<see cref="Dropped"/>,
    /// <see cref="Fragments"/>, which name no subject or have no verb, <see cref="FirstPerson"/>); and shares of those that have a verb:
    /// <see cref="Duties"/> lean to a duty, <see cref="Past"/> tell something done, the subject of <see cref="Personal"/> is I, we, he or
    /// she.</summary>
    private sealed record Look(
        int Lines, int Words, int Posts, int Ecqs, int CompetencyHeadings, bool HasResumeParts, int ResumeHeadings, bool HasLabels,
        double Dropped, double Fragments, double FirstPerson, double Duties, double Past, double Personal)
    {
        public static Look At(Document document, Framework framework, ImmutableArray<Evidence> evidence)
        {
            var text = document.Draft.Text;
            var names = framework.Competencies.Select(competency => LineWords.Plain(competency.Name)).ToHashSet();
            var headings = document.Sections.Select(section => LineWords.Plain(section.Heading)).ToArray();
            var body = document.Sections
                .SelectMany(section => section.Sentences.Where(sentence => !Places.IsHeading(document, section, sentence)))
                .ToArray();
            var leanings = FindLeanings(evidence, document.Sentences.Length);
            var words = 0;
            foreach (var sentence in body)
            {
                words += sentence.Tokens.Length;
            }

            var lines = Math.Max(1, body.Length);
            var told = body.Where(sentence => sentence.Clause.HasVerb).ToArray();
            var clauses = Math.Max(1, told.Length);
            return new Look(
                body.Length,
                words,
                document.Sections.Count(section => section.Kind == SectionKind.Post),
                document.Sections.Count(section => section.Kind == SectionKind.Ecq),
                headings.Count(names.Contains),
                document.Sections.Any(section => section.Kind is SectionKind.Skills or SectionKind.Education),
                LineWords.CountResumeParts(headings),
                document.Sentences.Count(sentence => StoryLabels.Find(sentence.Span.Of(text)).Label is not (null or StoryLabel.Step)) >= 2,
                (double)body.Count(sentence => sentence.Clause.IsSubjectDropped) / lines,
                (double)body.Count(sentence => sentence.Clause.IsSubjectDropped || !sentence.Clause.HasVerb) / lines,
                (double)body.Count(IsFirstPerson) / lines,
                (double)told.Count(sentence => leanings[sentence.Index] < 0) / clauses,
                (double)told.Count(sentence => sentence.Clause.IsPastActive) / clauses,
                (double)told.Count(IsPersonal) / clauses);
        }

        private static bool IsFirstPerson(Sentence sentence) => sentence.Clause.SubjectKind is SubjectKind.I or SubjectKind.We;

        private static bool IsPersonal(Sentence sentence) =>
            IsFirstPerson(sentence) || (sentence.Clause.Subject is { } subject && sentence.Tokens[subject].Lemma is "he" or "she");

        /// <summary>For each sentence how much stronger rules speak for a deed than for a duty.</summary>
        private static double[] FindLeanings(ImmutableArray<Evidence> evidence, int sentences)
        {
            var (duty, deed) = (new double[sentences], new double[sentences]);
            foreach (var each in evidence)
            {
                // The classifier learned from kinds that were told without it.
                if (each.Origin is not ModelOrigin && each.Label is TypeLabel { Type: var type })
                {
                    if (type == StatementType.Duty)
                    {
                        duty[each.Sentence] = Math.Max(duty[each.Sentence], each.Weight);
                    }
                    else if (type is StatementType.Action or StatementType.Result)
                    {
                        deed[each.Sentence] = Math.Max(deed[each.Sentence], each.Weight);
                    }
                }
            }

            for (var i = 0; i < sentences; i++)
            {
                deed[i] -= duty[i];
            }

            return deed;
        }
    }
}
