using EcqAnalyzer.Engine.Encoders;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Encoders;

public class JointsTests
{
    private static readonly WordPieces Pieces = EncoderModel.Load(File.ReadAllBytes(Repository.Path("models", "encoder", "encoder.bin"))).Pieces;

    [Theory]
    [InlineData("Rebuilt the permit register|, cutting the wait by half.")]
    [InlineData("Rebuilt the register|, and with it the wait fell to 9 days.")]
    [InlineData("Cut on-time failures—a first|—to 2.")]
    [InlineData("Led 12 staff| and cut 1,200 cases from 61 days to 19|, saving $2.4 million|, and raised payment to 98 percent.")]
    [InlineData("Ran the ward for 6 years, and well.")] // no end tells a number
    [InlineData("Answered calls, while 5 staff were out.")] // what limits the deed stays with it
    [InlineData("Handled 1,200 on-time claims.")] // no joint, though its signs stand there
    [InlineData("Rebuilt the register, cutting the wait.")]
    [InlineData("12, 13")]
    [InlineData("")]
    public void Ends_with_numbers_are_cut_off(string marked)
    {
        var parts = marked.Split('|');
        var text = string.Concat(parts);
        var pieces = new PieceList(100);
        Pieces.Split(text, pieces);

        var expected = parts.Select((_, i) => string.Concat(parts[..(i + 1)])).SkipLast(1);
        Assert.Equal(expected, pieces.Ends.SkipLast(1).Select(end => text[..pieces.WordOf(end - 1).To]));
        Assert.Equal(pieces.Count, pieces.Ends[^1]);
    }
}
