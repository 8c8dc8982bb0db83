using System.Collections.Immutable;
using EcqAnalyzer.Engine.Checks;
using EcqAnalyzer.Engine.Rules;
using EcqAnalyzer.Engine.Yaml;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Packs;

/// <summary>Reads which rules and checks somebody wants silent, from packs and from the file beside a draft: entries with
/// <c>id</c> and <c>reason</c> under <c>suppress:</c>. One without a reason is a fault.</summary>
public sealed class SuppressionLoader(RuleSet rules, CheckSet checks, Faults faults)
{
    public const string Folder = "suppress/";

    /// <summary>What is suppressed in the packs among <paramref name="files"/>.</summary>
    public ImmutableArray<Suppression> LoadAll(RulesFiles files)
    {
        var found = ImmutableArray.CreateBuilder<Suppression>();
        foreach (var file in files.All)
        {
            if (file.Path.StartsWith(Folder, StringComparison.Ordinal))
            {
                found.AddRange(Load(file.Root, file.Name));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What one file suppresses; <paramref name="from"/> is its name in reports.</summary>
    public ImmutableArray<Suppression> Load(YamlValue root, string from)
    {
        if (YamlKeys.Of(root, faults, "a file of suppressions") is not { } keys)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Suppression>();
        foreach (var entry in keys.RequireKeyLists("suppress"))
        {
            var id = entry.RequireScalar("id");
            var reason = entry.FindText("reason") ?? "";
            found.Add(new Suppression(NameOf(id), reason, from));
            if (string.IsNullOrWhiteSpace(reason))
            {
                faults.Add(
                    PackFaults.NoReason, id.Place, $"'{id.Text}' is suppressed without a reason: add 'reason:', which every report shows");
            }

            if (found.Count(each => each.Id == found[^1].Id) > 1)
            {
                faults.Add(PackFaults.SuppressedTwice, id.Place, $"'{id.Text}' is suppressed in this file already");
            }

            entry.Close();
        }

        keys.Close();
        return found.ToImmutable();
    }

    /// <summary>The id that the rule or check has today.</summary>
    private string NameOf(YamlScalar id)
    {
        if (rules.Find(id.Text) is { } rule)
        {
            return rule.Id;
        }

        if (id.Text.Length > 0 && !checks.All.Any(check => check.Id == id.Text))
        {
            var known = rules.Rules.Select(each => each.Id).Concat(checks.All.Select(check => check.Id)).ToList();
            faults.Add(
                PackFaults.SuppressesNothing, id.Place, $"there is no rule or check '{id.Text}'{Spelling.Hint(id.Text, known)}");
        }

        return id.Text;
    }
}
