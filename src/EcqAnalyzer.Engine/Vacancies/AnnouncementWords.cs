using System.Collections.Immutable;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Vacancies;

/// <summary>The words by which announcements are read, from <c>rules/announcement.yaml</c>. All are in lower case but the names
/// of fonts.</summary>
public sealed record AnnouncementWords(
    ImmutableArray<string> Labels,
    ImmutableArray<string> Headings,
    ImmutableArray<string> Ends,
    ImmutableArray<string> Titles,
    ImmutableArray<string> Numbers,
    ImmutableArray<string> Fonts,
    HashSet<string> Limiting,
    HashSet<string> Each,
    HashSet<string> Opening,
    HashSet<string> Closing,
    HashSet<string> General,
    HashSet<string> GeneralVerbs)
{
    public const string File = "announcement.yaml";
    public const string Missing = "ECQ406";

    public static AnnouncementWords Load(RulesFiles files, Faults faults)
    {
        if (files.Find(File) is not { } file || YamlKeys.Of(file.Root, faults, "the words of announcements") is not { } keys)
        {
            faults.Add(new Diagnostic(Missing, $"rules/{File}", null, null, "this file is missing; the rules are incomplete"));
            return new AnnouncementWords([], [], [], [], [], [], [], [], [], [], [], []);
        }

        var words = new AnnouncementWords(
            keys.FindTexts("labels"),
            keys.FindTexts("headings"),
            keys.FindTexts("ends"),
            keys.FindTexts("titles"),
            keys.FindTexts("numbers"),
            keys.FindTexts("fonts"),
            [.. keys.FindTexts("limiting")],
            [.. keys.FindTexts("each")],
            [.. keys.FindTexts("opening")],
            [.. keys.FindTexts("closing")],
            [.. keys.FindTexts("general")],
            [.. keys.FindTexts("general-verbs")]);
        keys.Close();
        return words;
    }
}
