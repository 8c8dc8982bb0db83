using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using EcqAnalyzer.Cli.Packs;
using EcqAnalyzer.Engine.Frameworks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Sections;
using EcqAnalyzer.Engine.Vacancies;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Formats;

namespace EcqAnalyzer.Cli.Commands;

/// <summary><c>ecq rules new --from ANNOUNCEMENT</c>: a pack for a vacancy from its announcement.</summary>
public static class RulesOfVacancy
{
    private const string Examples = """
        ecq rules new --from announcement.docx                 writes a pack named after the announcement's number
        ecq rules new --from announcement.pdf -o director.yaml
        ecq rules test --rules director.yaml                   tries its rules, after you have changed some
        ecq check draft.docx --vacancy director.yaml           checks a draft against the vacancy

        The pack holds the text of each technical qualification, phrases made of its words, the limits and dates that the
        announcement states. What could not be found is said; read the pack beside the announcement before you rely on it.
        """;

    public static Command Create(Streams streams, Workbench workbench)
    {
        var from = new Option<string>("--from")
        {
            Description = "The announcement of a vacancy: a .docx, .pdf, .txt or .md file",
            HelpName = "ANNOUNCEMENT",
            Required = true,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write, or - for standard output; a file that is there is never overwritten",
            HelpName = "FILE",
        };
        var quiet = new CommonOptions().Quiet;
        var command = new ExampledCommand("new", "Makes the pack of a vacancy from its announcement.", Examples) { from, output, quiet };
        command.SetAction(parsed =>
            new Run(streams, workbench, parsed.GetValue(quiet)).Make(parsed.GetRequiredValue(from), parsed.GetValue(output)));
        return command;
    }

    private sealed class Run(Streams streams, Workbench workbench, bool isQuiet)
    {
        private const string NothingFound = "ECQ408";

        public int Make(string from, string? output)
        {
            var input = new DraftInput(streams, workbench);
            if (input.Read(from) is not { } draft)
            {
                return ExitCode.UnreadableInput;
            }

            var faults = new Faults();
            var words = AnnouncementWords.Load(workbench.Rulebook.Files, faults);
            faults.ThrowIfAny();
            var announcement = new AnnouncementReader(words, workbench.Annotator, workbench.Frameworks).Read(draft);
            if (announcement.Qualifications.IsEmpty)
            {
                streams.Error.WriteLine(
                    $"{from}: error {NothingFound}: no numbered technical qualification was found (TQ 1, Technical Qualification 1, or 1. under a heading "
                    + "that names technical qualifications); number them in a copy, and try again");
                return ExitCode.UnreadableInput;
            }

            var id = IdOf(announcement, from);
            var target = output ?? $"{id}.yaml";
            if (target != DraftInput.StandardInput && (File.Exists(target) || Directory.Exists(target)))
            {
                throw new UsageException($"{target} is there already and is not overwritten: give another name with -o");
            }

            var pack = MakeSound(new PackOf(id, Path.GetFileName(from), announcement), words);
            Write(target, pack.Text);
            Tell(target, announcement, pack);
            return ExitCode.Done;
        }

        /// <summary>The number of the announcement as an id, else the name of its file.</summary>
        private string IdOf(Announcement announcement, string from)
        {
            var id = LineWords.Plain(announcement.Number ?? Path.GetFileNameWithoutExtension(from)).Replace(' ', '-');
            id = new string([.. id.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')]);
            return id.Length == 0 || workbench.Frameworks.Any(framework => framework.Id == id) ? $"vacancy-{id}".TrimEnd('-') : id;
        }

        /// <summary>The pack with those of the proposed phrases whose examples hold: the annotator reads some words otherwise in
        /// another sentence.</summary>
        private SoundPack MakeSound(PackOf pack, AnnouncementWords words)
        {
            var proposer = new PhraseProposer(words, workbench.Annotator);
            var phrases = pack.Announcement.Qualifications.ToDictionary(each => each.Number, each => proposer.Propose(each.Text));
            var written = pack.Write(phrases);
            var failed = FindFailing(written);
            if (failed.Count == 0)
            {
                return new SoundPack(written, phrases);
            }

            phrases = phrases.ToDictionary(
                each => each.Key,
                each => each.Value.RemoveAll(phrase => failed.Contains($"{pack.Id}.tq-{each.Key}.{phrase.Id}")));
            written = pack.Write(phrases);
            return FindFailing(written).Count == 0
                ? new SoundPack(written, phrases)
                : throw new InvalidOperationException("A phrase of the vacancy fails only beside others.");
        }

        private HashSet<string> FindFailing(string written)
        {
            var rulebook = UserPacks.Try(new RulesSource("vacancy.yaml", "vacancy.yaml", Encoding.UTF8.GetBytes(written)));
            if (rulebook.Packs[0] is { IsSetAside: true } broken)
            {
                throw new InvalidOperationException($"The pack has faults: {broken.Faults[0]}");
            }

            var rules = rulebook.Rules.Rules.Where(rule => rule.Place.File == "vacancy.yaml").OrderBy(rule => rule.Place.Line).ToList();
            var faults = new Faults();
            new RuleTester(rulebook.Rules, workbench.Annotator, faults).Test(rules);
            return [.. faults.Found.Select(fault => rules.Last(rule => rule.Place.Line <= fault.Line).Id)];
        }

        private void Write(string target, string text)
        {
            if (target == DraftInput.StandardInput)
            {
                streams.Out.Write(text);
                return;
            }

            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        private void Tell(string target, Announcement announcement, SoundPack pack)
        {
            if (isQuiet)
            {
                return;
            }

            streams.Error.WriteLine(
                $"ecq: {target}: {Wording.Count(announcement.Qualifications.Length, "technical qualification")}, "
                + $"{Wording.Count(pack.Phrases.Values.Sum(each => each.Length), "phrase")}, {Wording.Count(announcement.Limits.Length, "limit")}, "
                + $"ECQs of {announcement.Framework ?? FrameworkDetector.Undecided}.");
            foreach (var missing in NotFound(announcement, pack))
            {
                streams.Error.WriteLine($"ecq: not found: {missing}");
            }
        }

        private static IEnumerable<string> NotFound(Announcement announcement, SoundPack pack)
        {
            if (announcement.Framework is null)
            {
                yield return $"which ECQs it asks for; {FrameworkDetector.Undecided}, now in force, is taken (base: in the pack)";
            }

            if (announcement.Number is null)
            {
                yield return "the number of the announcement; its file gives the id";
            }

            if (announcement.Closes is null)
            {
                yield return "the day on which it closes";
            }

            foreach (var number in Enumerable.Range(1, announcement.Qualifications[^1].Number))
            {
                if (!announcement.Qualifications.Any(each => each.Number == number))
                {
                    yield return $"technical qualification {number}, though there are higher numbers";
                }
            }

            foreach (var (number, phrases) in pack.Phrases)
            {
                if (phrases.IsEmpty)
                {
                    yield return $"a phrase for technical qualification {number}; without a rule of yours it is not looked for";
                }
            }

            foreach (var limit in LimitsNotFound(announcement))
            {
                yield return limit;
            }
        }

        private static IEnumerable<string> LimitsNotFound(Announcement announcement)
        {
            var absent = new List<string>();
            void Note(string what, Func<StatedLimit, bool> isSaid)
            {
                if (!announcement.Limits.Any(isSaid))
                {
                    absent.Add(what);
                }
            }

            Note("pages", limit => limit.Pages is not null);
            Note("characters", limit => limit.Characters is not null);
            Note("font", limit => !limit.Fonts.IsEmpty);
            Note("size of type", limit => limit.FontSize is not null);
            Note("margins", limit => limit.Margin is not null);
            if (absent.Count > 0)
            {
                yield return $"a limit of {string.Join(", ", absent)}; what the base says of these holds";
            }

            foreach (var said in announcement.Unmeasured)
            {
                yield return $"a way to check this limit, since the pages of one answer cannot be told: {said}";
            }
        }
    }

    private sealed record PackOf(string Id, string Source, Announcement Announcement)
    {
        public string Write(IReadOnlyDictionary<int, ImmutableArray<Proposal>> phrases) =>
            new VacancyPackWriter(Id, Source, Announcement).Write(Announcement.Framework ?? FrameworkDetector.Undecided, phrases);
    }

    private sealed record SoundPack(string Text, IReadOnlyDictionary<int, ImmutableArray<Proposal>> Phrases);
}
