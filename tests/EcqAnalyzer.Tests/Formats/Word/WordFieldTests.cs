using static EcqAnalyzer.Tests.Formats.Word.WordFile;

namespace EcqAnalyzer.Tests.Formats.Word;

public sealed class WordFieldTests
{
    private static readonly string Begin = Mark("begin");
    private static readonly string Separate = Mark("separate");
    private static readonly string End = Mark("end");

    [Fact]
    public void The_result_of_a_field_is_text_and_its_code_is_not() => Assert.Equal(
        "see page 4 and Annex",
        ReadBody("<w:p>" + R("see ") + Begin + Code("PAGEREF x") + Separate + R("page 4") + End
            + "<w:fldSimple w:instr=\"REF y\">" + R(" and Annex") + "</w:fldSimple></w:p>").Text);

    [Fact]
    public void Fields_nest_and_a_field_within_a_code_is_code() => Assert.Equal(
        "result more",
        ReadBody("<w:p>" + Begin + Code("IF") + Begin + Code("REF") + Separate + R("inner code") + End + Separate
            + R("result ") + Begin + Code("X") + Separate + R("more") + End + End + "</w:p>").Text);

    [Fact]
    public void A_field_without_result_shows_nothing() =>
        Assert.Equal("before after", ReadBody("<w:p>" + R("before ") + Begin + Code("XE") + R("index entry") + End + R("after") + "</w:p>").Text);

    [Fact]
    public void A_result_may_go_over_paragraphs() => Assert.Equal(
        "one\ntwo\nthree",
        ReadBody("<w:p>" + Begin + Code("TOC") + Separate + R("one") + "</w:p>" + P("two") + "<w:p>" + R("three") + End + "</w:p>").Text);

    [Fact]
    public void A_field_that_never_ends_does_not_swallow_the_rest() => Assert.Equal(
        "before\nall the rest\nand more",
        ReadBody("<w:p>" + R("before") + Begin + Code("PAGE") + "</w:p>" + P("all the rest") + P("and more")).Text);

    [Fact]
    public void Stray_marks_do_no_harm() =>
        Assert.Equal("a b", ReadBody("<w:p>" + End + R("a ") + Separate + R("b") + End + "</w:p>").Text);

    [Fact]
    public void Form_fields_show_their_tick_and_their_choice() => Assert.Equal(
        "☒ yes ☐ no Reno",
        ReadBody("<w:p>" + Form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") + R(" yes ")
            + Form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") + R(" no ")
            + Form("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Elko\"/><w:listEntry w:val=\"Reno\"/></w:ddList>") + "</w:p>").Text);

    private static string Mark(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText>{code}</w:instrText></w:r>";

    private static string Form(string data) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r>" + Code("FORM") + Separate + End;
}
