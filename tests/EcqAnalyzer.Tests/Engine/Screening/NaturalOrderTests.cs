using CsCheck;
using EcqAnalyzer.Engine.Screening;

namespace EcqAnalyzer.Tests.Engine.Screening;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("draft 2.docx", "draft 10.docx")]
    [InlineData("draft 09.docx", "draft 10.docx")]
    [InlineData("Draft 1.docx", "draft 2.docx")]
    [InlineData("draft.docx", "draft 2.docx", false)]
    [InlineData("2026-02-28.txt", "2026-03-01.txt")]
    [InlineData("a/draft 9", "a/draft 99999999999999999999999")]
    [InlineData("a", "ab")]
    public void Names_stand_as_people_count(string first, string second, bool isFirst = true) =>
        Assert.Equal(isFirst, NaturalOrder.Instance.Compare(first, second) < 0);

    [Fact]
    public void The_order_is_total()
    {
        var name = Gen.String[Gen.Char["aB012 /é"], 0, 8];
        Gen.Select(name, name, name).Sample((a, b, c) =>
        {
            var order = NaturalOrder.Instance;
            Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
            Assert.Equal(a == b, order.Compare(a, b) == 0);
            Assert.False(order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0 && order.Compare(a, c) > 0);
        });
    }
}
