namespace EcqAnalyzer.Engine.Rules;

/// <summary>A need beside the anchor, and between which tokens it stands, counted from the anchor: below 0 before it.</summary>
internal sealed record NeighbourNeed(Need Need, short From, short To)
{
    /// <summary>Tags are met that much oftener than words.</summary>
    private const int TagWidth = 8;

    /// <summary>How many words and tags meet it, roughly.</summary>
    public int Size => Need.Words.Length + (Need.Tags == 0 ? 0 : TagWidth);

    /// <summary>How much may meet it, roughly.</summary>
    private int Width => Size * (To - From + 1);

    /// <summary>The needs of a way beside its anchor, the most telling first; the anchor itself where there is no other.</summary>
    public static NeighbourNeed[] Of(Way way)
    {
        var (needs, key) = (way.Needs, way.Rarest);
        if (needs.Length == 1 && key == 0)
        {
            return [new NeighbourNeed(needs[0], 0, 0)];
        }

        var neighbours = new NeighbourNeed[key < 0 ? needs.Length : needs.Length - 1];
        var (count, distance) = (0, default(Reach));
        for (var i = key + 1; i < needs.Length; i++)
        {
            distance = distance.And(needs[i].Since);
            neighbours[count++] = new NeighbourNeed(needs[i], (short)distance.Least, MostOf(distance));
        }

        distance = default;
        for (var i = key - 1; i >= 0; i--)
        {
            distance = distance.And(needs[i + 1].Since);
            neighbours[count++] = new NeighbourNeed(needs[i], (short)-MostOf(distance), (short)-distance.Least);
        }

        var telling = 0;
        for (var i = 1; i < count; i++)
        {
            telling = neighbours[i].Width < neighbours[telling].Width ? i : telling;
        }

        if (telling > 0)
        {
            (neighbours[0], neighbours[telling]) = (neighbours[telling], neighbours[0]);
        }

        return neighbours;
    }

    private static short MostOf(Reach distance) => distance.Most == Reach.Far ? short.MaxValue : (short)distance.Most;
}
