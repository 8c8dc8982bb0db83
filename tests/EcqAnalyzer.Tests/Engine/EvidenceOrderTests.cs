using EcqAnalyzer.Engine;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Engine;

public sealed class EvidenceOrderTests
{
    private static readonly CompetencyId[] Competencies =
    [
        new("opm-2006", "vision"), new("opm-2006", "team-building"), new("opm-2006", "team"), new("opm-2006-x", "team"), new("opm", "vision"),
        new("opm-2025", "accountability"), new("ontario-olf", "vision"), new("opm0", "vision"),
    ];

    private static readonly Label[] Labels =
    [
        .. Competencies.Select(id => new CompetencyLabel(id)),
        .. Competencies.Select(id => new ClaimLabel(id)),
        .. Enum.GetValues<StatementType>().Select(type => new TypeLabel(type)),
        .. Enum.GetValues<Level>().Select(level => new LevelLabel(level)),
        new MarkLabel(Marks.Measured), new MarkLabel(Marks.PersonI), new MarkLabel(Marks.PersonNone), new MarkLabel("person"),
    ];

    [Fact]
    public void Labels_stand_in_the_order_in_which_they_are_written()
    {
        foreach (var left in Labels)
        {
            foreach (var right in Labels)
            {
                Assert.Equal(
                    Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())), Math.Sign(EvidenceOrder.Compare(left, right)));
            }
        }
    }
}
