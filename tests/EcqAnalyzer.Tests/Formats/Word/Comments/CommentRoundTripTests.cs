using System.IO.Compression;
using System.Text;
using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word.Comments;

/// <summary>A draft is checked, edited and checked again.</summary>
public sealed class CommentRoundTripTests
{
    private const string OtherComment = "<w:comment w:id=\"5\" w:author=\"Coach\" w:initials=\"C\"><w:p><w:r><w:t>Nice.</w:t></w:r></w:p></w:comment>";
    private const string OtherMarks = "<w:commentRangeStart w:id=\"5\"/><w:r><w:t>Alone</w:t></w:r><w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r>";

    [Fact]
    public void Comments_that_no_longer_apply_are_gone()
    {
        var first = Commented.SetOn(new WordFile().Body(P("I led the team.") + P("We met often.")).ToBytes(), "led", "We");

        var second = Commented.SetOn(Edited(first, "often", "weekly"), "led");

        Assert.Equal("led", Assert.Single(Commented.See(second)).Words);
        Assert.Equal("I led the team.\nWe met weekly.", Read(second).Text);
    }

    [Fact]
    public void A_second_run_on_the_same_draft_changes_nothing()
    {
        var first = Commented.SetOn(new WordFile().Body(P("I led the team.") + P("We met often.")).ToBytes(), "led", "the", "We");

        Assert.Equal(first, Commented.SetOn(first, "led", "the", "We"));
    }

    [Fact]
    public void A_resolved_comment_stays_and_is_not_set_twice()
    {
        var first = Commented.SetOn(new WordFile().Body(P("I led the team.") + P("We met often.")).ToBytes(), "led", "We");
        var resolved = Edited(first, $"w15:paraId=\"{Commented.See(first)[1].ParagraphId}\" w15:done=\"0\"",
            $"w15:paraId=\"{Commented.See(first)[1].ParagraphId}\" w15:done=\"1\"", "word/commentsExtended.xml");

        var again = Commented.See(Commented.SetOn(resolved, "led", "We"));
        var unrelated = Commented.See(Commented.SetOn(resolved, "often"));

        Assert.Equal([("led", false), ("We", true)], again.Select(comment => (comment.Words, comment.IsDone)));
        Assert.Equal([("We", true), ("often", false)], unrelated.Select(comment => (comment.Words, comment.IsDone)));
    }

    [Fact]
    public void An_answered_comment_stays_with_its_answer()
    {
        var first = Commented.SetOn(new WordFile().Body(P("I led the team.")).ToBytes(), "led");
        var parent = Commented.See(first)[0].ParagraphId;
        var answer = "<w:comment w:id=\"9\" w:author=\"Writer\"><w:p w14:paraId=\"00000A01\"><w:r><w:t>Mine alone.</w:t></w:r></w:p></w:comment></w:comments>";
        var answered = Edited(Edited(first, "</w:comments>", answer, "word/comments.xml"), "</w15:commentsEx>",
            $"<w15:commentEx w15:paraId=\"00000A01\" w15:paraIdParent=\"{parent}\" w15:done=\"0\"/></w15:commentsEx>", "word/commentsExtended.xml");

        var second = Commented.SetOn(answered, "team");

        Assert.Equal(["led", "team"], Commented.See(second).Select(comment => comment.Words));
        Assert.Contains("Mine alone.", Commented.Text(second, "word/comments.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_elses_comment_is_touched()
    {
        var bytes = new WordFile().Body($"<w:p>{OtherMarks}</w:p>" + P("I led the team."))
            .Part("comments", "comments", OtherComment).ToBytes();

        var first = Commented.SetOn(bytes, "led");
        var second = Commented.Set(first);

        Assert.Equal([("5", "Coach"), ("6", "EcqAnalyzer")], Commented.See(first).Select(comment => (comment.Id, comment.Author)));
        Assert.Equal("Coach", Assert.Single(Commented.See(second)).Author);
        Assert.Contains(OtherComment, Commented.Text(second, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains(OtherMarks, Commented.Text(second), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ids_of_a_comment_come_from_what_it_is_about()
    {
        var one = Commented.SetOn(new WordFile().Body(P("I led the team.")).ToBytes(), "team");
        var other = Commented.SetOn(new WordFile().Body(P("Before.") + P("I led that team.")).ToBytes(), "Before", "team");

        Assert.Equal(Commented.See(one)[0].ParagraphId, Commented.See(other)[1].ParagraphId);
        Assert.NotEqual(Commented.See(other)[0].ParagraphId, Commented.See(other)[1].ParagraphId);
    }

    /// <summary>As a word processor would leave it: one part with other words, all packed anew.</summary>
    private static byte[] Edited(byte[] bytes, string words, string others, string part = "word/document.xml")
    {
        var memory = new MemoryStream();
        memory.Write(bytes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = Commented.Text(bytes, part);
            Assert.Contains(words, text, StringComparison.Ordinal);
            zip.GetEntry(part)!.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(text.Replace(words, others, StringComparison.Ordinal)));
        }

        return memory.ToArray();
    }
}
