namespace EcqAnalyzer.Training;

/// <summary>The sentences that the annotator learns from. <see cref="Full"/> have every column by hand, <see cref="TagsOnly"/> tags
/// by hand. <see cref="Silver"/> are sentences like those of drafts, with the tags of a stronger tagger that is too slow to ship
/// and was taught with the others; a word that it was not sure of has the tag <see cref="Unsure"/>.</summary>
public sealed record TrainingTexts(
    IReadOnlyList<TreebankSentence> Full, IReadOnlyList<TreebankSentence> TagsOnly, IReadOnlyList<TreebankSentence> Silver)
{
    /// <summary>Stands where a tag would: any may be right.</summary>
    public const string Unsure = "_";
}
