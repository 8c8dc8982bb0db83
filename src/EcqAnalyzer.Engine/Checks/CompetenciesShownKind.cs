using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs of which too few competencies are shown by deeds: those that have a section in the draft, or, with
/// <c>fundamental</c>, those that need none.</summary>
public sealed class CompetenciesShownKind(double shareBelow, bool isFundamental, ImmutableArray<string> ecqs, ImmutableArray<string> only)
    : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new CompetenciesShownKind(
        settings.RequireShare("share-below"),
        settings.Keys.FindFlag("fundamental"),
        settings.Keys.FindTexts("ecqs"),
        settings.Keys.FindTexts("of"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Analysis.Competencies.IsEmpty)
        {
            yield break;
        }

        foreach (var ecq in draft.Analysis.Framework.Value.Ecqs)
        {
            var section = FindSection(draft.Document, ecq.Id);
            var isAsked = ecq.IsFundamental == isFundamental && (ecqs.IsEmpty || ecqs.Contains(ecq.Id.Name));
            if (!isAsked || (section is null && !isFundamental))
            {
                continue;
            }

            var (all, missing) = (0, new List<string>());
            foreach (var competency in ecq.Competencies)
            {
                if (FindScore(draft.Analysis, competency.Id) is { } score && (only.IsEmpty || only.Contains(competency.Id.Name)))
                {
                    all++;
                    if (score.Rung < Rung.Action)
                    {
                        missing.Add(competency.Name);
                    }
                }
            }

            if (all - missing.Count < shareBelow * all)
            {
                yield return new CheckHit(
                    section is null ? null : new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length),
                    $"{ecq.Name} shows {all - missing.Count} of {all}, and not {string.Join(", ", missing)}");
            }
        }
    }

    private static Section? FindSection(Document document, EcqId ecq)
    {
        foreach (var section in document.Sections)
        {
            if (section.Ecq == ecq && section.Heading.Length > 0)
            {
                return section;
            }
        }

        return null;
    }

    private static CompetencyScore? FindScore(Analysis analysis, CompetencyId id)
    {
        foreach (var score in analysis.Competencies)
        {
            if (score.Competency == id)
            {
                return score;
            }
        }

        return null;
    }
}
