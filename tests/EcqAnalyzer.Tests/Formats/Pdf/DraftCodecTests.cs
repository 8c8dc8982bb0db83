using CsCheck;
using EcqAnalyzer.Formats;
using EcqAnalyzer.Formats.Pdf;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Tests.Formats.Pdf;

public sealed class DraftCodecTests
{
    private static readonly DraftSource Source = new("draft.pdf", "%PDF-"u8.ToArray());

    private static readonly Gen<Draft> Drafts =
        from words in Gen.String[Gen.Char['a', 'z'], 1, 9].List[1, 6].List[1, 5]
        from kind in Gen.Enum<BlockKind>()
        from level in Gen.Int[0, 6]
        from place in Gen.Double[-1e4, 1e4]
        select Build(words, kind, level, place);

    [Fact]
    public void A_draft_comes_back_as_it_went() => Drafts.Sample(draft =>
    {
        var back = DraftCodec.Decode(DraftCodec.Encode(draft), Source);
        Assert.Equal(draft.Text, back.Text);
        Assert.Equal(draft.Blocks, back.Blocks);
        Assert.Equal(draft.Source.Runs, back.Source.Runs);
        Assert.Equal(draft.Extraction.Pages, back.Extraction.Pages);
        Assert.Equal(draft.Extraction.Pictures, back.Extraction.Pictures);
        Assert.Equal(draft.Extraction.Setup!.Size, back.Extraction.Setup!.Size);
        Assert.Equal(draft.Extraction.Setup.Margins, back.Extraction.Setup.Margins);
        Assert.Equal(draft.Extraction.Setup.Fonts, back.Extraction.Setup.Fonts);
        Assert.Equal(draft.Extraction.Notes.SelectMany(note => note.Apart), back.Extraction.Notes.SelectMany(note => note.Apart));
    });

    [Fact]
    public void Changed_bytes_give_a_draft_that_keeps_the_contract_or_a_fault() =>
        Gen.Select(Drafts, Gen.Int[0, 100_000], Gen.Byte).Sample((draft, place, value) =>
        {
            var bytes = DraftCodec.Encode(draft);
            bytes[place % bytes.Length] = value;
            try
            {
                var back = DraftCodec.Decode(bytes, Source);
                Assert.All(back.Source.Runs, run => Assert.InRange(run.Span.End, 1, back.Text.Length));
                Assert.All(back.Blocks, block => Assert.InRange(block.Span.End, 1, back.Text.Length));
            }
            catch (PdfFaultException fault)
            {
                Assert.Equal(PdfFault.Died, fault.Fault);
            }
        });

    [Fact]
    public void Every_fault_comes_back_as_it_went() => Assert.All(PdfFault.All, fault =>
        Assert.Equal(fault, Assert.Throws<PdfFaultException>(() => DraftCodec.Decode(DraftCodec.Encode(fault), Source)).Fault));

    private static Draft Build(List<List<string>> blocks, BlockKind kind, int level, double place)
    {
        var draft = new DraftBuilder
        {
            Pictures = level,
            Setup = new PageSetup(
                level == 0 ? null : new PageSize(612, 792),
                level == 1 ? null : new Margins(level, 72, 36, 18),
                [.. blocks.Select((words, i) => new FontUse(words[0], i + 8.5, words.Count))]),
        };
        foreach (var words in blocks)
        {
            draft.BeginBlock(kind, level, blocks.Count);
            foreach (var word in words)
            {
                draft.Append(word, new PageAnchor(words.Count, place, place + 1, place + 2, place + 3));
                draft.Append(" ", null);
            }

            draft.Append("x", new PageAnchor(1, 0, 0, 0, 0));
        }

        draft.Note("what", ExtractionGrade.Apart, 2, "A sentence.", ["one", "two"]);
        return draft.Build(Source, DraftFormat.Pdf, blocks.Count);
    }
}
