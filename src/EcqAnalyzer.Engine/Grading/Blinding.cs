using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace EcqAnalyzer.Engine.Grading;

/// <summary>Codes in the place of names. A participant has the same code in every run of an exercise; drafts are to be shown in the
/// order of codes, which tells nothing of the order of names. Whoever holds the list of names can find a code out: the key, and
/// the drafts, are to be kept apart from the sheet.</summary>
public static class Blinding
{
    private const string Letters = "23456789BCDFGHJKLMNPQRSTVWXZ";
    private const int Length = 4;

    public static ImmutableDictionary<string, string> CodesOf(string exercise, IEnumerable<string> participants)
    {
        ArgumentNullException.ThrowIfNull(participants);
        var codes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var participant in participants.Distinct().Order(StringComparer.Ordinal))
        {
            var length = Length;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{exercise}\n{participant}"));
            while (!taken.Add(CodeOf(hash, length)))
            {
                length++;
            }

            codes.Add(participant, CodeOf(hash, length));
        }

        return codes.ToImmutable();
    }

    private static string CodeOf(byte[] hash, int length) =>
        $"P-{new string([.. hash.Take(length).Select(each => Letters[each % Letters.Length])])}";
}
