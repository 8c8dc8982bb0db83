using System.Text;
using System.Text.Json.Nodes;
using EcqAnalyzer.Cli;
using EcqAnalyzer.Engine;
using EcqAnalyzer.Formats.Json;
using EcqAnalyzer.Tests.Formats;

namespace EcqAnalyzer.Tests.Cli;

public sealed class TagCommandTests
{
    [Fact]
    public void Given_sentences_come_back_as_they_are_and_in_order()
    {
        string[] sentences = ["I led it. Twice.", "", "  ", "Responsible for\nstaff.", "…", "“Quoted” and 審査"];
        var answer = Answer(new JsonObject { ["id"] = "a1", ["sentences"] = new JsonArray([.. sentences.Select(s => (JsonNode)s)]) });

        Assert.Equal(sentences, answer["sentences"]!.AsArray().Select(sentence => sentence!["text"]!.GetValue<string>()));
    }

    /// <summary>An answer and no fault, as the contract has it: nothing was to be read from a file.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void White_space_alone_is_too_short_as_nothing_is(string text)
    {
        var gradable = Answer(new JsonObject { ["id"] = "a1", ["text"] = text })["gradable"]!;

        Assert.Equal(("too-short", "There are no words in it."), (gradable["status"]!.GetValue<string>(), gradable["reason"]!.GetValue<string>()));
    }

    [Fact]
    public void Types_sum_to_one_and_the_keys_are_those_of_the_contract()
    {
        var answer = Answer(new JsonObject { ["id"] = "a1", ["sentences"] = new JsonArray("I rebuilt the team of ten.") });
        var sentence = answer["sentences"]![0]!.AsObject();

        Assert.Equal(1m, sentence["types"]!.AsObject().Sum(type => type.Value!.GetValue<decimal>()));
        Assert.Equal(
            ["text", "type", "types", "competencies", "claimed", "measured", "person", "level"], sentence.Select(pair => pair.Key));
        Assert.Equal(
            ["id", "framework", "kind", "sentences", "scores", "gradable"], answer.Select(pair => pair.Key));
    }

    [Fact]
    public void Text_is_split_into_sentences()
    {
        var answer = Answer(new JsonObject { ["id"] = "a2", ["text"] = "I rebuilt the team. Turnover fell by half." });

        Assert.Equal(2, answer["sentences"]!.AsArray().Count);
    }

    [Fact]
    public void A_line_may_name_its_framework_and_kind()
    {
        var answer = Answer(new JsonObject
        {
            ["id"] = 7,
            ["sentences"] = new JsonArray("I led a team."),
            ["framework"] = "opm-2006",
            ["kind"] = "resume",
            ["ecq"] = "Leading People",
        });

        Assert.Equal((7, "opm-2006", "resume"),
            (answer["id"]!.GetValue<int>(), answer["framework"]!.GetValue<string>(), answer["kind"]!.GetValue<string>()));
    }

    [Fact]
    public void The_option_sets_the_default_framework() => Assert.Equal(
        "opm-2006",
        JsonNode.Parse(EcqRun.WithInput("""{"id":1,"text":"I led a team."}""", "tag", "--framework", "opm-2006").Out)!["framework"]!
            .GetValue<string>());

    [Theory]
    [InlineData("""{"id":"x","sentences":"no"}""", "\"x\"", "not an array")]
    [InlineData("""{"id":"x","sentences":[1]}""", "\"x\"", "not an array of strings")]
    [InlineData("""{"id":"x"}""", "\"x\"", "either")]
    [InlineData("""{"id":"x","text":"a","sentences":[]}""", "\"x\"", "either")]
    [InlineData("""{"id":"x","text":"a","kind":"poem"}""", "\"x\"", "kind")]
    [InlineData("""{"id":"x","text":"a","framework":"none"}""", "\"x\"", "there is no framework 'none'")]
    [InlineData("""{"id":"x","text":"\ud800"}""", "\"x\"", "surrogate")]
    [InlineData("""{"id":12.50,"text":3}""", "12.50", "\"text\" is not a string")]
    [InlineData("""{"id":"x","text":"cut off""", "\"x\"", "not a JSON object")]
    [InlineData("""{"id":["x"],"text":"a"}""", "null", "\"id\" is neither")]
    [InlineData("[1]", "null", "not a JSON object")]
    [InlineData("nonsense", "null", "not a JSON object")]
    [InlineData("""{"id":"x","a":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""", "\"x\"", "not a JSON object")]
    public void A_line_that_cannot_be_read_gives_an_error_and_the_next_is_still_done(string line, string id, string error)
    {
        var run = EcqRun.WithInput(line + "\n{\"id\":\"next\",\"text\":\"I led a team.\"}\n", "tag");
        var lines = run.Out.TrimEnd('\n').Split('\n');

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{{\"id\":{id},\"error\":", lines[0]);
        Assert.Contains(error, JsonNode.Parse(lines[0])!["error"]!.GetValue<string>());
        Assert.StartsWith("{\"id\":\"next\",\"framework\"", lines[1]);
    }

    [Fact]
    public void Bytes_that_are_no_text_give_an_error_line()
    {
        var (code, answers) = Tag([.. "{\"id\":\"x\",\"text\":\""u8, 0xC3, 0x28, .. "\"}\n"u8]);

        Assert.Equal(ExitCode.UnreadableInput, code);
        Assert.Equal("""{"id":"x","error":"the line is not valid UTF-8"}""", Assert.Single(answers));
    }

    [Fact]
    public void A_line_beyond_the_limit_is_refused_and_the_next_is_still_done()
    {
        var huge = new string('a', TagLimits.LineBytes + 100_000);
        var (code, answers) = Tag(Encoding.UTF8.GetBytes($"{{\"id\":\"h\",\"text\":\"{huge}\"}}\n{{\"id\":2,\"sentences\":[]}}\n"));

        Assert.Equal(ExitCode.UnreadableInput, code);
        Assert.StartsWith("{\"id\":\"h\",\"error\":\"the line is longer than 8 MB", answers[0]);
        Assert.StartsWith("{\"id\":2,\"framework\"", answers[1]);
    }

    [Fact]
    public void A_byte_order_mark_and_blank_lines_are_passed_over()
    {
        var (code, answers) = Tag("\uFEFF{\"id\":1,\"sentences\":[]}\r\n\n  \n{\"id\":2,\"sentences\":[]}"u8.ToArray());

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(2, answers.Length);
    }

    [Fact]
    public void Every_line_is_answered_before_the_next_is_asked_for()
    {
        var output = new StringWriter();
        var input = new LinesOneByOne(Enumerable.Range(0, 20), () => output.ToString().Count(sign => sign == '\n'));

        Run(input, output);

        Assert.Equal(Enumerable.Range(0, 20), input.AnswersWhenAsked);
    }

    /// <summary>Looks at what is still alive and not at the heap's size, to which the tests beside this one add.</summary>
    [Fact]
    public void Memory_does_not_grow_with_the_number_of_lines()
    {
        var drafts = new List<WeakReference>();
        var alive = new List<int>();
        var input = new LinesOneByOne(Enumerable.Range(0, 5_000), () =>
        {
            if (drafts.Count is > 0 and var count && count % 1_000 == 0)
            {
                GC.Collect();
                alive.Add(drafts.Count(draft => draft.IsAlive));
            }

            return 0;
        });

        Run(input, TextWriter.Null, drafts);

        Assert.Equal(4, alive.Count);
        Assert.All(alive, count => Assert.InRange(count, 0, 3));
    }

    private static JsonObject Answer(JsonObject line)
    {
        var run = EcqRun.WithInput(line.ToJsonString() + "\n", "tag");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        return JsonNode.Parse(run.Out)!.AsObject();
    }

    private static (int Code, string[] Answers) Tag(byte[] input)
    {
        using var output = new StringWriter();
        using var stream = new MemoryStream(input);
        var code = Run(stream, output);
        return (code, output.ToString().TrimEnd('\n').Split('\n'));
    }

    /// <summary>With an analysis that costs nothing: what is looked at is the lines.</summary>
    private static int Run(Stream input, TextWriter output, List<WeakReference>? drafts = null) =>
        new TagRun(AnalysisOptions.Auto, ["sample-2020"], (draft, _) =>
        {
            drafts?.Add(new WeakReference(draft));
            return SampleAnalysis.Create() with
            {
                Document = new(draft, []),
                Statements = [],
                Stories = [],
                Competencies = [],
            };
        }).Run(input, output);

    /// <summary>Gives a line a read, and asks something before each.</summary>
    private sealed class LinesOneByOne(IEnumerable<int> ids, Func<int> ask) : MemoryStream
    {
        private readonly IEnumerator<int> _ids = ids.GetEnumerator();
        private byte[] _rest = [];

        public List<int> AnswersWhenAsked { get; } = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_rest.Length == 0 && _ids.MoveNext())
            {
                AnswersWhenAsked.Add(ask());
                _rest = Encoding.UTF8.GetBytes($"{{\"id\":{_ids.Current},\"sentences\":[]}}\n");
            }

            var taken = Math.Min(count, _rest.Length);
            _rest.AsSpan(0, taken).CopyTo(buffer.AsSpan(offset));
            _rest = _rest[taken..];
            return taken;
        }
    }
}
