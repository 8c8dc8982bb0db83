using System.Collections.Immutable;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>ECQs of which too few competencies are shown by deeds: those that have a section in the draft, or, with
/// <c>fundamental</c>, those that need none.</summary>
public sealed class CompetenciesShownKind(ShownShare share, bool isFundamental, int sections, ImmutableArray<string> ecqs) : ICheckKind
{
    /// <summary>A longer list is not read; the table of competencies has them all.</summary>
    private const int MostNames = 3;

    public static ICheckKind Read(CheckSettings settings) => new CompetenciesShownKind(
        new ShownShare(
            settings.Keys.Find("share-at-least") is null ? 0 : settings.RequireShare("share-at-least"),
            settings.RequireShare("share-below")),
        settings.Keys.FindFlag("fundamental"),
        settings.Keys.FindWhole("where-sections") ?? 0,
        settings.Keys.FindTexts("ecqs"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Analysis.Competencies.IsEmpty || CountSections(draft.Document) < sections)
        {
            yield break;
        }

        foreach (var ecq in draft.Analysis.Framework.Value.Ecqs)
        {
            var section = FindSection(draft.Document, ecq.Id);
            var isAsked = ecq.IsFundamental == isFundamental && (ecqs.IsEmpty || ecqs.Contains(ecq.Id.Name));
            if (isAsked && (section is not null || isFundamental) && FindLack(draft.Analysis, ecq) is { } lack)
            {
                yield return new CheckHit(
                    section is null ? null : new TextSpan(section.Span.Start, section.Span.Start + section.Heading.Length), lack);
            }
        }
    }

    private string? FindLack(Analysis analysis, Ecq ecq)
    {
        var (all, missing) = (0, new List<string>());
        foreach (var competency in ecq.Competencies)
        {
            if (FindScore(analysis, competency.Id) is { } score)
            {
                all++;
                if (score.Rung < Rung.Action)
                {
                    missing.Add(competency.Name);
                }
            }
        }

        var shown = all - missing.Count;
        return all > 0 && shown >= share.AtLeast * all && shown < share.Below * all
            ? $"{(shown == 0 ? "none of the" : $"only {shown} of")} {all} competencies of {ecq.Name}{(missing.Count <= MostNames && shown > 0 ? $" (not {string.Join(", ", missing)})" : "")}"
            : null;
    }

    private static int CountSections(Document document)
    {
        var count = 0;
        foreach (var section in document.Sections)
        {
            count += section.Ecq is not null && section.Heading.Length > 0 ? 1 : 0;
        }

        return count;
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

/// <summary>From one share on, up to but without another.</summary>
public sealed record ShownShare(double AtLeast, double Below);
