using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Checks;

/// <summary>Sentences that claim a competency where neither they nor those that follow tell a deed. A bare name behind a deed, "[Leading
/// People]" at the end of its line, is a tag of that deed.</summary>
public sealed class ClaimsKind(int followedBy) : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings) => new ClaimsKind(settings.Keys.RequireWhole("within"));

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        foreach (var section in draft.Document.Sections)
        {
            for (var i = 0; i < section.Sentences.Length; i++)
            {
                var statement = draft.StatementAt(section.Sentences[i].Index);
                if (!statement.Claimed.IsEmpty && !draft.IsHeading(statement.Sentence.Index) && !IsBackedUp(draft, section, i) && !IsTag(draft, section, i))
                {
                    yield return new CheckHit(statement.Sentence.Span, NameOf(draft, statement.Claimed[0]));
                }
            }
        }
    }

    private bool IsBackedUp(CheckedDraft draft, Section section, int at)
    {
        for (var i = at; i <= at + followedBy && i < section.Sentences.Length; i++)
        {
            if (draft.IsAccomplishment(section.Sentences[i].Index))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTag(CheckedDraft draft, Section section, int at)
    {
        if (section.Sentences[at].Clause.HasVerb)
        {
            return false;
        }

        for (var i = at - 1; i >= 0 && !draft.Text.AsSpan()[section.Sentences[i].Span.End..section.Sentences[i + 1].Span.Start].Contains('\n'); i--)
        {
            if (draft.IsAccomplishment(section.Sentences[i].Index))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(CheckedDraft draft, CompetencyId id) =>
        draft.Analysis.Framework.Value.FindCompetency(id.Name)?.Name ?? id.Name;
}
