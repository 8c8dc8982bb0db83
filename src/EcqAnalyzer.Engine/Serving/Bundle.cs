using System.Collections.Immutable;

namespace EcqAnalyzer.Engine.Serving;

/// <summary>Stories that might serve one ECQ together, in rising order, and what they are worth to it. Worths are whole numbers,
/// so that plans compare without rounding.</summary>
public sealed record Bundle(ImmutableArray<int> Stories, long Worth);

/// <summary>Which bundles each ECQ may take, none being always possible, and which stories may not both be told.</summary>
public sealed record BundleChoice(int Stories, ImmutableArray<ImmutableArray<Bundle>> Bundles, ImmutableArray<(int First, int Second)> Same)
{
    /// <summary>The same choice without a story.</summary>
    public BundleChoice Without(int story) => this with
    {
        Bundles = [.. Bundles.Select(of => of.Where(bundle => !bundle.Stories.Contains(story)).ToImmutableArray())],
    };

    /// <summary>The same choice with a premium on every bundle that holds a story.</summary>
    public BundleChoice Favouring(int story, long premium)
    {
        Bundle Favour(Bundle bundle) => bundle.Stories.Contains(story) ? bundle with { Worth = bundle.Worth + premium } : bundle;
        return this with { Bundles = [.. Bundles.Select(of => of.Select(Favour).ToImmutableArray())] };
    }
}
