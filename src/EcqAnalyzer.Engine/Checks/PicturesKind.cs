namespace EcqAnalyzer.Engine.Checks;

/// <summary>Pictures in the file: one may be a photo of the writer.</summary>
public sealed class PicturesKind : ICheckKind
{
    public static ICheckKind Read(CheckSettings settings)
    {
        settings.Keys.FindFlag("any");
        return new PicturesKind();
    }

    public IEnumerable<CheckHit> Find(CheckedDraft draft)
    {
        if (draft.Document.Draft.Extraction.Pictures is > 0 and var pictures)
        {
            yield return new CheckHit(null, Words.Say(pictures, "picture", "pictures"));
        }
    }
}
